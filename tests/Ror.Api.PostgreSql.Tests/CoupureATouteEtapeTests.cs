using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Ror.Api.Tests;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.TestKit;
using Ror.TestKit.Charge;

namespace Ror.Api.PostgreSql.Tests;

/// <summary>
/// The connection of a write is cut once, at each point of it in turn: before and after every statement, around the commit. The write is made, or its
/// outcome is told unknown and only where it is; never a 500, never a half.
/// </summary>
public sealed class CoupureATouteEtapeTests(ITestOutputHelper sortie)
{
    private static readonly string Creation = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";

    private readonly Coupeur _coupeur = new();
    private int _coupures;
    private int _incertaines;

    [Fact]
    public async Task Une_connexion_coupee_a_n_importe_quel_point_d_une_ecriture_ne_laisse_rien_a_moitie_fait()
    {
        await using var serveur = ServeurRor.Avec(services => services
            .ConfigureDbContext<PostgreSqlRorDbContext>(o => o.AddInterceptors(_coupeur))
            .Configure<LoggerFilterOptions>(o => o.MinLevel = LogLevel.None));
        var moi = await serveur.EnAsync("responsable-ch-albi");
        (await moi.GetAsync("/api/v1/moi")).Doit(200);
        var point = 0;
        int avant;
        do
        {
            avant = _coupures;
            await ParcourirAsync(moi, ++point);
        }
        while (_coupures > avant);

        sortie.WriteLine($"{point - 1} points au plus par écriture, {_coupures} coupures, {_incertaines} issues incertaines.");
        Assert.True(point > 10, "Les coupures ne vont pas jusqu'au bout des écritures.");
        Assert.InRange(_incertaines, 1, _coupures / 5);
        Constats.DoitTenir(serveur.Connexion);
    }

    // Every kind of write, each cut at that point.
    private async Task ParcourirAsync(ClientRor moi, int point)
    {
        var nom = $"Coupée {point}";
        async Task<Reponse> Creer(string nom) => await CouperAsync(point, () => moi.PostAsync(Creation, Demo.InformationsChirurgie(nom), ("Idempotency-Key", $"{nom.Length}-{point}")), null);
        var offre = await Creer(nom);
        var route = $"/api/v1/offres/{offre.Corps.Lu("id")}";
        Task<Reponse> Ecrire(Func<(string, string), Task<Reponse>> envoyer) => CouperAsync(point, () => envoyer(("If-Match", offre.ETag)), () => moi.GetAsync(route), offre);
        offre = (await moi.PutAsync($"{route}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", offre.ETag))).Doit(200);
        offre = await Ecrire(e => moi.PutAsync($"{route}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), e));
        offre = await Ecrire(e => moi.PostAsync($"{route}/validation", new { relu = true }, e));
        offre = (await moi.PutAsync($"{route}/sections/informations-generales", Demo.InformationsChirurgie($"{nom} bis"), ("If-Match", offre.ETag))).Doit(200);
        offre = await Ecrire(e => moi.DeleteAsync($"{route}/modifications", e));
        Assert.Equal((6L, nom, 1), (OffreSuivie.VersionDe(offre), offre.Corps.Lu("nom"), offre.Corps.GetProperty("numeroVersion").GetInt32()));

        offre = await Creer($"{nom}, à supprimer");
        route = $"/api/v1/offres/{offre.Corps.Lu("id")}";
        await Ecrire(e => moi.DeleteAsync(route, e));
        (await moi.GetAsync(route)).Doit(404);
        Assert.DoesNotContain(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == $"{nom}, à supprimer");
        Assert.Single(await moi.ToutLireAsync("/api/v1/offres?limite=200"), o => o.Lu("nom") == nom);
    }

    // When the outcome is unknown, does as the answer says: reads again, and sends again what was not made; a creation is sent again with its key.
    private async Task<Reponse> CouperAsync(int point, Func<Task<Reponse>> envoyer, Func<Task<Reponse>>? relire, Reponse? avant = null)
    {
        _coupeur.Armer(point);
        var reponse = await envoyer();
        var coupes = _coupeur.Desarmer();
        _coupures += coupes.Count > 0 ? 1 : 0;
        if (reponse.Statut is 200 or 201 or 204)
        {
            return reponse;
        }

        _incertaines++;
        Assert.Contains(nameof(IDbTransactionInterceptor.TransactionCommittingAsync), coupes);
        reponse.Refuse(503, "service.issue-incertaine");
        var relue = relire is null ? null : await relire();
        return relue is { Statut: 404 } || (relue is not null && relue.ETag != avant!.ETag) ? relue : await envoyer();
    }

    /// <summary>Ends the backend of the connection at the n-th point that it passes.</summary>
    private sealed class Coupeur : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private readonly List<string> _coupes = [];
        private int _reste = int.MinValue / 2;

        public void Armer(int point)
        {
            _reste = point;
            _coupes.Clear();
        }

        /// <returns>The point where it cut, and the next one, which is the first to notice; nothing when that point was never reached.</returns>
        public IReadOnlyList<string> Desarmer()
        {
            _reste = int.MinValue / 2;
            return [.. _coupes];
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(command.Connection!, nameof(ReaderExecutingAsync));
            return result;
        }

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(command.Connection!, nameof(ReaderExecutedAsync));
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(command.Connection!, nameof(NonQueryExecutingAsync));
            return result;
        }

        public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(command.Connection!, nameof(NonQueryExecutedAsync));
            return result;
        }

        public async ValueTask<InterceptionResult> CreatingSavepointAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(transaction.Connection!, nameof(CreatingSavepointAsync));
            return result;
        }

        public async ValueTask<InterceptionResult> ReleasingSavepointAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(transaction.Connection!, nameof(ReleasingSavepointAsync));
            return result;
        }

        public async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            await PasserAsync(transaction.Connection!, nameof(TransactionCommittingAsync));
            return result;
        }

        // The service looks at its journal meanwhile, outside of any request.
        private static bool EstUneRequete => new HttpContextAccessor().HttpContext is not null;

        private async Task PasserAsync(DbConnection connexion, string point)
        {
            if (!EstUneRequete)
            {
                return;
            }

            _reste--;
            if (_reste is 0 or -1)
            {
                _coupes.Add(point);
            }

            if (_reste != 0)
            {
                return;
            }

            await using var autre = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connexion.ConnectionString) { Pooling = false }.ToString());
            await autre.OpenAsync();
            await using var couper = new NpgsqlCommand($"SELECT pg_terminate_backend({((NpgsqlConnection)connexion).ProcessID}, 5000)", autre);
            await couper.ExecuteNonQueryAsync();
        }
    }
}
