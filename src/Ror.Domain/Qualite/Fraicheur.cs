using Ror.Domain.Territoires;

namespace Ror.Domain.Qualite;

/// <summary>The year that RE1.2 looks back on.</summary>
/// <param name="Jour">Local day of today.</param>
/// <param name="Seuil">The same day one year before, the first that counts.</param>
/// <param name="Depuis">UTC instant at which that day began.</param>
public sealed record AnneeEcoulee(DateOnly Jour, DateOnly Seuil, DateTime Depuis)
{
    /// <param name="departement">Where the établissement stands: days begin there.</param>
    public static AnneeEcoulee En(string departement, DateTime instant)
    {
        var fuseau = Fuseaux.De(departement);
        var jour = Fuseaux.Jour(fuseau, instant);
        return new(jour, jour.AddYears(-1), Fuseaux.Debut(fuseau, jour.AddYears(-1)));
    }

    public bool Contient(DateTime? instant) => instant >= Depuis;
}

/// <summary>RE1.2: are the open offers of an établissement looked after?</summary>
/// <param name="Preuve">In French.</param>
/// <param name="OffresTouchees">Open offers touched since <paramref name="Seuil"/>.</param>
/// <param name="OffresAttendues">How many must be; null where the rule does not apply.</param>
/// <param name="Seuil">First local day that counts.</param>
public sealed record Fraicheur(Conformite Resultat, string Preuve, int OffresOuvertes, int OffresTouchees, int? OffresAttendues, DateOnly Seuil)
{
    // From that many open offers on, a quarter of them.
    private const int Nombreuses = 8;

    /// <summary>Centres de santé, practices and sociétés (J55).</summary>
    public static IReadOnlyList<string> CategoriesSansObjet { get; } = ["SA05", "SA07", "SA08", "SA09"];

    /// <summary>When somebody last vouched for what the world reads of an offer.</summary>
    // Content and contacts change for the world when they are published; the instant of the last change of the aggregate also moves when a level
    // above closes and reopens, and with every edit that nobody reads yet: neither makes the published content any fresher.
    public static DateTime? ToucheeLe(DateTime? valideeLe, DateTime? exacteLe) => valideeLe > exacteLe || exacteLe is null ? valideeLe : exacteLe;

    public static int Attendues(int ouvertes) => ouvertes >= Nombreuses ? (ouvertes + 3) / 4 : Math.Min(ouvertes, 1);

    /// <summary>The rule is one of open établissements.</summary>
    public static Fraicheur DeLEtablissement(string categorie, bool ouvert, int ouvertes, int touchees, AnneeEcoulee annee)
    {
        if (CategoriesSansObjet.Contains(categorie) || !ouvert)
        {
            return new(Conformite.SansObjet, ouvert ? $"RE1.2 ne s'applique pas à la catégorie {categorie}." : "L'établissement est fermé.", ouvertes, touchees, null, annee.Seuil);
        }

        var attendues = Attendues(ouvertes);
        return new(
            touchees >= attendues ? Conformite.Conforme : Conformite.Ecart,
            ouvertes == 0 ? "Aucune offre ouverte." : $"{touchees} offre(s) revue(s) depuis un an, sur {ouvertes} ouverte(s) ; il en faut {attendues}.",
            ouvertes,
            touchees,
            attendues,
            annee.Seuil);
    }

    /// <summary>The same counts, without a verdict.</summary>
    public static Fraicheur DuPole(int ouvertes, int touchees, AnneeEcoulee annee) =>
        new(Conformite.SansObjet, "RE1.2 juge l'établissement, non le pôle.", ouvertes, touchees, null, annee.Seuil);
}
