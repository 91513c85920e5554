using Ror.Domain.Offres;

namespace Ror.Domain.Structures;

/// <summary>
/// What closes next: the plans of the object and of the levels above, carried out on paper day after day, the way <see cref="Cascade"/> will.
/// </summary>
public static class Previsions
{
    /// <summary>A maison de santé that closes lets its liberal offers go (H7): its plans are not theirs.</summary>
    public static Fermeture? De(Noeud noeud, IEnumerable<Noeud> dessus) => De(noeud.Situation, noeud is Offre { EstRattachee: true } ? [] : dessus.Select(n => n.Situation));

    /// <param name="dessus">The levels above, in any order.</param>
    /// <returns>The closing that the first day to change something leaves on the object; null when nothing planned will change it.</returns>
    public static Fermeture? De(Situation noeud, IEnumerable<Situation> dessus)
    {
        if (noeud.Etat is StatutOffre.Brouillon or StatutOffre.FermeeDefinitivement)
        {
            return null;
        }

        // From the établissement down, as closings of one day are carried out.
        Situation[] branche = [.. dessus.OrderBy(n => n.Type), noeud];
        var fermetures = branche.Select(n => n.Fermeture).ToArray();
        foreach (var jour in branche.Select(n => n.FermeturePrevue?.Date).OfType<DateOnly>().Distinct().Order())
        {
            for (var i = 0; i < branche.Length; i++)
            {
                if (branche[i].FermeturePrevue?.Date == jour)
                {
                    Executer(branche, fermetures, i);
                }
            }

            if (fermetures[^1] != noeud.Fermeture)
            {
                return fermetures[^1];
            }
        }

        return null;
    }

    private static void Executer(Situation[] branche, Fermeture?[] fermetures, int niveau)
    {
        var prevue = branche[niveau].FermeturePrevue!;
        var avant = fermetures[niveau];
        Func<Fermeture?, bool> touche = (prevue.Type, avant) switch
        {
            (_, { Type: TypeFermeture.Definitive }) or (TypeFermeture.Provisoire, { Cascade: null }) => _ => false,
            (TypeFermeture.Provisoire, { Cascade: { } origine }) => f => f is { Type: TypeFermeture.Provisoire } && f.Cascade == origine,
            (TypeFermeture.Provisoire, null) => f => f is null,
            (TypeFermeture.Definitive, _) => f => f is not { Type: TypeFermeture.Definitive },
        };
        for (var i = niveau; i < branche.Length; i++)
        {
            if (touche(fermetures[i]))
            {
                fermetures[i] = prevue with { Cascade = i == niveau ? null : branche[niveau].Id, Successeur = Successeur(branche[i], prevue, i == niveau) };
            }
        }
    }

    /// <summary>The offer that replaces a closed one goes on replacing it, unless this closing names another.</summary>
    internal static string? Successeur(Situation noeud, Fermeture fermeture, bool estRacine) =>
        (estRacine ? fermeture.Successeur : null) ?? noeud.Fermeture?.Successeur ?? (fermeture.Type == TypeFermeture.Definitive ? noeud.FermeturePrevue?.Successeur : null);
}

/// <summary>Of a level or an offer, what tells how it will close.</summary>
public sealed record Situation(Guid Id, TypeNoeud Type, StatutOffre Etat, Fermeture? Fermeture, Fermeture? FermeturePrevue);
