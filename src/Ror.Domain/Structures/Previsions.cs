using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>What closes next: planned for the object itself or for a level above, whichever day comes first; on one day, from the établissement down.</summary>
public static class Previsions
{
    /// <param name="dessus">The levels above.</param>
    /// <returns>With <see cref="Fermeture.Cascade"/>, the level that it was planned for, when that is not the object itself.</returns>
    public static Fermeture? De(Noeud noeud, IEnumerable<Noeud> dessus) => noeud.Etat is StatutOffre.Brouillon or StatutOffre.FermeeDefinitivement ? null
        : dessus.Where(niveau => Emporte(niveau, noeud)).OrderBy(niveau => niveau.Type).Select(niveau => niveau.FermeturePrevue! with { Cascade = niveau.Id, Successeur = null })
            .Append(noeud.FermeturePrevue).OfType<Fermeture>()
            .OrderBy(f => f.Date).ThenBy(f => f.Type).FirstOrDefault();

    // H8: what is closed for a time is taken by a definitive closing only.
    private static bool Emporte(Noeud niveau, Noeud noeud) =>
        niveau.FermeturePrevue is { } prevue && (prevue.Type == TypeFermeture.Definitive || noeud.Etat == StatutOffre.Validee);
}
