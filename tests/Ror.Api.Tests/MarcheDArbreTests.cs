using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.TestKit;
using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <summary>
/// Ten thousand acts over a tree, over HTTP, days passing, against a plain model written from domain.md alone: they agree after each of them.
/// The same seed gives the same walk.
/// </summary>
public sealed class MarcheDArbreTests(ITestOutputHelper sortie)
{
    private const int Actes = 10_000;
    private const int TousLesArbres = 100;
    private const int ToutesLesPublications = 250;

    [Fact]
    public async Task Dix_mille_actes_sur_un_arbre_laissent_toujours_ce_que_dit_le_modele()
    {
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var horloge = new HorlogeReglable();
        await using var serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(horloge).AddLogging(journaux => journaux.ClearProviders()));
        var (alea, monde) = (new Random(Grappe.Graine), new MarcheDArbreMonde(serveur, horloge));
        var jeu = new MarcheDArbreJeu(monde, alea);
        var actes = new MarcheDArbreActes(monde, jeu, alea);
        await monde.OuvrirAsync();

        for (var n = 1; n <= Actes; n++)
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

        foreach (var (acte, nombre) in jeu.Comptes)
        {
            sortie.WriteLine($"{nombre,5} {acte}");
        }

        sortie.WriteLine($"{monde.Noeuds.Count()} nœuds à la fin, {monde.Noeuds.Count(n => n.Versions.Count > 0)} offres publiées.");
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
