using Ror.Domain.Commun;

namespace Ror.Domain.Offres.Sections;

/// <summary>Weekdays as messages name them.</summary>
internal static class JoursEnMots
{
    private static readonly string[] Francais = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
    private static readonly string[] Anglais = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <param name="jour">1 is Monday; null is every day. Anything else is told by the shape check.</param>
    public static Bilingue De(int? jour) => jour switch
    {
        null => new("tous les jours", "every day"),
        >= 1 and <= 7 => new(Francais[jour.Value - 1], Anglais[jour.Value - 1]),
        _ => new("?", "?"),
    };
}
