using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.Persistence.PostgreSql;
using Ror.Infrastructure.Persistence.Sqlite;
using Ror.Infrastructure.SqlServer;
using Ror.TestKit;

namespace Ror.Architecture.Tests;

/// <summary>Three engines, one model: what differs stays in the folder of each engine.</summary>
public sealed class MoteursTests
{
    private static readonly string[] Dossiers = ["Persistence/Sqlite/", "Persistence/PostgreSql/", "Ror.Infrastructure.SqlServer/"];

    // Their names are said once, where the engines are listed.
    private static readonly string[] Listes = ["Persistence/Persistance.cs", "Exploitation/Configuration.cs"];

    private static readonly string[] PropreAUnMoteur =
        ["Sqlite", "Npgsql", "PostgreSql", "SqlServer", "SqlClient", "ProviderName", "IsRelational", "FromSql", "ExecuteSql", "SqlQuery", "PRAGMA", "EF.Functions"];

    public static TheoryData<string> Contextes => ["Sqlite", "PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Contextes))]
    public void Aucun_changement_du_modele_n_attend_sa_migration(string moteur)
    {
        using var db = Contexte(moteur);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"{moteur} : dotnet run --project tools/Ror.DesignTime -- NomDeLaMigration");
    }

    // SQLite rebuilds a table outside the transaction of its migration: a start killed there leaves a base that no start can take up.
    [Fact]
    public void Aucune_migration_de_SQLite_ne_sort_de_sa_transaction()
    {
        using var db = Contexte("Sqlite");
        Assert.DoesNotContain("PRAGMA", db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Default), StringComparison.Ordinal);
    }

    [Fact]
    public void Les_moteurs_ont_les_memes_tables_et_les_memes_index()
    {
        var attendu = Forme(Contexte("Sqlite"));
        Assert.NotEmpty(attendu);
        Assert.Equal(attendu, Forme(Contexte("PostgreSql")));
        Assert.Equal(attendu, Forme(Contexte("SqlServer")));
    }

    [Fact]
    public void Ce_qui_est_propre_a_un_moteur_reste_dans_son_dossier()
    {
        var fautifs = from fichier in Directory.EnumerateFiles(Depot.Chemin("src"), "*.cs", SearchOption.AllDirectories)
                      let chemin = fichier.Replace('\\', '/')
                      where !chemin.Contains("/obj/", StringComparison.Ordinal) && !Dossiers.Concat(Listes).Any(d => chemin.Contains(d, StringComparison.Ordinal))
                      from ligne in File.ReadLines(fichier)
                      where !ligne.TrimStart().StartsWith("//", StringComparison.Ordinal) && PropreAUnMoteur.Any(mot => ligne.Contains(mot, StringComparison.Ordinal))
                      select $"{chemin} : {ligne.Trim()}";
        Assert.Empty(fautifs);
    }

    private static IEnumerable<string> Forme(RorDbContext db)
    {
        using (db)
        {
            return [.. from type in db.Model.GetEntityTypes()
                       let colonnes = type.GetProperties().Select(p => $"{p.GetColumnName()}{(p.IsNullable ? "?" : "")}{p.GetMaxLength() switch { 36 => null, var n => n }}").Order()
                       let index = type.GetIndexes().Select(i => $"{(i.IsUnique ? "unique " : "")}{string.Join('+', i.Properties.Select(p => p.Name))}").Order()
                       orderby type.GetTableName()
                       select $"{type.GetTableName()}({string.Join(", ", colonnes)}) [{string.Join(", ", index)}]"];
        }
    }

    private static RorDbContext Contexte(string moteur) => moteur switch
    {
        "Sqlite" => new SqliteRorDbContext(new DbContextOptionsBuilder<SqliteRorDbContext>().UseSqlite("Data Source=jamais-ouverte.db").Options),
        "PostgreSql" => new PostgreSqlRorDbContext(new DbContextOptionsBuilder<PostgreSqlRorDbContext>().UseNpgsql("Host=jamais-ouverte").Options),
        _ => new SqlServerRorDbContext(OptionsSqlServer()),
    };

    private static DbContextOptions<SqlServerRorDbContext> OptionsSqlServer()
    {
        var options = new DbContextOptionsBuilder<SqlServerRorDbContext>();
        MoteurSqlServer.Configurer(options, "Server=jamais-ouverte");
        return options.Options;
    }
}
