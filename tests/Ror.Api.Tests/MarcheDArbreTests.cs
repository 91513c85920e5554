using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>
/// Thousands of acts over a tree, over HTTP, days passing, against a plain model written from domain.md alone: they agree after each of them.
/// The same seed gives the same walk.
/// </summary>
public sealed class MarcheDArbreTests(ITestOutputHelper sortie)
{
    // Ten thousand, ROR_ACTES=10000, take minutes: every run plays a part of it, with a seed of its own.
    private static readonly int Actes = int.TryParse(Environment.GetEnvironmentVariable("ROR_ACTES"), out var actes) ? actes : 2_500;

    private const int TousLesArbres = 100;
    private const int ToutesLesPublications = 250;

    // Where the rarest kinds have not come by then, the walk goes on until they have.
    private const int Longue = 10_000;
    private static readonly int Minimum = Math.Min(10, Actes / 1_250);

    private static readonly string[] Faits =
    [
        "créer Pole", "créer UniteFonctionnelle", "créer Offre", "renommer", "valider une étape", "modifier une section", "valider ", "abandonner", "supprimer", "restaurer",
        "fermer EntiteGeographique", "fermer Pole", "fermer UniteFonctionnelle", "fermer Offre PRO", "fermer Offre DEF",
        "rouvrir EntiteGeographique", "rouvrir Pole", "rouvrir UniteFonctionnelle", "rouvrir Offre", "annuler", "nommer un successeur", "transférer", "jour avec fermetures",
    ];

    [Fact]
    public async Task Des_milliers_d_actes_sur_un_arbre_laissent_toujours_ce_que_dit_le_modele()
    {
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var horloge = new HorlogeReglable();
        await using var serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(horloge).AddLogging(journaux => journaux.ClearProviders()));
        var (alea, monde) = (new Random(Grappe.Graine), new MarcheDArbreMonde(serveur, horloge));
        var jeu = new MarcheDArbreJeu(monde, alea);
        var actes = new MarcheDArbreActes(monde, jeu, alea);
        await monde.OuvrirAsync();

        for (var n = 1; n <= Actes || (n <= Longue && Manques(jeu.Comptes).Count > 0); n++)
        {
            try
            {
                await actes.AgirAsync();
                await ComparerToutAsync(monde, n);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Acte {n}, ROR_SEED={Grappe.Graine}\n{string.Join('\n', jeu.Journal)}\n\n{e.Message}", e);
            }
        }

        await monde.ComparerArbresAsync();
        await monde.ComparerPublicationsAsync();
        foreach (var (acte, nombre) in jeu.Comptes)
        {
            sortie.WriteLine($"{nombre,5} {acte}");
        }

        Assert.Empty(Manques(jeu.Comptes));
        sortie.WriteLine($"{monde.Noeuds.Count()} nœuds à la fin, {monde.Noeuds.Count(n => n.Versions.Count > 0)} offres publiées.");
    }

    // A walk in which nothing of a kind is done, or nothing refused, says nothing of that kind.
    private static List<string> Manques(IReadOnlyDictionary<string, int> comptes)
    {
        var manques = new List<string>();
        foreach (var acte in Faits)
        {
            var deux = comptes.Where(c => c.Key.StartsWith(acte, StringComparison.Ordinal)).ToLookup(c => c.Key[^3] == '2', c => c.Value);
            if (deux[true].Sum() < Minimum)
            {
                manques.Add($"« {acte} » n'a réussi que {deux[true].Sum()} fois.");
            }

            if (deux[false].Sum() < Minimum && !acte.StartsWith("jour", StringComparison.Ordinal))
            {
                manques.Add($"« {acte} » n'a été refusé que {deux[false].Sum()} fois.");
            }
        }

        return manques;
    }

    private static async Task ComparerToutAsync(MarcheDArbreMonde monde, int n)
    {
        if (n % TousLesArbres == 0)
        {
            await monde.ComparerArbresAsync();
        }

        if (n % ToutesLesPublications == 0)
        {
            await monde.ComparerPublicationsAsync();
        }
    }
}
