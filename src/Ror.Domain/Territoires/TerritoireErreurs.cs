using Ror.Domain.Commun;

namespace Ror.Domain.Territoires;

public static class TerritoireErreurs
{
    public static readonly TypeErreur NumeroVoie = new("adresse.numero-voie", Nature.Contenu,
        "Un numéro de voie a quatre chiffres au plus ; « bis » se saisit dans l'extension.", "A street number has four digits at most; \"bis\" goes into the extension.");

    public static readonly TypeErreur CodePostal = new("adresse.code-postal", Nature.Contenu,
        "Un code postal a cinq chiffres.", "A postal code has five digits.");

    public static readonly TypeErreur CommuneForme = new("commune.forme", Nature.Contenu,
        "« {0} » n'a pas la forme d'un code INSEE de commune.", "\"{0}\" does not have the form of an INSEE commune code.");

    public static readonly TypeErreur CommuneInconnue = new("commune.inconnue", Nature.Contenu,
        "« {0} » n'est le code INSEE d'aucune commune.", "\"{0}\" is the INSEE code of no commune.");

    public static readonly TypeErreur CommuneSansRegion = new("commune.sans-region", Nature.Contenu,
        "La commune « {0} » est dans une collectivité d'outre-mer qui n'est d'aucune région du ROR.", "Commune \"{0}\" is in an overseas collectivity that belongs to no region of the ROR.");

    public static readonly TypeErreur RegionIntrouvable = new("region.introuvable", Nature.Introuvable,
        "« {0} » n'est le code INSEE d'aucune région.", "\"{0}\" is the INSEE code of no region.");

    public static readonly TypeErreur DepartementIntrouvable = new("departement.introuvable", Nature.Introuvable,
        "« {0} » n'est le code INSEE d'aucun département.", "\"{0}\" is the INSEE code of no département.");

    public static readonly TypeErreur DepartementInconnu = new("departement.inconnu", Nature.Contenu,
        "« {0} » n'est le code INSEE d'aucun département.", "\"{0}\" is the INSEE code of no département.");

    public static readonly TypeErreur CommuneIntrouvable = new("commune.introuvable", Nature.Introuvable,
        "« {0} » n'est, et n'a été, le code INSEE d'aucune commune.", "\"{0}\" is, and was, the INSEE code of no commune.");

    public static readonly TypeErreur CoordonneesIncompletes = new("adresse.coordonnees-incompletes", Nature.Contenu,
        "La latitude et la longitude vont ensemble.", "Latitude and longitude go together.");
}
