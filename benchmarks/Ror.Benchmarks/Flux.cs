using Ror.TestKit;
using Ror.TestKit.Charge;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>From the act to those who follow it: 8 writers and 4 readers of the feed for half a minute, on three nodes where the engine has several.</summary>
internal static class Flux
{
    private static readonly TimeSpan Duree = TimeSpan.FromSeconds(30);
    private static readonly string[] Profils = ["regulation", "plateforme-occitanie", "grand-public", "regulation"];

    public static async Task<int> MesurerAsync(string moteur)
    {
        AppContext.SetData("Ror.MoteurDeTest", moteur);
        await using var noeuds = await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds);
        using var arret = new CancellationTokenSource(Duree);
        var agitateurs = Enumerable.Range(0, 3).Select(n => new Agitateur(() => noeuds.EnAsync(n % noeuds.Nombre, "referent-occitanie"), n)).ToList();
        var lecteurs = Profils.Select((p, n) => new LecteurFlux(() => noeuds.EnAsync(n % noeuds.Nombre, p), TimeProvider.System)).ToList();
        var ecrivains = new List<Ecrivain>();
        for (var n = 0; n < 5; n++)
        {
            ecrivains.Add(new(await noeuds.EnAsync(n % noeuds.Nombre), $"mesure-{n}", n));
        }

        await Task.WhenAll([.. agitateurs.Select(a => a.AgirAsync(arret.Token)), .. lecteurs.Select(l => l.SuivreAsync(arret.Token)), .. ecrivains.Select(e => e.TravaillerAsync(arret.Token))]);
        var fautes = new List<string>();
        foreach (var lecteur in lecteurs)
        {
            fautes.AddRange(await lecteur.ComparerAsync());
        }

        fautes.ForEach(Console.WriteLine);
        var retards = lecteurs.SelectMany(l => l.Retards).Order().ToList();
        Console.WriteLine($"{moteur}, {noeuds.Nombre} nœud(s) : {ecrivains.Sum(e => e.Confirmes)} écritures, {agitateurs.Sum(a => a.Faits)} actes, {retards.Count} changements lus, {fautes.Count} anomalies ; "
            + $"retard p50 {retards[retards.Count / 2]:F2} s, p95 {retards[retards.Count * 95 / 100]:F2} s, p99 {retards[retards.Count * 99 / 100]:F2} s");
        return fautes.Count == 0 ? 0 : 1;
    }
}
