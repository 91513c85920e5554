using System.Globalization;
using Ror.Benchmarks;

// FSYNC=on tools/avec-postgresql dotnet run -c Release --project benchmarks/Ror.Benchmarks -- parcours
return args switch
{
    ["parcours"] => await ParcoursStructure.MesurerAsync(),
    ["arborescence", .. var reste] => await Arbre.MesurerAsync(reste is [var nombre] ? int.Parse(nombre, CultureInfo.InvariantCulture) : 2_000),
    ["qualite", .. var reste] => await QualiteRegion.MesurerAsync(reste is [var nombre] ? int.Parse(nombre, CultureInfo.InvariantCulture) : 30_000),
    ["cascade"] => await Cascade.MesurerAsync(),
    ["flux", var moteur] => await Flux.MesurerAsync(moteur),
    ["rpps", .. var reste] => await Rpps.MesurerAsync(reste is [var nombre] ? int.Parse(nombre, CultureInfo.InvariantCulture) : 500_000),
    ["territoires"] => Territoires.Mesurer(),
    ["nomenclatures", var dossier] => await Nomenclatures.MesurerAsync(dossier),
    ["diffusion", .. var reste] => await Lectures.MesurerAsync(reste is [var nombre] ? int.Parse(nombre, CultureInfo.InvariantCulture) : 100_000),
    ["capacites", .. var reste] => await Capacites.MesurerAsync(reste is [var nombre] ? int.Parse(nombre, CultureInfo.InvariantCulture) : 500),
    _ => Aide(),
};

static int Aide()
{
    Console.Error.WriteLine("Mesures : parcours, arborescence [nombre de nœuds], qualite [nombre d'offres], cascade, flux <Sqlite|PostgreSql>, diffusion [nombre d'offres], rpps [nombre de lignes], nomenclatures <dossier des listes>, territoires, capacites [nombre de lieux]");
    return 1;
}
