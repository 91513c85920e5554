using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.SqlServer;

/// <summary>The common model, compared and ordered byte by byte as the other engines do, whatever the collation of the server.</summary>
public sealed class SqlServerRorDbContext(DbContextOptions<SqlServerRorDbContext> options) : RorDbContext(options)
{
    internal const int LongueurGuid = 36;

    private const string Binaire = "Latin1_General_100_BIN2";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // uniqueidentifier orders by its last bytes: pages would not follow UUIDv7.
        configurationBuilder.Properties<Guid>().HaveConversion<string>().HaveMaxLength(LongueurGuid).AreFixedLength().AreUnicode(false);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Four texts make 1550 bytes: more than a clustered key may hold, less than another index may.
        modelBuilder.Entity("Ror.Infrastructure.Persistence.Configurations.ReponseIdempotente").HasKey("Appelant", "Methode", "Chemin", "Cle").IsClustered(false);

        foreach (var texte in modelBuilder.Model.GetEntityTypes().SelectMany(Proprietes).Where(EstTexte))
        {
            texte.SetCollation(Binaire);
        }
    }

    private static IEnumerable<IMutableProperty> Proprietes(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complexe => Proprietes(complexe.ComplexType)));

    // As it is stored: whatever becomes a text, ids and JSON included.
    private static bool EstTexte(IMutableProperty propriete) =>
        (propriete.GetProviderClrType() ?? propriete.GetValueConverter()?.ProviderClrType ?? propriete.ClrType) == typeof(string);
}
