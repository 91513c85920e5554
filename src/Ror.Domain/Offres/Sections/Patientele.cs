using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.Patientele>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Whom the offer receives.</summary>
public sealed record Patientele : ISection<Patientele>
{
    public static string Cle => "patientele";

    public static string Titre => "Patientèle";

    public Liste<CodeNos> PublicsPrisEnCharge { get; init; } = [];

    public Age? AgeMin { get; init; }

    public Age? AgeMax { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Codes("publicsPrisEnCharge", "Publics pris en charge", "J29", s => s.PublicsPrisEnCharge, (s, v) => s with { PublicsPrisEnCharge = v ?? [] }) with
        {
            // RG_EXP_008
            Exigence = c => c.EstChamp("04") ? Exigence.Obligatoire : Exigence.Facultatif,
            Obligatoire = "si le champ d'activité est 04 (médico-social), ou si le modèle de saisie le demande",
            NombreMax = 20,
            Aide = "Publics pour lesquels l'offre est organisée.",
        },
        Age("ageMin", "Âge minimum", s => s.AgeMin, (s, v) => s with { AgeMin = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Aide = "Inclus. Unités : a (années), mo (mois), wk (semaines), d (jours).",
        },
        Age("ageMax", "Âge maximum", s => s.AgeMax, (s, v) => s with { AgeMax = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Aide = "Inclus. Unités : a (années), mo (mois), wk (semaines), d (jours).",
        },
    ];

    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte)
    {
        if (AgeMin?.EnJours() > AgeMax?.EnJours())
        {
            yield return OffreErreurs.AgesInverses.Sur("/ageMax");
        }
    }
}
