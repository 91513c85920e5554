using System.Diagnostics;
using Npgsql;
using Ror.TestKit;

namespace Ror.Api.PostgreSql.Tests;

/// <summary>A PostgreSQL of a test's own, that it may stop and start; its commits are durable. Gone when the test process ends, however it ends.</summary>
internal sealed class PostgreSqlPrive : IAsyncDisposable
{
    private readonly Process _garde;
    private readonly string _serveur;
    private readonly string _commande;

    private PostgreSqlPrive(Process garde, string serveur, string commande) => (_garde, _serveur, _commande) = (garde, serveur, commande);

    /// <summary>Skips the test, with the reason, where PostgreSQL is not installed.</summary>
    public static async Task<PostgreSqlPrive> DemarrerAsync()
    {
        var demarrage = new ProcessStartInfo(Depot.Chemin("tools/avec-postgresql"), ["sh", "-c", "printenv ROR_TEST_POSTGRESQL ROR_TEST_POSTGRESQL_SERVEUR && cat"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        demarrage.Environment["FSYNC"] = "on";
        var garde = Process.Start(demarrage)!;
        var (serveur, commande) = (await garde.StandardOutput.ReadLineAsync(), await garde.StandardOutput.ReadLineAsync());
        if (serveur is null || commande is null)
        {
            Assert.Skip($"Pas de serveur à arrêter : {await garde.StandardError.ReadToEndAsync()}");
        }

        return new(garde, serveur, commande);
    }

    public string Base(string nom) => new NpgsqlConnectionStringBuilder(_serveur) { Database = nom }.ToString();

    /// <summary>Every backend dies at once, as in a crash of the server.</summary>
    public Task TomberAsync() => CommanderAsync("stop", "-m", "immediate");

    /// <summary>Connections are closed one by one, as for a maintenance.</summary>
    public Task ArreterAsync() => CommanderAsync("stop", "-m", "fast");

    public Task RedemarrerAsync() => CommanderAsync("start");

    public async ValueTask DisposeAsync()
    {
        // The guard reads until the end of its input, then sweeps everything away.
        _garde.StandardInput.Close();
        await _garde.WaitForExitAsync();
        _garde.Dispose();
    }

    private async Task CommanderAsync(params string[] arguments)
    {
        using var commande = Process.Start(_commande, arguments);
        await commande.WaitForExitAsync();
        Assert.Equal(0, commande.ExitCode);
    }
}
