using System.Data;
using Microsoft.EntityFrameworkCore;
using Ror.Domain.Offres;
using Ror.Infrastructure.Demarrage;
using Ror.Infrastructure.SqlServer;
using Ror.TestKit;
using Ror.TestKit.SqlServer;

namespace Ror.Api.Tests.Sqlite;

/// <summary>What the engine does its own way, on a server that is not there.</summary>
public sealed class SqlServerMoteurTests
{
    private readonly MoteurSqlServer _moteur = new();

    [Theory]
    [InlineData(2601, true)]
    [InlineData(2627, true)]
    [InlineData(547, false)]
    [InlineData(515, false)]
    [InlineData(1205, false)]
    [InlineData(-2, false)]
    public void Une_violation_d_unicite_se_reconnait_a_son_numero(int numero, bool attendu)
    {
        // All of them carry the same message.
        var erreur = ErreursSqlServer.Erreur(numero);
        Assert.Contains("UNIQUE KEY", erreur.Message, StringComparison.Ordinal);
        Assert.Equal(attendu, _moteur.EstViolationUnicite(new DbUpdateException("", erreur)));
        Assert.False(_moteur.EstViolationUnicite(new DbUpdateException("UNIQUE KEY 2627")));
    }

    [Theory]
    [InlineData(1205, true)]
    [InlineData(40613, true)]
    [InlineData(2627, false)]
    public void Ce_qui_passe_est_repris_le_reste_non(int numero, bool attendu)
    {
        using var miroir = Miroir.Emprunter();
        var strategie = miroir.Contexte.Database.CreateExecutionStrategy();
        Assert.True(strategie.RetriesOnFailure);
        var essais = 0;
        var acte = () => ++essais > 1 ? essais : throw ErreursSqlServer.Erreur(numero);
        if (attendu)
        {
            Assert.Equal(2, strategie.Execute(acte));
        }
        else
        {
            Assert.ThrowsAny<Exception>(() => strategie.Execute(acte));
            Assert.Equal(1, essais);
        }
    }

    /// <summary>Nothing listens: 0 of severity 20; no such host: 11001; answers too late: -2.</summary>
    [Theory]
    [InlineData(0, 20, true)]
    [InlineData(11001, 20, true)]
    [InlineData(-2, 11, true)]
    [InlineData(0, 11, false)]
    [InlineData(2627, 14, false)]
    public void Un_serveur_absent_ou_trop_lent_est_une_panne_et_non_un_defaut(int numero, byte gravite, bool attendu)
    {
        var erreur = ErreursSqlServer.Erreur(numero, gravite);
        Assert.Equal(attendu, _moteur.EstIndisponible(erreur));
        Assert.Equal(attendu, _moteur.EstIndisponible(new DbUpdateException("", erreur)));
    }

    [Fact]
    public async Task Une_base_en_READ_COMMITTED_SNAPSHOT_est_acceptee_une_autre_refusee()
    {
        using var actif = Miroir.Emprunter(true);
        await _moteur.VerifierAsync(actif.Contexte, CancellationToken.None);
        Assert.Contains("is_read_committed_snapshot_on", Assert.Single(actif.Serveur.Instructions).Verifier().Texte, StringComparison.Ordinal);

        using var inactif = Miroir.Emprunter(false);
        var refus = await Assert.ThrowsAsync<DemarrageImpossibleException>(() => _moteur.VerifierAsync(inactif.Contexte, CancellationToken.None));
        Assert.Empty(GrammaireSqlServer.Fautes(refus.Message.Split(" : ")[1].TrimEnd('.')));
    }

    [Fact]
    public async Task Le_verrou_de_demarrage_est_un_verrou_d_application()
    {
        using var miroir = Miroir.Emprunter();
        await using var verrou = await _moteur.VerrouillerAsync(miroir.Contexte, CancellationToken.None);
        Assert.Contains("sp_getapplock", Assert.Single(miroir.Serveur.Instructions).Verifier().Texte, StringComparison.Ordinal);
        Assert.Contains("Pooling=False", Assert.IsType<SqlServerRorDbContext>(verrou).Database.GetConnectionString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "XLOCK")]
    [InlineData(false, "REPEATABLEREAD")]
    public async Task Une_ligne_se_tient_par_son_id_du_type_de_la_colonne(bool seul, string verrou)
    {
        using var miroir = Miroir.Emprunter();
        await _moteur.TenirLigneAsync(miroir.Contexte, miroir.Contexte.Model.FindEntityType(typeof(Offre))!, Guid.CreateVersion7(), seul, CancellationToken.None);
        var instruction = Assert.Single(miroir.Serveur.Instructions).Verifier();
        Assert.Equal(["SELECT Offres"], GrammaireSqlServer.Effets(instruction.Texte));
        Assert.Contains($"(ROWLOCK, {verrou})", instruction.Texte, StringComparison.Ordinal);
        Assert.Equal([DbType.AnsiStringFixedLength], instruction.Types);
    }

#if !SQLSERVER_COMPLET
    [Fact]
    public async Task Sans_le_client_complet_le_service_s_arrete_en_disant_comment_le_construire()
    {
        var dossier = Directory.CreateTempSubdirectory("ror-sqlserver-");
        var (code, erreur) = await ProcessusRor.DoitSArreterAsync(
            dossier.FullName, "Development", ("Persistance__Moteur", "SqlServer"), ("ConnectionStrings__Ror", "Server=absent;Database=ror"));
        Assert.Equal(1, code);
        Assert.Equal("Ce service a été construit sans le client SQL Server complet : construisez-le avec -p:SqlServerComplet=true (le Dockerfile le fait).", erreur);
        Assert.Empty(dossier.EnumerateFileSystemInfos());
        dossier.Delete();
    }
#endif
}
