using System.Globalization;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Bodies of lieux and of their figures, and short words for them.</summary>
internal static class Lieux
{
    public const string Chirurgie = "01920000-0000-7000-8000-000000000601";
    public const string Consultations = "01920000-0000-7000-8000-000000000602";
    public const string Bloc = "01920000-0000-7000-8000-000000000603";
    public const string Ehpad = "01920000-0000-7000-8000-000000000604";
    public const string ChAlbi = "1810990010";

    public static object Fiche(string nom = "Bâtiment C", string? externe = null, string commune = "81004") =>
        new { nom, fonction = Demo.Code("001"), adresse = new { numeroVoie = "22", libelleVoie = "boulevard de la Démonstration", codePostal = "81000", localite = "Albi", commune }, idExterneSynchro = externe };

    /// <summary>Available beds, measured now.</summary>
    public static object Disponibles(int nombre, string? genre = null, string? dateMaj = null) => Indicateur("02", nombre, dateMaj, genre);

    public static object Installes(int nombre, string? dateMaj = null) => Indicateur("01", nombre, dateMaj);

    public static object Indicateur(string statut, int nombre, string? dateMaj = null, string? genre = null, string temporalite = "01", string? fermeture = null, string? lit = null, string? crise = null) => new
    {
        nature = Demo.Code("01"),
        statut = Demo.Code(statut),
        temporalite = Demo.Code(temporalite),
        genre = Code(genre),
        typeFermeture = Code(fermeture),
        typeLitSupplementaire = Code(lit),
        typeCrise = Code(crise),
        nombre,
        source = Demo.Code("02"),
        dateMaj = dateMaj ?? IlYA(0),
    };

    public static object Mesures(params object[] indicateurs) => new { indicateurs };

    /// <summary>UTC, minutes ago.</summary>
    public static string IlYA(int minutes) => DateTime.UtcNow.AddMinutes(-minutes).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    public static string Capacites(string lieu) => $"/api/v1/lieux/{lieu}/capacites";

    /// <summary>In CH ALBI.</summary>
    public static async Task<Reponse> CreerLieuAsync(this ClientRor client, string nom = "Bâtiment C", string? externe = null) =>
        (await client.PostAsync($"/api/v1/entites-geographiques/{Demo.ChAlbi}/lieux", Fiche(nom, externe))).Doit(201);

    public static async Task<Reponse> AssocierAsync(this ClientRor client, string lieu, string offre) =>
        await client.PutAsync($"/api/v1/lieux/{lieu}/offres/{offre}", null, ("If-Match", await client.ETagAsync(offre)));

    /// <summary>The figure of that key; null when there is none.</summary>
    public static int? Nombre(this Reponse capacites, string cle) =>
        capacites.Corps.TryGetProperty("indicateurs", out var tous) || capacites.Corps.TryGetProperty("capacites", out tous) || capacites.Corps.TryGetProperty("totaux", out tous)
            ? tous.EnumerateArray().Where(i => i.Lu("cle") == cle).Select(i => (int?)i.Membre("indicateur/nombre").GetInt32()).SingleOrDefault() : null;

    private static object? Code(string? code) => code is null ? null : Demo.Code(code);
}
