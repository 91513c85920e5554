using Ror.Domain.Commun;

namespace Ror.Domain.Structures;

public static class FermetureErreurs
{
    public static readonly TypeErreur ReouvertureInterdite = new("fermeture.reouverture-interdite", Nature.Contenu,
        "Une fermeture définitive n'a pas de date de réouverture (RG_EXP_045).", "A definitive closing has no reopening date (RG_EXP_045).");

    public static readonly TypeErreur ReouvertureAvantFermeture = new("fermeture.reouverture-avant-fermeture", Nature.Contenu,
        "La date de réouverture doit suivre celle de la fermeture (RG_EXP_046).", "The reopening date must be later than the closing date (RG_EXP_046).");

    public static readonly TypeErreur DejaFermee = new("fermeture.deja-fermee", Nature.Contenu,
        "Le niveau est déjà fermé depuis le {0} : seule la date de réouverture peut changer.", "The level is closed since {0} already: only the reopening date may change.");
}
