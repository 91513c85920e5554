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
        foreach (var ecrivain in ecrivains)
        {
            Assert.Empty(await ecrivain.VerifierAsync(relecteur));
        }

        Assert.Empty(Invariants.Verifier(connexion));
    }

    public static async Task AttendreAsync(Func<bool> condition)
    {
        using var limite = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(1, limite.Token);
        }
    }
}
