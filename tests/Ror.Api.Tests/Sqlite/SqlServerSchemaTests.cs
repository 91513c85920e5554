using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Ror.Infrastructure.SqlServer;
using Ror.TestKit.SqlServer;

namespace Ror.Api.Tests.Sqlite;

/// <summary>Tables, columns and keys, as SQL Server would be given them.</summary>
public sealed partial class SqlServerSchemaTests : IDisposable
{
    private const string Binaire = "Latin1_General_100_BIN2";
    private const int CleGroupeeMax = 900;
    private const int IndexMax = 1700;

    private readonly Miroir _miroir = Miroir.Emprunter();

    private SqlServerRorDbContext Db => _miroir.Contexte;

    private IModel Modele => Db.GetService<IDesignTimeModel>().Model;

    private IEnumerable<IProperty> Proprietes => Modele.GetEntityTypes().SelectMany(type => type.GetFlattenedProperties());

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void Le_script_de_migration_se_lit_lot_par_lot_et_cree_chaque_table(MigrationsSqlGenerationOptions options)
    {
        var lots = GrammaireSqlServer.Lots(Db.GetService<IMigrator>().GenerateScript(options: options));
        Assert.All(lots, lot => Assert.Empty(GrammaireSqlServer.Fautes(lot)));
        var attendues = Modele.GetRelationalModel().Tables.Select(t => t.Name).Append("__EFMigrationsHistory").Select(t => $"CREATE {t}").Order();
        Assert.Equal(attendues, lots.SelectMany(GrammaireSqlServer.Effets).Where(e => e.StartsWith("CREATE ", StringComparison.Ordinal)).Distinct().Order());
    }

    [Fact]
    public void Les_ids_sont_des_textes_de_36_caracteres()
    {
        var ids = Proprietes.Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid)).ToList();
        Assert.NotEmpty(ids);
        Assert.All(ids, p => Assert.Equal("char(36)", p.GetColumnType()));
    }

    [Fact]
    public void Les_instants_sont_a_la_microseconde()
    {
        var instants = Proprietes.Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTime)).ToList();
        Assert.NotEmpty(instants);
        Assert.All(instants, p => Assert.Equal("datetime2(6)", p.GetColumnType()));
    }

    [Fact]
    public void Tout_texte_se_compare_octet_par_octet()
    {
        var textes = Proprietes.Where(p => p.GetColumnType().Contains("char", StringComparison.Ordinal)).ToList();
        Assert.Equal(Modele.GetRelationalModel().Tables.Count(), textes.Select(p => p.DeclaringType.ContainingEntityType.GetTableName()).Distinct().Count());
        Assert.All(textes, p => Assert.True(p.GetCollation() == Binaire, $"{p.DeclaringType.DisplayName()}.{p.Name}"));
    }

    [Fact]
    public void Aucune_cle_ni_aucun_index_ne_depasse_ce_que_le_serveur_admet()
    {
        var cles = Modele.GetRelationalModel().Tables.SelectMany(t => t.UniqueConstraints)
            .Select(c => (c.Name, c.Columns, Max: c.GetIsPrimaryKey() && c["SqlServer:Clustered"] is not false ? CleGroupeeMax : IndexMax));
        var index = Modele.GetRelationalModel().Tables.SelectMany(t => t.Indexes).Select(i => (i.Name, i.Columns, Max: IndexMax));
        Assert.All(cles.Concat(index), cle => Assert.InRange(cle.Columns.Sum(Octets), 1, cle.Max));
    }

    public void Dispose() => _miroir.Dispose();

    private static int Octets(IColumn colonne)
    {
        var type = TypeDeColonne().Match(colonne.StoreType);
        var taille = type.Groups["taille"].Value;
        return type.Groups["nom"].Value switch
        {
            "char" or "varchar" or "varbinary" => Nombre(taille),
            "nvarchar" or "nchar" => 2 * Nombre(taille),
            "bigint" or "datetime2" => 8,
            "int" => 4,
            "date" => 3,
            "bit" => 1,
            _ => throw new NotSupportedException($"{colonne.Table.Name}.{colonne.Name} : {colonne.StoreType}"),
        };
    }

    // A column without a limit cannot be in a key at all.
    private static int Nombre(string taille) => taille == "max" ? int.MaxValue / 4 : int.Parse(taille, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<nom>\w+)(\((?<taille>\w+)\))?$")]
    private static partial Regex TypeDeColonne();
}
