using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using Ror.DesignTime;

// dotnet run --project tools/Ror.DesignTime -- NomDeLaMigration
if (args is not [var nom])
{
    await Console.Error.WriteLineAsync("Donnez le nom de la migration : dotnet run --project tools/Ror.DesignTime -- NomDeLaMigration");
    return 1;
}

foreach (var moteur in Moteurs.Tous)
{
    using var contexte = moteur.Creer();
    if (contexte.Database.GetMigrations().Any() && !contexte.Database.HasPendingModelChanges())
    {
        Console.WriteLine($"{moteur.Projet}, {moteur.EspaceDeNoms} : le modèle n'a pas changé.");
        continue;
    }

    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(contexte);
    moteur.Services().ConfigureDesignTimeServices(services);
    using var fournisseur = services.BuildServiceProvider();
    var echafaudage = fournisseur.GetRequiredService<IMigrationsScaffolder>();
    var migration = echafaudage.ScaffoldMigration(nom, moteur.Projet, moteur.EspaceDeNoms, "C#");
    var fichiers = echafaudage.Save(moteur.Dossier, migration, Path.Combine(moteur.Dossier, moteur.EspaceDeNoms.Replace('.', '/')), dryRun: false);
    Console.WriteLine(fichiers.MigrationFile);
}

return 0;
