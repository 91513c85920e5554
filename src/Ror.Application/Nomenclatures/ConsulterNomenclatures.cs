using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Application.Nomenclatures;

public sealed record ListerNomenclaturesQuery : IRequete<IReadOnlyList<NomenclatureLue>>;

public sealed record ConsulterNomenclatureQuery(string Nom) : IRequete<NomenclatureLue>;

/// <summary>Codes of a list, in its own order, whose code or label holds every word.</summary>
/// <param name="ValideLe">Only those that could be entered on that day; null takes all.</param>
/// <param name="Apres">Rank of the last code of the previous page; -1 to start.</param>
public sealed record RechercherCodesQuery(string Nom, string? Recherche, DateOnly? ValideLe, int Apres, int Limite) : IRequete<CodesTrouves>;

/// <summary>A whole list.</summary>
/// <param name="Rang">Of the version; null takes the one in force.</param>
public sealed record LireContenuQuery(string Nom, int? Rang) : IRequete<ContenuNomenclature>;

public sealed record ListerVersionsQuery(string Nom) : IRequete<IReadOnlyList<VersionNomenclature>>;

/// <summary>Who uses each code of a list.</summary>
public sealed record LireUsagesQuery(string Nom) : IRequete<IReadOnlyList<UsagesDUnCode>>;

/// <summary>Offers and structures that hold a code.</summary>
/// <param name="Systeme">Asked for where the list holds that code in several systems.</param>
public sealed record LireUsagesDUnCodeQuery(string Nom, string Code, string? Systeme, Page Page) : IRequete<Tranche<ObjetEmployeur>>;

/// <param name="Publie">In what the world reads; of a structure, always.</param>
/// <param name="Brouillon">In a draft or a working copy.</param>
public sealed record ObjetEmployeur(Guid Id, TypeNoeud Type, string Identifiant, bool Publie, bool Brouillon);

/// <param name="Nom">Short name, used in URLs.</param>
/// <param name="NomOfficiel">Name published by the ANS.</param>
/// <param name="Rang">Of the version in force, among those that this service has known.</param>
/// <param name="NombreCodes">Links, for an association.</param>
/// <param name="EnUsage">False of a list that was retired: nothing new is entered from it.</param>
public sealed record NomenclatureLue(
    string Nom, string NomOfficiel, GenreListe Genre, string Titre, string Url, string Oid, string Version, int Rang, DateOnly Date, int NombreCodes, int NombreCodesEnVigueur, bool EnUsage, string Href, string Contenu);

/// <param name="Debut">First day of validity, when known.</param>
/// <param name="Fin">Last day of validity of an obsolete code.</param>
/// <param name="EnVigueur">May it be entered today, or on the day asked for?</param>
/// <param name="HorsListe">A former version held it; it stays for what was entered with it.</param>
public sealed record CodeDeNomenclature(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin, bool EnVigueur, bool HorsListe);

public sealed record CodesTrouves(IReadOnlyList<CodeDeNomenclature> Elements, int? Suivant, int Total);

/// <summary>A code as a version of a list holds it.</summary>
public sealed record CodeDeContenu(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin, bool HorsListe, IReadOnlyDictionary<string, string>? Proprietes);

/// <param name="Paires">Links of an association.</param>
public sealed record ContenuNomenclature(
    string Nom, string NomOfficiel, GenreListe Genre, string Titre, string Url, string Oid, string Version, int Rang, DateOnly Date, DateOnly? Fin, bool Retiree, IReadOnlyList<CodeDeContenu> Codes, IReadOnlyList<PaireNos> Paires);

/// <param name="ImporteeLe">UTC instant; absent of a list that the service was shipped with.</param>
/// <param name="Import">Address of the import that brought it.</param>
public sealed record VersionNomenclature(string Version, int Rang, bool EnVigueur, int NombreCodes, DateTime? ImporteeLe, string? Import, string Contenu);

public sealed record UsagesDUnCode(string Code, string? Systeme, string Libelle, bool EnVigueur, UsagesCode Usages);

/// <summary>Every version of a list that the service has known.</summary>
public interface IVersionsNomenclatures
{
    /// <summary>The latest first, with its import.</summary>
    Task<IReadOnlyList<(JeuDeValeurs Liste, bool EnVigueur, DateTime? ImporteeLe, Guid? Import)>> ListerAsync(string nom, CancellationToken ct);

    Task<JeuDeValeurs?> LireAsync(string nom, int rang, CancellationToken ct);
}

