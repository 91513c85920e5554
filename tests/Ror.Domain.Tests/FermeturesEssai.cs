using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>Closing and reopening by themselves, on the day of the tests.</summary>
internal static class FermeturesEssai
{
    public static readonly DateOnly Jour = DateOnly.FromDateTime(Fabrique.Instant);

    public static Cascade Branche(this Noeud racine, params Noeud[] descendants) => new(racine, descendants, null, Jour, Fabrique.Instant);

    public static Resultat<Rien> Fermer(this Noeud noeud, TypeFermeture type, DateOnly? reouverture = null) => Rien(noeud.Branche().Fermer(new(type, Jour, reouverture)));

    public static Resultat<Rien> Rouvrir(this Noeud noeud) => Rien(noeud.Branche().Rouvrir());

    private static Resultat<Rien> Rien(Resultat<Noeud[]> resultat) => resultat.EstSucces ? default(Rien) : Resultat<Rien>.Echec(resultat.Erreurs);
}
