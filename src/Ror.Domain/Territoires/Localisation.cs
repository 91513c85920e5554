using Ror.Domain.Commun;

namespace Ror.Domain.Territoires;

/// <summary>From what an envelope says to the commune: national files leave its code out here and there.</summary>
public static class Localisation
{
    /// <summary>INSEE code of the only commune of that postal code, or of the one that has that name; null when neither tells.</summary>
    public static string? Situer(string? codePostal, string? localite)
    {
        if (codePostal is null)
        {
            return null;
        }

        var candidates = RechercheCommunes.Trouver(codePostal).Select(Communes.Lire).Where(c => c.CodesPostaux.Contains(codePostal)).ToList();
        var nom = localite is null ? null : Developper(localite);
        return candidates is [var seule] ? seule.Code
            : nom is null ? null
            : candidates.Where(c => Developper(c.Nom) == nom).ToList() is [var nommee] ? nommee.Code : null;
    }

    // "ST JEAN" on an envelope is Saint-Jean.
    private static string Developper(string nom) => string.Join(' ', Texte.Plier(nom).Split(' ').Select(mot => mot switch
    {
        "st" => "saint",
        "ste" => "sainte",
        _ => mot,
    }));
}
