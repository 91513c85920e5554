using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Bodies of the liberal parcours, and short words for it.</summary>
internal static class Liberal
{
    public const string Rpps = "10000000009";

    /// <summary>Brouillon of which nothing was entered.</summary>
    public const string Albi = "01920000-0000-7000-8000-000000000501";

    /// <summary>Brouillon whose first five steps are validated.</summary>
    public const string Gaillac = "01920000-0000-7000-8000-000000000502";

    /// <summary>Brouillon in the maison de santé.</summary>
    public const string DansLaMaison = "01920000-0000-7000-8000-000000000503";

    /// <summary>Published.</summary>
    public const string Castres = "01920000-0000-7000-8000-000000000504";

    public const string CabinetAlbi = "01920000-0000-7000-8000-000000000103";
    public const string CabinetRealmont = "01920000-0000-7000-8000-000000000105";
    public const string Maison = "01920000-0000-7000-8000-000000000107";

    public static object Accord { get; } = new { accord = true };

    public static object Relu { get; } = new { relu = true };

    public static object Description(string nom = "Cabinet du Dr Démonstration") => new
    {
        nom,
        activites = new[] { new { activite = Demo.Code("437") } },
        actesSpecifiques = Codes("0172"),
        ageMin = new { valeur = 0, unite = "d" },
        ageMax = new { valeur = 120, unite = "a" },
    };

    public static object AuCabinet { get; } = new { modalitesAccueil = Codes("03") };

    public static object ADomicile(params string[] communes) => new { modalitesAccueil = Codes("03", "05"), communes };

    public static object Contacts(int patients = 1) => new
    {
        patients = Enumerable.Range(0, patients).Select(i => new { nature = Demo.Code("02"), telecoms = new[] { new { canal = Demo.Code("2"), valeur = $"05 36 49 00 {10 + i}" } } }),
    };

    public static object Plage(string type, int jour, string debut, string fin) => new { type = Demo.Code(type), jour, debut, fin };

    public static object Semaine(params object[] plages) => new { semaineType = plages.Length > 0 ? plages : [Plage("07", 1, "09:00", "12:00")] };

    public static object[] Codes(params string[] codes) => [.. codes.Select(Demo.Code)];

    public static string Etape(string offre, string cle) => $"/api/v1/offres/{offre}/etapes/{cle}";

    /// <summary>Validates one step, on the version that is there.</summary>
    public static async Task<Reponse> ValiderAsync(this ClientRor client, string offre, string cle, object corps) =>
        await client.PutAsync(Etape(offre, cle), corps, ("If-Match", await client.ETagAsync(offre)));

    /// <summary>The first five steps.</summary>
    public static async Task<Reponse> RemplirAsync(this ClientRor client, string offre, object? modalites = null, object? horaires = null)
    {
        (await client.ValiderAsync(offre, "donnees-nationales", Accord)).Doit(200);
        (await client.ValiderAsync(offre, "description", Description())).Doit(200);
        (await client.ValiderAsync(offre, "modalites", modalites ?? AuCabinet)).Doit(200);
        (await client.ValiderAsync(offre, "contacts", Contacts())).Doit(200);
        return (await client.ValiderAsync(offre, "horaires", horaires ?? Semaine())).Doit(200);
    }

    /// <summary>From a draft to the world.</summary>
    public static async Task<Reponse> PublierAsync(this ClientRor client, string offre, object? modalites = null, object? horaires = null)
    {
        await client.RemplirAsync(offre, modalites, horaires);
        return (await client.ValiderAsync(offre, "recapitulatif", Relu)).Doit(200);
    }

    /// <summary>State of one step.</summary>
    public static string Etat(this JsonElement offre, string cle) => offre.GetProperty("etapes").Ou("cle", cle).Lu("etat");
}
