namespace Ror.Infrastructure.Annuaires.Fhir;

internal static class Perimetre
{
    /// <summary>Same origin, and below the same folder: no link leads anywhere else.</summary>
    public static bool EstSousMoi(this Uri racine, Uri adresse) => adresse.IsAbsoluteUri && adresse.UserInfo.Length == 0 && racine.IsBaseOf(adresse);
}
