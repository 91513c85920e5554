using System.Globalization;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>WGS 84, in millionths of a degree (a decimetre): eight bytes, since a whole file of them is held.</summary>
internal readonly record struct Position(int Latitude, int Longitude)
{
    public static Position EnDegres(double latitude, double longitude) => new((int)Math.Round(latitude * 1e6), (int)Math.Round(longitude * 1e6));

    public decimal LatitudeEnDegres => Latitude / 1_000_000m;

    public decimal LongitudeEnDegres => Longitude / 1_000_000m;
}

/// <summary>A position, or why there is none; neither when nothing was given.</summary>
internal readonly record struct Localisation(Position? Position, Erreur? Raison)
{
    public static implicit operator Localisation(Position position) => new(position, null);

    public static implicit operator Localisation(Erreur raison) => new(null, raison);
}

internal static class Coordonnees
{
    /// <param name="source">Commas between rank, provider, score, geocoder and system; the oldest have more of them, score third and system last.</param>
    public static Localisation DuFichierPlat(string x, string y, string source)
    {
        if (x.Length == 0 && y.Length == 0)
        {
            return default;
        }

        // Before the score, nothing varies; after it, the geocoder has one word or two.
        var mots = source.Split(',', StringSplitOptions.TrimEntries);
        if (mots.Length > 2 && (mots[2] == "." || mots.Skip(3).Any(EstCentreDeCommune)))
        {
            return FinessErreurs.PositionCommune.Sur("/adresse");
        }

        return (Lire(x), Lire(y)) is not ({ } est, { } nord) || (est, nord) is (0, 0) ? FinessErreurs.PositionIllisible.Sur("/adresse", x, y)
            : Territoires.DuSysteme(source) is not { } territoire ? FinessErreurs.PositionSysteme.Sur("/adresse", source)
            : Convertir(territoire, est, nord) ?? (Localisation)FinessErreurs.PositionHorsTerritoire.Sur("/adresse", x, y);
    }

    /// <summary>
    /// Two pairs, one in degrees and one projected, each under either pair of names and in either order: what fits the territory is what is meant.
    /// </summary>
    /// <param name="cle">Key of the national address base; without <c>_</c>, it is that of a whole commune.</param>
    public static Localisation DuJson((string? Une, string? Autre) xy, (string? Une, string? Autre) direction, string? cle, string commune)
    {
        if (xy is (null, null) && direction is (null, null))
        {
            return default;
        }

        if (cle?.Contains('_', StringComparison.Ordinal) == false)
        {
            return FinessErreurs.PositionCommune.Sur("/adresse");
        }

        (double, double)[] paires = [.. new[] { direction, xy }.Select(p => (Lire(p.Une), Lire(p.Autre))).Where(p => p is ({ } une, { } autre) && (une, autre) is not (0, 0)).Select(p => (p.Item1!.Value, p.Item2!.Value))];
        return paires.Length == 0 ? FinessErreurs.PositionIllisible.Sur("/adresse", direction.Une ?? xy.Une ?? "", direction.Autre ?? xy.Autre ?? "")
            : EnDegres(paires) ?? Projetee(paires, Territoires.DeLaCommune(commune))
            ?? (Localisation)FinessErreurs.PositionHorsTerritoire.Sur("/adresse", paires[0].Item1, paires[0].Item2);
    }

    private static Position? EnDegres((double, double)[] paires) => DansLesDeuxOrdres(paires)
        .Where(p => Territoires.UnContient(p.Une, p.Autre))
        .Select(p => (Position?)Position.EnDegres(p.Une, p.Autre))
        .FirstOrDefault();

    // Near the equator both orders may fit: nothing then says which is meant.
    private static Position? Projetee((double, double)[] paires, Territoire territoire) =>
        DansLesDeuxOrdres(paires).Select(p => Convertir(territoire, p.Une, p.Autre)).OfType<Position>().Distinct().ToArray() is [var seule] ? seule : null;

    private static IEnumerable<(double Une, double Autre)> DansLesDeuxOrdres((double Une, double Autre)[] paires) => paires.SelectMany(p => new[] { p, (p.Autre, p.Une) });

    private static Position? Convertir(Territoire territoire, double est, double nord)
    {
        var (latitude, longitude) = territoire.Projection.Inverser(est, nord);
        return territoire.Contient(latitude, longitude) ? Position.EnDegres(latitude, longitude) : null;
    }

    private static bool EstCentreDeCommune(string geocodeur) =>
        geocodeur.StartsWith("ADMIN-EXPRESS", StringComparison.OrdinalIgnoreCase) || geocodeur.StartsWith("MAPS", StringComparison.OrdinalIgnoreCase);

    // A point only: what a comma means is a guess.
    private static double? Lire(string? texte) =>
        double.TryParse(texte, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) && double.IsFinite(nombre) ? nombre : null;
}
