using System.Globalization;
using Ror.TestKit;
using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <summary>Bodies of the walk: the guide's surgical offer in a hospital, the EHPAD's in a médico-social establishment.</summary>
internal static class MarcheDArbreCorps
{
    public static readonly string[] Etapes = ["informations-generales", "accueil-prise-en-charge", "patientele-et-specificites"];

    public static object Informations(bool sanitaire, string nom, bool champDuSecteur = true) => sanitaire == champDuSecteur
        ? new { nom, champActivite = Demo.Code("01"), modeleSaisie = Demo.ModeleChirurgie, uniteSensible = false }
        : new { nom, champActivite = Demo.Code("04"), modeleSaisie = Demo.ModeleEhpad, uniteSensible = false };

    public static object Accueil(bool sanitaire, string? mode = null) => sanitaire
        ? Demo.AccueilChirurgie(mode ?? "28")
        : new
        {
            typesOffre = new[] { Demo.Code("21") },
            modePriseEnCharge = Demo.Code(mode ?? "46"),
            temporaliteAccueil = Demo.Code("02"),
            ouvertureAnnuelle = Demo.Code("03"),
        };

    public static object Patientele(bool sanitaire, int? ageMin)
    {
        var publicsPrisEnCharge = new[] { Demo.Code(sanitaire ? "07" : "01") };
        return ageMin is null ? new { publicsPrisEnCharge } : new { publicsPrisEnCharge, ageMin = new { valeur = ageMin, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } };
    }

    public static object Etape(bool sanitaire, int etape, ContenuModele contenu) => etape switch
    {
        0 => Informations(sanitaire, contenu.Nom),
        1 => Accueil(sanitaire),
        _ => new { patientele = Patientele(sanitaire, contenu.AgeMin), specificites = new { activites = new[] { Activite(sanitaire) } } },
    };

    public static object Fermeture(FermetureModele demande) => demande.Reouverture is { } reouverture
        ? new { type = Demo.Code(demande.Type), dateFermeture = Jour(demande.Date), dateReouverture = Jour(reouverture) }
        : new { type = Demo.Code(demande.Type), dateFermeture = Jour(demande.Date) };

    /// <summary>An establishment; its FINESS only at birth.</summary>
    public static object Etablissement(bool sanitaire, string nom, int? numero = null) => new
    {
        idNatStruct = numero is { } n ? $"1{Luhn($"8180{n:0000}")}" : null,
        entiteJuridique = numero is null ? null : "1810990002",
        denomination = nom,
        categorie = Demo.Code(sanitaire ? "355" : "500"),
        adresse = new { commune = "81004", localite = "Albi", codePostal = "81000" },
    };

    public static string Jour(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static object Activite(bool sanitaire) =>
        sanitaire ? new { activite = Demo.Code("033") } : new { activite = Demo.Code("293"), familleActivite = Demo.Code("011") };

    private static string Luhn(string chiffres)
    {
        var somme = chiffres.Reverse().Select((c, rang) => rang % 2 == 1 ? c - '0' : ((c - '0') * 2 / 10) + ((c - '0') * 2 % 10)).Sum();
        return $"{chiffres}{(10 - (somme % 10)) % 10}";
    }
}
