using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Application.Nomenclatures;

public sealed record ListerNomenclaturesQuery : IRequete<IReadOnlyList<NomenclatureLue>>;

/// <summary>Codes of a list, in its own order, whose code or label holds every word.</summary>
/// <param name="Apres">Rank of the last code of the previous page; -1 to start.</param>
public sealed record RechercherCodesQuery(string Nom, string? Recherche, int Apres, int Limite) : IRequete<CodesTrouves>;

/// <param name="Nom">Short name, used in URLs.</param>
/// <param name="NomOfficiel">Name published by the ANS.</param>
public sealed record NomenclatureLue(string Nom, string NomOfficiel, string Titre, string Url, string Oid, string Version, DateOnly Date, int NombreCodes, string Href);

/// <param name="Debut">First day of validity, when known.</param>
/// <param name="Fin">Last day of validity of an obsolete code.</param>
/// <param name="EnVigueur">May it be entered today?</param>
public sealed record CodeDeNomenclature(string Code, string Libelle, string Systeme, DateOnly? Debut, DateOnly? Fin, bool EnVigueur);

public sealed record CodesTrouves(IReadOnlyList<CodeDeNomenclature> Elements, int? Suivant, int Total);

internal sealed class ConsulterNomenclaturesHandler(IReferentiels referentiels, TimeProvider horloge) :
    IRequestHandler<ListerNomenclaturesQuery, Resultat<IReadOnlyList<NomenclatureLue>>>,
    IRequestHandler<RechercherCodesQuery, Resultat<CodesTrouves>>
{
    public Task<Resultat<IReadOnlyList<NomenclatureLue>>> Handle(ListerNomenclaturesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<IReadOnlyList<NomenclatureLue>>>(referentiels.Nomenclatures.Listes.Select(l => new NomenclatureLue(
            l.Nom, l.NomOfficiel, l.Titre, l.Url, l.Oid, l.Version, l.Date, l.Entrees.Count, $"{Liens.Racine}/nomenclatures/{l.Nom}/codes")).ToList());

    public Task<Resultat<CodesTrouves>> Handle(RechercherCodesQuery request, CancellationToken cancellationToken) => Task.FromResult(Rechercher(request));

    private Resultat<CodesTrouves> Rechercher(RechercherCodesQuery request)
    {
        if (referentiels.Nomenclatures.Trouver(request.Nom) is not { } liste)
        {
            return RequeteErreurs.NomenclatureInconnue.Avec(request.Nom);
        }

        var jour = DateOnly.FromDateTime(horloge.Instant());
        var mots = Texte.Mots(request.Recherche);
        var trouves = liste.Entrees.Select((entree, rang) => (entree, rang))
            .Where(e => !Texte.EstVaine(request.Recherche) && Contient($"{Texte.Plier(e.entree.Code)} {Texte.Plier(e.entree.Libelle)}", mots)).ToList();
        var page = trouves.Where(e => e.rang > request.Apres).Take(request.Limite + 1).ToList();
        var elements = page.Take(request.Limite).ToList();
        return new CodesTrouves(
            [.. elements.Select(e => new CodeDeNomenclature(e.entree.Code, e.entree.Libelle, e.entree.Systeme, e.entree.Debut, e.entree.Fin, e.entree.EstValideLe(jour)))],
            page.Count > request.Limite ? elements[^1].rang : null,
            trouves.Count);
    }

    private static bool Contient(string texte, IReadOnlyList<string> mots) => mots.All(mot => texte.Contains(mot, StringComparison.Ordinal));
}
