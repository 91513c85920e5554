using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

public static class FermetureErreurs
{
    public static readonly TypeErreur ReouvertureInterdite = new("fermeture.reouverture-interdite", Nature.Contenu,
        "Une fermeture définitive n'a pas de date de réouverture (RG_EXP_045).", "A definitive closing has no reopening date (RG_EXP_045).");

    public static readonly TypeErreur ReouvertureAvantFermeture = new("fermeture.reouverture-avant-fermeture", Nature.Contenu,
        "La date de réouverture doit suivre celle de la fermeture (RG_EXP_046).", "The reopening date must be later than the closing date (RG_EXP_046).");

    public static readonly TypeErreur SuccesseurDOffre = new("fermeture.successeur-d-offre", Nature.Contenu,
        "Seule une offre a un successeur.", "Only an offer has a successor.");

    public static readonly TypeErreur SuccesseurInvalide = new("fermeture.successeur-invalide", Nature.Contenu,
        "« {0} » n'a pas la forme d'un identifiant d'offre.", "\"{0}\" does not have the form of an offer identifier.");

    public static readonly TypeErreur SuccesseurIntrouvable = new("fermeture.successeur-introuvable", Nature.Contenu,
        "Aucune offre publiée et ouverte que vous puissiez voir ne porte l'identifiant « {0} ».", "No published, open offer in your sight bears identifier \"{0}\".");

    public static readonly TypeErreur SuccesseurEnBoucle = new("fermeture.successeur-en-boucle", Nature.Contenu,
        "De successeur en successeur, « {0} » revient à cette offre.", "From successor to successor, \"{0}\" leads back to this offer.");

    public static readonly TypeErreur ApercuPerime = new("fermeture.apercu-perime", Nature.Etat,
        "Ce qui serait touché n'est plus ce que disait l'aperçu : demandez-en un nouveau.", "What would be touched is no longer what the preview said: ask for a new one.");

    public static readonly TypeErreur DejaFermee = new("fermeture.deja-fermee", Nature.Etat,
        "Déjà fermé pour un temps depuis le {0:O} : donnez cette date pour changer la réouverture prévue.", "Closed for a time since {0:O} already: give that date to change the expected reopening.");
}
