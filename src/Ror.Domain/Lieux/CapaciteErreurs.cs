using Ror.Domain.Commun;

namespace Ror.Domain.Lieux;

public static class CapaciteErreurs
{
    public static readonly TypeErreur InstantInvalide = new("capacite.instant-invalide", Nature.Contenu,
        "Un instant se donne avec son décalage : 2026-03-01T08:30:00Z ou 2026-03-01T09:30:00+01:00.", "An instant comes with its offset: 2026-03-01T08:30:00Z or 2026-03-01T09:30:00+01:00.");

    public static readonly TypeErreur Combinaison = new("capacite.combinaison", Nature.Contenu,
        "La table des combinaisons n'admet pas {0} pour le statut « {1} ».", "The table of combinations does not admit {0} for status \"{1}\".");

    public static readonly TypeErreur CombinaisonIncomplete = new("capacite.combinaison-incomplete", Nature.Contenu,
        "La table des combinaisons demande {0} pour le statut « {1} ».", "The table of combinations requires {0} for status \"{1}\".");

    public static readonly TypeErreur EnDouble = new("capacite.en-double", Nature.Contenu,
        "L'indicateur {0} est déjà à la ligne {1}.", "Indicator {0} is at row {1} already.");

    public static readonly TypeErreur MesureFuture = new("capacite.mesure-future", Nature.Contenu,
        "La mesure est datée de {0}, après l'heure du service ({1}).", "The measure is dated {0}, later than the clock of the service ({1}).");

    public static readonly TypeErreur MesureAnterieure = new("capacite.mesure-anterieure", Nature.Etat,
        "Une mesure plus récente, du {0}, est déjà là ; forcer=true la remplace.", "A later measure, of {0}, is there already; forcer=true replaces it.");

    public static readonly TypeErreur OffresFermees = new("capacite.offres-fermees", Nature.Etat,
        "Ce lieu est fermé, ou toutes ses offres le sont : rien n'y est disponible (RG_EXP_047).", "This lieu is closed, or all its offers are: nothing is available there (RG_EXP_047).");

    public static readonly TypeErreur LieuNonDesigne = new("capacite.lieu-non-designe", Nature.Contenu,
        "Un lieu se désigne par « lieu » (son UUID) ou par « lieuExterne » (son identifiant externe), l'un ou l'autre.", "A lieu is named by \"lieu\" (its UUID) or by \"lieuExterne\" (its external identifier), one or the other.");

    public static readonly TypeErreur LieuEnDouble = new("capacite.lieu-en-double", Nature.Contenu,
        "Ce lieu est déjà à la ligne {0}.", "This lieu is at row {0} already.");

    public static readonly TypeErreur DisponibleSuperieur = new("capacite.disponible-superieur", Nature.Avertissement,
        "Lieu {0} : {1} disponibles pour {2} installés.", "Lieu {0}: {1} available for {2} installed.");

    public static readonly TypeErreur DisponibilitesAZero = new("capacite.disponibilites-a-zero", Nature.Avertissement,
        "Lieu « {0} » ({1}), fermé ou sans plus aucune offre ouverte : ses disponibilités passent à zéro (RG_EXP_047).", "Lieu \"{0}\" ({1}), closed or without any open offer left: what was available there becomes zero (RG_EXP_047).");

    public static readonly TypeErreur DisponibilitesConservees = new("capacite.disponibilites-conservees", Nature.Avertissement,
        "Le lieu « {0} » ({1}) garde ses disponibilités : d'autres offres y sont ouvertes.", "Lieu \"{0}\" ({1}) keeps what is available there: other offers are open at it.");
}
