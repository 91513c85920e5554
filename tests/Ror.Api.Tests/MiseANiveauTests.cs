using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Ror.Infrastructure.Persistence;
using Ror.Infrastructure.SqlServer;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>A database of the first release comes up to date with all that it holds.</summary>
public sealed class MiseANiveauTests : IDisposable
{
    private readonly string _connexion = MoteurDeTest.Courant.Absence is null ? MoteurDeTest.Courant.Nouvelle() : "";

    [Fact]
    public async Task Ce_qui_etait_saisi_avant_les_fiches_s_y_retrouve()
    {
        var moteur = Persistance.MoteursLivres().Append(new MoteurSqlServer()).Single(m => m.Nom == MoteurDeTest.Courant.Nom);
        var inscrits = new ServiceCollection().AddLogging();
        moteur.Inscrire(inscrits, _connexion);
        await using var services = inscrits.BuildServiceProvider();
        await using var portee = services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        await moteur.CreerAsync(db, CancellationToken.None);
        var migrations = db.GetService<IMigrator>();
        await migrations.MigrateAsync(db.Database.GetMigrations().First());
        Guid ej = Guid.CreateVersion7(), eg = Guid.CreateVersion7(), pole = Guid.CreateVersion7(), uf = Guid.CreateVersion7();
        var le = new DateTime(2026, 1, 5, 8, 0, 0, DateTimeKind.Utc);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "EntitesJuridiques" ("Id", "IdNatStruct", "RaisonSociale", "StatutJuridique", "Version", "CreeLe", "ModifieLe") VALUES ({ej}, '1810990002', 'ASSOCIATION « L''ÉTÉ »', '60', 3, {le}, {le})""");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "EntitesGeographiques" ("Id", "EntiteJuridiqueId", "IdNatStruct", "Denomination", "Categorie", "Secteur", "Region", "Recherche", "Adresse_Commune", "Adresse_Localite", "Adresse_Voie", "Version", "CreeLe", "ModifieLe") VALUES ({eg}, {ej}, '1810990010', 'CH "ALBI"/SUD', '355', 'Sanitaire', '76', 'ch albi sud', '81004', 'Albi', '22 boulevard', 5, {le}, {le})""");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "Poles" ("Id", "EntiteGeographiqueId", "Identifiant", "Nom", "Version", "CreeLe", "ModifieLe") VALUES ({pole}, {eg}, '76/100001', 'Pôle \ Médecine', 1, {le}, {le})""");
        await db.Database.ExecuteSqlAsync($"""INSERT INTO "UnitesFonctionnelles" ("Id", "PoleId", "EntiteGeographiqueId", "Identifiant", "Nom", "Version", "CreeLe", "ModifieLe") VALUES ({uf}, {pole}, {eg}, '76/100002', 'Médecine', 1, {le}, {le})""");

        await migrations.MigrateAsync();

        var entite = await db.EntitesJuridiques.SingleAsync();
        Assert.Equal(("1810990002", "ASSOCIATION « L'ÉTÉ »", "60", 3L), (entite.Fiche.IdNatStruct, entite.RaisonSociale, entite.Fiche.StatutJuridique!.Code, entite.Version));
        var site = await db.EntitesGeographiques.SingleAsync();
        Assert.Equal(
            ("1810990010", "1810990002", "CH \"ALBI\"/SUD", "355", "81004", "Albi", "22 boulevard", null),
            (site.Fiche.IdNatStruct, site.Fiche.EntiteJuridique, site.Denomination, site.Categorie, site.Adresse.Commune, site.Adresse.Localite, site.Adresse.LibelleVoie, site.Adresse.CodePostal));
        Assert.Equal((@"Pôle \ Médecine", "Médecine"), ((await db.Poles.SingleAsync()).Nom, (await db.UnitesFonctionnelles.SingleAsync()).Nom));
    }

    public void Dispose()
    {
        if (_connexion.Length > 0)
        {
            MoteurDeTest.Courant.Supprimer(_connexion);
        }
    }
}
