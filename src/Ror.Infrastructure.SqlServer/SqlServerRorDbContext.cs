using Microsoft.EntityFrameworkCore;
using Ror.Domain.Identifiants;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.SqlServer;

/// <summary>The common model, compared and ordered byte by byte as the other engines do, whatever the collation of the server.</summary>
public sealed class SqlServerRorDbContext(DbContextOptions<SqlServerRorDbContext> options) : RorDbContext(options)
{
    private const string Binaire = "Latin1_General_100_BIN2";
    private const int LongueurGuid = 36;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // uniqueidentifier orders by its last bytes: pages would not follow UUIDv7.
        configurationBuilder.Properties<Guid>().HaveConversion<string>().HaveMaxLength(LongueurGuid).AreFixedLength().AreUnicode(false).UseCollation(Binaire);
        configurationBuilder.Properties<string>().UseCollation(Binaire);
        configurationBuilder.Properties<Enum>().UseCollation(Binaire);
        configurationBuilder.Properties<IdNatStruct>().UseCollation(Binaire);
        configurationBuilder.Properties<IdentifiantRegional>().UseCollation(Binaire);
        configurationBuilder.Properties<CodeCommune>().UseCollation(Binaire);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Four texts make 1550 bytes: more than a clustered key may hold, less than another index may.
        modelBuilder.Entity("Ror.Infrastructure.Persistence.Configurations.ReponseIdempotente").HasKey("Appelant", "Methode", "Chemin", "Cle").IsClustered(false);
    }
}
