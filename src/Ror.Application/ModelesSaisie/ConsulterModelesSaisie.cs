using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.ModelesSaisie;

/// <summary>Every modèle, or the active ones that fit a category and a champ, most specific first.</summary>
public sealed record ListerModelesSaisieQuery(string? Categorie, string? ChampActivite) : IRequete<IReadOnlyList<ModeleSaisieResume>>;

public sealed record ConsulterModeleSaisieQuery(Guid Id) : IRequete<ModeleSaisieLu>;

/// <param name="Reference"><c>url|version</c>, what an offer keeps in <c>modeleSaisie</c>.</param>
public sealed record ModeleSaisieResume(Guid Id, string Reference, string Url, string Version, string Titre, StatutModele Statut, string Parcours, string Href)
{
    public static ModeleSaisieResume De(ModeleSaisie m) =>
        new(m.Id, m.Reference, m.Url, m.Version, m.Titre, m.Statut, m.Parcours, $"{Liens.Racine}/modeles-saisie/{m.Id}");
}

/// <param name="Prereglages">Default values, section by section, in the shape of the sections.</param>
public sealed record ModeleSaisieLu(
    Guid Id,
    string Reference,
    string Url,
    string Version,
    string Titre,
    StatutModele Statut,
    string Parcours,
    ContexteModeleLu Contexte,
    IReadOnlyList<RegleChampLue> Regles,
    ContenuOffre Prereglages);

public sealed record ContexteModeleLu(IReadOnlyList<CodeLu> Categories, IReadOnlyList<CodeLu> ChampsActivite, IReadOnlyList<string> Professions, IReadOnlyList<string> Specialites);

/// <param name="CodesAutorises">Absent when the value set stays whole.</param>
/// <param name="Fixe">The default is the only admitted value.</param>
/// <param name="Familles">Activité → admitted familles.</param>
public sealed record RegleChampLue(
    string Section, string Champ, string Libelle, IReadOnlyList<CodeLu>? CodesAutorises, bool Fixe, bool Obligatoire, IReadOnlyDictionary<string, IReadOnlyList<string>>? Familles);

internal sealed class ConsulterModelesSaisieHandler(IReferentiels referentiels) :
    IRequestHandler<ListerModelesSaisieQuery, Resultat<IReadOnlyList<ModeleSaisieResume>>>,
    IRequestHandler<ConsulterModeleSaisieQuery, Resultat<ModeleSaisieLu>>
{
    public Task<Resultat<IReadOnlyList<ModeleSaisieResume>>> Handle(ListerModelesSaisieQuery request, CancellationToken cancellationToken)
    {
        var modeles = request is { Categorie: null, ChampActivite: null }
            ? referentiels.Modeles.Tous
            : referentiels.Modeles.Resoudre(request.Categorie, request.ChampActivite);
        return Task.FromResult<Resultat<IReadOnlyList<ModeleSaisieResume>>>(modeles.Select(ModeleSaisieResume.De).ToList());
    }

    public Task<Resultat<ModeleSaisieLu>> Handle(ConsulterModeleSaisieQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Resultat<ModeleSaisieLu>>(
            referentiels.Modeles.Tous.SingleOrDefault(m => m.Id == request.Id) is { } modele ? Lire(modele) : RequeteErreurs.ModeleIntrouvable.Avec());

    private ModeleSaisieLu Lire(ModeleSaisie m) => new(
        m.Id,
        m.Reference,
        m.Url,
        m.Version,
        m.Titre,
        m.Statut,
        m.Parcours,
        new(Codes("J55", m.Contexte.Categories), Codes("J20", m.Contexte.ChampsActivite), [.. m.Contexte.Professions.Select(p => p.Code)], m.Contexte.Specialites),
        [.. m.Regles.Select(Lire)],
        m.Regles.Where(r => r.ParDefaut is not null).Aggregate(ContenuOffre.Vide, Preregler));

    private static ContenuOffre Preregler(ContenuOffre contenu, RegleChamp regle)
    {
        var description = LesSections.DeCle(regle.Section);
        var section = description.Lire(contenu) ?? description.Vide;
        return description.Ecrire(contenu, (Domain.Champs.ISection)description.Champs.Single(c => c.Nom == regle.Champ).Ecrire(section, regle.ParDefaut));
    }

    private RegleChampLue Lire(RegleChamp regle)
    {
        var champ = LesSections.DeCle(regle.Section).Champs.Single(c => c.Nom == regle.Champ);
        return new(
            regle.Section,
            regle.Champ,
            champ.Libelle,
            regle.CodesAutorises is null ? null : Codes(champ.Nomenclature!, regle.CodesAutorises.Select(c => c.Code)),
            regle.Fixe,
            regle.Obligatoire,
            regle.Familles?.ToDictionary(f => f.Key, IReadOnlyList<string> (f) => f.Value));
    }

    private List<CodeLu> Codes(string liste, IEnumerable<string> codes) => [.. codes.Select(code => referentiels.Nomenclatures.Lire(liste, code))];
}