internal sealed class ConsulterNomenclaturesHandler(IReferentiels referentiels, IVersionsNomenclatures versions, Usages usages, TimeProvider horloge) :
    IRequestHandler<ListerNomenclaturesQuery, Resultat<IReadOnlyList<NomenclatureLue>>>,
    IRequestHandler<ConsulterNomenclatureQuery, Resultat<NomenclatureLue>>,
    IRequestHandler<RechercherCodesQuery, Resultat<CodesTrouves>>,
    IRequestHandler<LireContenuQuery, Resultat<ContenuNomenclature>>,
    IRequestHandler<ListerVersionsQuery, Resultat<IReadOnlyList<VersionNomenclature>>>,
    IRequestHandler<LireUsagesQuery, Resultat<IReadOnlyList<UsagesDUnCode>>>,
    IRequestHandler<LireUsagesDUnCodeQuery, Resultat<Tranche<ObjetEmployeur>>>
{
    private DateOnly Jour => DateOnly.FromDateTime(horloge.Instant());

    public Task<Resultat<IReadOnlyList<NomenclatureLue>>> Handle(ListerNomenclaturesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<IReadOnlyList<NomenclatureLue>>>(referentiels.Nomenclatures.Listes.Select(Lire).ToList());

    public Task<Resultat<NomenclatureLue>> Handle(ConsulterNomenclatureQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<NomenclatureLue>>(Trouver(request.Nom) is { } liste ? Lire(liste) : Inconnue(request.Nom));

    public Task<Resultat<CodesTrouves>> Handle(RechercherCodesQuery request, CancellationToken cancellationToken) => Task.FromResult(Rechercher(request));

    public async Task<Resultat<ContenuNomenclature>> Handle(LireContenuQuery request, CancellationToken cancellationToken)
    {
        var liste = request.Rang is { } rang ? await versions.LireAsync(request.Nom, rang, cancellationToken) : Trouver(request.Nom);
        return liste is null ? Inconnue(request.Nom) : new ContenuNomenclature(
            liste.Nom,
            liste.NomOfficiel,
            liste.Genre,
            liste.Titre,
            liste.Url,
            liste.Oid,
            liste.Version,
            liste.Rang,
            liste.Date,
            liste.Fin,
            liste.Retiree,
            [.. liste.Entrees.Select(e => new CodeDeContenu(e.Code, e.Libelle, e.Systeme, e.Debut, e.Fin, e.HorsListe, e.Proprietes.Count > 0 ? e.Proprietes : null))],
            liste.Paires);
    }

    public async Task<Resultat<IReadOnlyList<VersionNomenclature>>> Handle(ListerVersionsQuery request, CancellationToken cancellationToken) =>
        await versions.ListerAsync(request.Nom, cancellationToken) is not { Count: > 0 } lues ? Inconnue(request.Nom)
        : lues.Select(v => new VersionNomenclature(
            v.Liste.Version, v.Liste.Rang, v.EnVigueur, v.Liste.Nombre, v.ImporteeLe, v.Import is { } import ? $"{Liens.Racine}/imports/{import}" : null, $"{Liens.Racine}/nomenclatures/{v.Liste.Nom}/versions/{v.Liste.Rang}")).ToList();

    public async Task<Resultat<IReadOnlyList<UsagesDUnCode>>> Handle(LireUsagesQuery request, CancellationToken cancellationToken)
    {
        if (Trouver(request.Nom) is not { } liste)
        {
            return Inconnue(request.Nom);
        }

        var emplois = await usages.DeListeAsync(liste, cancellationToken);
        return liste.Entrees.Select(e => (Entree: e, Code: liste.CodeDe(e)))
            .Select(e => new UsagesDUnCode(e.Code.Code, e.Code.Systeme, e.Entree.Libelle, liste.Admet(e.Entree, Jour), emplois.GetValueOrDefault(e.Code, UsagesCode.Aucun))).ToList();
    }

    public async Task<Resultat<Tranche<ObjetEmployeur>>> Handle(LireUsagesDUnCodeQuery request, CancellationToken cancellationToken)
    {
        if (Trouver(request.Nom) is not { } liste)
        {
            return Inconnue(request.Nom);
        }

        // Only whether it could be, not whether it may be entered today: what is obsolete is what one asks about.
        var code = new CodeNos(request.Code, request.Systeme);
        return liste.Trouver(code) is { } entree
            ? await usages.DuCodeAsync(liste, entree, request.Page, cancellationToken)
            : liste.DeCode(request.Code).Any() ? CodeErreurs.SystemeRequis.Avec(request.Code, liste.Nom) : ImportErreurs.CodeIntrouvable.Avec(request.Code, liste.Nom);
    }

    private Resultat<CodesTrouves> Rechercher(RechercherCodesQuery request)
    {
        if (Trouver(request.Nom) is not { } liste)
        {
            return Inconnue(request.Nom);
        }

        var jour = request.ValideLe ?? Jour;
        var mots = Texte.Mots(request.Recherche);
        var trouves = liste.Entrees.Select((entree, rang) => (entree, rang))
            .Where(e => request.ValideLe is null || liste.Admet(e.entree, jour))
            .Where(e => !Texte.EstVaine(request.Recherche) && Contient($"{Texte.Plier(e.entree.Code)} {Texte.Plier(e.entree.Libelle)}", mots)).ToList();
        var page = trouves.Where(e => e.rang > request.Apres).Take(request.Limite + 1).ToList();
        var elements = page.Take(request.Limite).ToList();
        return new CodesTrouves(
            [.. elements.Select(e => new CodeDeNomenclature(e.entree.Code, e.entree.Libelle, e.entree.Systeme, e.entree.Debut, e.entree.Fin, liste.Admet(e.entree, jour), e.entree.HorsListe))],
            page.Count > request.Limite ? elements[^1].rang : null,
            trouves.Count);
    }

    private NomenclatureLue Lire(JeuDeValeurs l) => new(
        l.Nom,
        l.NomOfficiel,
        l.Genre,
        l.Titre,
        l.Url,
        l.Oid,
        l.Version,
        l.Rang,
        l.Date,
        l.Nombre,
        l.Entrees.Count(e => l.Admet(e, Jour)),
        !l.Retiree && (l.Fin is null || Jour <= l.Fin),
        $"{Liens.Racine}/nomenclatures/{l.Nom}/codes",
        $"{Liens.Racine}/nomenclatures/{l.Nom}/contenu");

    private JeuDeValeurs? Trouver(string nom) => referentiels.Nomenclatures.Trouver(nom);

    private static Erreur Inconnue(string nom) => RequeteErreurs.NomenclatureInconnue.Avec(nom);

    private static bool Contient(string texte, IReadOnlyList<string> mots) => mots.All(mot => texte.Contains(mot, StringComparison.Ordinal));
}
