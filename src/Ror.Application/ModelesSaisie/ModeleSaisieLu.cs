using System.Text.Json.Serialization;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.ModelesSaisie;

/// <param name="Reference"><c>url|version</c>, what an offer keeps in <c>modeleSaisie</c>.</param>
public sealed record ModeleSaisieResume(Guid Id, string Reference, string Url, string Version, string Titre, StatutModele Statut, string Parcours, string Href)
{
    public static ModeleSaisieResume De(ModeleSaisie m) => new(m.Id, m.Reference, m.Url, m.Version, m.Titre, m.Statut, m.Parcours, Liens.ModeleSaisie(m.Id));
}

/// <summary>A modèle with its rules; contexte, regles and prereglages are as its PUT takes them.</summary>
/// <param name="Prereglages">Default values, section by section, in the shape of the sections.</param>
/// <param name="Contradictions">Of a Projet: what keeps it from being activated.</param>
public sealed record ModeleSaisieLu(
    Guid Id,
    string Reference,
    string Url,
    string Version,
    string Titre,
    StatutModele Statut,
    string Parcours,
    ContexteModele Contexte,
    IReadOnlyList<RegleSaisie> Regles,
    ContenuOffre Prereglages,
    IReadOnlyList<ErreurLue>? Contradictions,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Revision) : IVersionnee
{
    long IVersionnee.Version => Revision;

    /// <summary>What the author of the write should know.</summary>
    public IReadOnlyList<ErreurLue>? Avertissements { get; init; }

    public static ModeleSaisieLu De(ModeleSaisie m, CatalogueNomenclatures nomenclatures, DateOnly jour, bool administre, bool enAnglais) => new(
        m.Id,
        m.Reference,
        m.Url,
        m.Version,
        m.Titre,
        m.Statut,
        m.Parcours,
        m.Contexte,
        [.. m.Regles.Select(r => Lire(r, nomenclatures))],
        m.Regles.Where(r => r.ParDefaut is not null).Aggregate(ContenuOffre.Vide, Preregler),
        m.Statut == StatutModele.Projet ? [.. Domain.ModelesSaisie.Contradictions.De(m, nomenclatures, jour).Select(e => ErreurLue.De(e, enAnglais))] : null,
        administre ? ActionsDe(m) : [],
        m.Revision);

    private static List<ActionLue> ActionsDe(ModeleSaisie m)
    {
        var href = Liens.ModeleSaisie(m.Id);
        return m.Statut switch
        {
            StatutModele.Projet => [new("modifier", null, "PUT", href), new("activer", null, "POST", $"{href}/activation"), new("supprimer", null, "DELETE", href)],
            StatutModele.Actif => [new("creer-version", null, "POST", $"{href}/versions"), new("retirer", null, "POST", $"{href}/retrait")],
            StatutModele.Retire => [new("creer-version", null, "POST", $"{href}/versions")],
        };
    }

    private static ContenuOffre Preregler(ContenuOffre contenu, RegleChamp regle)
    {
        var description = LesSections.DeCle(regle.Section);
        var section = description.Lire(contenu) ?? description.Vide;
        return description.Ecrire(contenu, (Domain.Champs.ISection)Domain.ModelesSaisie.Contradictions.ChampDe(regle)!.Ecrire(section, regle.ParDefaut));
    }

    private static RegleSaisie Lire(RegleChamp regle, CatalogueNomenclatures nomenclatures)
    {
        var champ = Domain.ModelesSaisie.Contradictions.ChampDe(regle);
        return new()
        {
            Section = regle.Section,
            Champ = regle.Champ,
            Libelle = champ?.Libelle,
            Fixe = regle.Fixe,
            Obligatoire = regle.Obligatoire,
            Masque = regle.Masque,
            CodesAutorises = regle.CodesAutorises?.Select(c => Lire(c, champ?.Nomenclature is { } liste ? nomenclatures.Trouver(liste) : null)).EnListe(),
            Familles = (regle.Familles ?? []).Select(f => new FamillesSaisies { Activite = f.Activite, Familles = f.Familles }).EnListe(),
        };
    }

    private static CodeAutorise Lire(CodeNos code, JeuDeValeurs? liste) => new() { Code = code.Code, Libelle = liste?.Trouver(code)?.Libelle, Systeme = code.Systeme };
}
