using Ror.Domain.Commun;

namespace Ror.Application.Commun;

public static class RequeteErreurs
{
    public static readonly TypeErreur VersionPerimee = new("version.perimee", Nature.VersionPerimee,
        "L'objet a changé depuis votre lecture ; relisez-le et recommencez.", "The object has changed since you read it; read it again and retry.");

    public static readonly TypeErreur ParametreInvalide = new("parametre.invalide", Nature.Illisible,
        "Un paramètre n'a pas une valeur admise : {0}.", "A parameter does not have an admitted value: {0}.");

    public static readonly TypeErreur NomenclatureInconnue = new("nomenclature.introuvable", Nature.Introuvable,
        "La nomenclature « {0} » n'existe pas.", "Value set \"{0}\" does not exist.");
}
