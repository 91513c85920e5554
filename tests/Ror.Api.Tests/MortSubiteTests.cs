using System.Diagnostics;
using Ror.TestKit;
using Ror.TestKit.Charge;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>kill -9 in the middle of writes: nothing half-done, nothing lost that was answered. Real processes.</summary>
[Collection(Grappe.Nom)]
public sealed class MortSubiteTests(Grappe grappe, ITestOutputHelper sortie)
{
    private const int Ecrivains = 6;

    // A server engine has more ways to be interrupted, and tests of its own for them.
    private static readonly int Morts = MoteurDeTest.Courant.Noeuds == 1 ? 10 : 6;

    private readonly Random _alea = new(Grappe.Graine);
    private int _confirmees;
    private int _interrompues;

    [Fact]
    public async Task Tuer_un_noeud_pendant_les_ecritures_ne_laisse_rien_a_moitie_fait_et_ne_perd_rien()
    {
        var duree = Stopwatch.StartNew();
        sortie.WriteLine($"ROR_SEED={Grappe.Graine}");
        var noeuds = await grappe.NoeudsAsync();
        for (var mort = 0; mort < Morts; mort++)
        {
            var victime = mort % noeuds.Nombre;
            var ecrivains = await TuerPendantLesEcrituresAsync(noeuds, victime, mort);
            await noeuds.RelancerAsync(victime);
            await Constats.DoitEtreCoherenteAsync(noeuds.Connexion, ecrivains, await noeuds.EnAsync(victime));
        }

        sortie.WriteLine($"{Morts} arrêts brutaux, {_confirmees} écritures confirmées, {_interrompues} sans réponse, {duree.Elapsed.TotalSeconds:F0} s.");
        Assert.True(_interrompues >= Morts, "Les arrêts n'ont presque rien interrompu : ils ne prouvent rien.");
    }

    private async Task<IReadOnlyList<Ecrivain>> TuerPendantLesEcrituresAsync(NoeudsRor noeuds, int victime, int mort)
    {
        using var arret = new CancellationTokenSource();
        var ecrivains = new List<Ecrivain>();
        for (var rang = 0; rang < Ecrivains + noeuds.Nombre - 1; rang++)
        {
            // One on each other node, the rest on the node that dies.
            var noeud = (victime + Math.Max(0, rang - Ecrivains + 1)) % noeuds.Nombre;
            ecrivains.Add(new(await noeuds.EnAsync(noeud), $"{mort}-{rang}", _alea.Next()));
        }

        var survivants = ecrivains.Skip(Ecrivains).ToList();
        var travaux = ecrivains.Select(e => e.TravaillerAsync(arret.Token)).ToList();
        await Constats.AttendreAsync(() => ecrivains.All(e => e.Confirmes > 0 || e.Anomalies.Count > 0));
        await Task.Delay(_alea.Next(1, 250));
        noeuds.Tuer(victime);

        // The others go on as if nothing had happened.
        await Constats.AvancerAsync(survivants);
        await arret.CancelAsync();
        await Task.WhenAll(travaux);

        _confirmees += ecrivains.Sum(e => e.Confirmes);
        _interrompues += ecrivains.Sum(e => e.Offres.Count(o => o.EnSuspens is not null));
        return ecrivains;
    }
}
