namespace Ror.Infrastructure.Annuaires.Fhir;

internal static class Jours
{
    /// <summary>Today, UTC: a day more or less changes nothing of what a directory says.</summary>
    public static DateOnly Jour(this TimeProvider horloge) => DateOnly.FromDateTime(horloge.GetUtcNow().UtcDateTime);
}
