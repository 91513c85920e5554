using Microsoft.EntityFrameworkCore.Design.Internal;
using Ror.DesignTime;

#pragma warning disable EF1001 // What `dotnet ef` calls, without its three runs and fifteen options.

// dotnet run --project tools/Ror.DesignTime -- NomDeLaMigration
if (args is not [var nom])
{
    await Console.Error.WriteLineAsync("Donnez le nom de la migration : dotnet run --project tools/Ror.DesignTime -- NomDeLaMigration");
    return 1;
}

foreach (var moteur in Moteurs.Tous)
{
    if (moteur.EstAJour())
    {
        Console.WriteLine($"{moteur.Contexte.Name} : le modèle n'a pas changé.");
        continue;
    }

    var projet = Path.Combine(Moteurs.Racine, "src", moteur.Contexte.Assembly.GetName().Name!);
    var operations = new MigrationsOperations(
        new OperationReporter(null), moteur.Contexte.Assembly, typeof(Moteurs).Assembly, projet, moteur.Contexte.Assembly.GetName().Name!, "C#", nullable: true, []);
    var fichiers = operations.AddMigration(nom, moteur.Dossier, moteur.Contexte.FullName, null, dryRun: false);
    Console.WriteLine(Path.GetRelativePath(Moteurs.Racine, fichiers.MigrationFile!));
}

return 0;
