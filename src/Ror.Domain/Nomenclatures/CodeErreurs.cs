using Ror.Domain.Commun;

namespace Ror.Domain.Nomenclatures;

public static class CodeErreurs
{
    private const int AdmisesAuPlus = 60;

    public static readonly TypeErreur Inconnu = new("code.inconnu", Nature.Contenu,
        "Le code « {0} » n'existe pas dans la nomenclature {1}.", "Code \"{0}\" does not exist in value set {1}.");

    public static readonly TypeErreur Obsolete = new("code.obsolete", Nature.Contenu,
        "Le code « {0} » de la nomenclature {1} n'est pas en vigueur.", "Code \"{0}\" of value set {1} is not in force.");

    public static readonly TypeErreur SystemeRequis = new("code.systeme-requis", Nature.Contenu,
        "Le code « {0} » existe dans plusieurs systèmes de la nomenclature {1} : précisez « systeme ».",
        "Code \"{0}\" exists in several systems of value set {1}: give \"systeme\".");

    public static readonly TypeErreur SystemeInconnu = new("code.systeme-inconnu", Nature.Contenu,
        "Le système donné ne contient pas le code « {0} » dans la nomenclature {1}.", "The given system does not hold code \"{0}\" in value set {1}.");

    /// <summary>Could this code ever be right? Null when it is known and in force.</summary>
    public static Erreur? Verifier(JeuDeValeurs liste, CodeNos code, string champ, DateOnly jour)
    {
        var entrees = liste.DeCode(code.Code).ToList();
        return (entrees.Count, liste.Trouver(code)) switch
        {
            (0, _) => Inconnu.Sur(champ, code.Code, liste.Nom) with { ValeursAdmises = Admises(liste, jour) },
            (_, null) when code.Systeme is null => SystemeRequis.Sur(champ, code.Code, liste.Nom) with { ValeursAdmises = [.. entrees.Select(e => e.Systeme)] },
            (_, null) => SystemeInconnu.Sur(champ, code.Code, liste.Nom) with { ValeursAdmises = [.. entrees.Select(e => e.Systeme)] },
            (_, { } entree) => liste.Admet(entree, jour) ? null : Obsolete.Sur(champ, code.Code, liste.Nom),
        };
    }

    private static List<string>? Admises(JeuDeValeurs liste, DateOnly jour)
    {
        var codes = liste.Entrees.Where(e => liste.Admet(e, jour)).Select(e => e.Code).Distinct().Take(AdmisesAuPlus + 1).ToList();
        return codes.Count > AdmisesAuPlus ? null : codes;
    }
}
