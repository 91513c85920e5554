using Ror.Domain.Commun;

namespace Ror.Domain.Identifiants;

public static class IdentifiantErreurs
{
    public static readonly TypeErreur EntiteJuridique = new("identifiant.entite-juridique", Nature.Contenu,
        "« {0} » n'identifie pas une entité juridique : 1 puis un FINESS, ou 2 puis un SIREN, clé comprise.", "\"{0}\" does not identify a legal entity: 1 then a FINESS, or 2 then a SIREN, key included.");

    public static readonly TypeErreur EntiteGeographique = new("identifiant.entite-geographique", Nature.Contenu,
        "« {0} » n'identifie pas un établissement : 1 puis un FINESS, 3 puis un SIRET, 4 puis un RPPS-rang, ou 0 puis un ADELI-rang, clé comprise.",
        "\"{0}\" does not identify an établissement: 1 then a FINESS, 3 then a SIRET, 4 then an RPPS-rang, or 0 then an ADELI-rang, key included.");

    public static readonly TypeErreur Siren = new("identifiant.siren", Nature.Contenu,
        "« {0} » n'est pas un SIREN : neuf chiffres, avec clé.", "\"{0}\" is not a SIREN: nine digits, with key.");

    public static readonly TypeErreur Incoherent = new("identifiant.incoherent", Nature.Contenu,
        "« {0} » n'est pas le numéro dont l'identifiant national est fait ({1}).", "\"{0}\" is not the number that the national identifier is made of ({1}).");

    public static readonly TypeErreur Siret = new("identifiant.siret", Nature.Contenu,
        "« {0} » n'est pas un SIRET : quatorze chiffres, avec clé.", "\"{0}\" is not a SIRET: fourteen digits, with key.");
}
