using Ror.Consommateur;

// dotnet run --project samples/Ror.Consommateur -- suivre   http://localhost:5080 copie.db
// dotnet run --project samples/Ror.Consommateur -- verifier http://localhost:5080 copie.db
if (args is not [("suivre" or "verifier") and var acte, var adresse, var fichier])
{
    Console.Error.WriteLine("suivre|verifier <adresse du service> <fichier de la copie>");
    return 2;
}

using var arret = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    arret.Cancel();
};

using var ror = ClientRor.De(new Uri(adresse));
using var copie = new Copie(fichier);
try
{
    await (acte == "suivre" ? Synchronisation.SuivreAsync(ror, copie, arret.Token) : Synchronisation.RattraperAsync(ror, copie, arret.Token));
}
catch (OperationCanceledException) when (arret.IsCancellationRequested)
{
    return 0;
}

var ecarts = await Synchronisation.ComparerAsync(ror, copie, arret.Token);
Console.WriteLine(ecarts.Count == 0 ? $"{copie.Nombre} objets : la copie est égale à une lecture complète." : string.Join('\n', ecarts));
return ecarts.Count == 0 ? 0 : 1;
