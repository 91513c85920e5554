using System.Globalization;
using Ror.TestKit;
using Ror.TestKit.Charge;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>
/// As many processes of the service as the engine has nodes, on one database. Real processes share the machine: the classes that need them run one
/// after the other.
/// </summary>
[CollectionDefinition(Nom)]
public sealed class Grappe : ICollectionFixture<Grappe>, IAsyncDisposable
{
    public const string Nom = "Processus";

    private NoeudsRor? _noeuds;

    /// <summary>Seed of what the tests leave to chance: <c>ROR_SEED</c>, else another one each time. Tests write it.</summary>
    public static int Graine { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), CultureInfo.InvariantCulture, out var graine) ? graine : Random.Shared.Next(1, 1_000_000);

    /// <summary>The nodes, started on first use; all ready.</summary>
    public async Task<NoeudsRor> NoeudsAsync()
    {
        _noeuds ??= await NoeudsRor.DemarrerAsync(MoteurDeTest.Courant.Noeuds);
        await _noeuds.SoignerAsync();
        return _noeuds;
    }

    public ValueTask DisposeAsync() => _noeuds?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>What every test on several processes ends with.</summary>
internal static class Constats
{
    /// <summary>Nothing was said that is not true, and the database holds together.</summary>
    public static async Task DoitEtreCoherenteAsync(string connexion, IEnumerable<Ecrivain> ecrivains, ClientRor relecteur)
    {
        var fautes = new List<string>();
        foreach (var ecrivain in ecrivains)
        {
            fautes.AddRange(await ecrivain.VerifierAsync(relecteur));
        }

        Assert.True(fautes.Count == 0, string.Join('\n', fautes));
        DoitTenir(connexion);
    }

    /// <summary>The database holds together.</summary>
    public static void DoitTenir(string connexion)
    {
        var violations = Invariants.Verifier(connexion);
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    /// <summary>Waits until each of them has made a few writes more.</summary>
    public static async Task AvancerAsync(IReadOnlyList<Ecrivain> ecrivains)
    {
        var avant = ecrivains.Select(e => e.Confirmes).ToList();
        await AttendreAsync(() => ecrivains.Zip(avant).All(e => e.First.Confirmes > e.Second + 2 || e.First.Anomalies.Count > 0));
    }

    public static Task AttendreAsync(Func<bool> condition) => AttendreAsync(() => Task.FromResult(condition()));

    public static async Task AttendreAsync(Func<Task<bool>> condition)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (!await condition())
        {
            await Task.Delay(1, limite.Token);
        }
    }
}
