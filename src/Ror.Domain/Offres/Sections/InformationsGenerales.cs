using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.InformationsGenerales>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Step 1 of the structure parcours: what the offer is called and what it does.</summary>
public sealed record InformationsGenerales : ISection<InformationsGenerales>
{
    public static string Cle => "informations-generales";

    public static string Titre => "Informations générales";

    public string? Nom { get; init; }

    public CodeNos? ChampActivite { get; init; }

    /// <summary><c>url|version</c>.</summary>
    public string? ModeleSaisie { get; init; }

    public bool? UniteSensible { get; init; }

    public Liste<string> SecteurPsychiatrique { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("nom", "Nom de l'offre", s => s.Nom, (s, v) => s with { Nom = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 150,
            Aide = "Nom usuel sous lequel l'offre est connue, sans abréviation locale.",
        },
        Code("champActivite", "Champ d'activité", "J20", s => s.ChampActivite, (s, v) => s with { ChampActivite = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Admet = (c, code) => Secteurs.Champs[c.Secteur].Contains(code.Code),
            RegleAdmission = "H2",
            Immuable = true,
            LectureSeule = Champ.EnLiberal,
            Aide = "Un seul champ d'activité par offre ; il ne change plus après la première publication.",
        },
        Texte("modeleSaisie", "Modèle de saisie", s => s.ModeleSaisie, (s, v) => s with { ModeleSaisie = v }) with
        {
            Exigence = c => c.EstLiberal ? Exigence.Facultatif : c.ModelesProposes.Count > 0 || c.Contenu.InformationsGenerales?.ModeleSaisie is not null ? Exigence.Obligatoire : Exigence.NonApplicable,
            Obligatoire = "si un modèle de saisie actif convient à la catégorie de l'établissement et au champ d'activité",
            LectureSeule = Champ.EnLiberal,
            LongueurMax = 500,
            Aide = "Il renseigne automatiquement certaines valeurs et restreint les choix des listes. Forme : url|version.",
        },
        Booleen("uniteSensible", "Unité sensible", s => s.UniteSensible, (s, v) => s with { UniteSensible = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours (faux si absent)",
            ParDefaut = false,
            LectureSeule = Champ.EnLiberal,
            Aide = "Une unité sensible n'est visible que de la régulation et de la gestion de crise.",
        },
        Textes("secteurPsychiatrique", "Secteurs psychiatriques", s => s.SecteurPsychiatrique, (s, v) => s with { SecteurPsychiatrique = v ?? [] }) with
        {
            Exigence = c => c.EstChamp("03") ? Exigence.Facultatif : Exigence.NonApplicable,
            LongueurMax = 20,
            NombreMax = 50,
            Aide = "Codes des secteurs desservis, en psychiatrie seulement.",
        },
    ];

    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte)
    {
        if (!string.IsNullOrWhiteSpace(ModeleSaisie) && contexte.Modele is null)
        {
            yield return OffreErreurs.ModeleInadapte.Sur("/modeleSaisie", ModeleSaisie) with { ValeursAdmises = [.. contexte.ModelesProposes.Select(m => m.Reference)] };
        }
    }
}
