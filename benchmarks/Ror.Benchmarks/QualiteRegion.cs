using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Qualite;
using Ror.TestKit;
using Ror.TestKit.Moteurs;

namespace Ror.Benchmarks;

/// <summary>The quality of a région, every open offer measured at each call.</summary>
internal static class QualiteRegion
{
    private const int Tours = 5;

    public static async Task<int> MesurerAsync(int offres)
    {
        foreach (var moteur in MoteurDeTest.Tous.Where(m => m.Absence is null))
        {
            var connexion = moteur.Nouvelle();
            await using (var service = await ServiceMesure.DemarrerAsync(moteur, connexion))
            {
                await new Generateur(service.Services, 20261130).AgrandirAsync(Guid.Parse(Demo.ChAlbi), offres * 101 / 90);
                for (var tour = 0; tour < Tours; tour++)
                {
                    var (depart, alloues) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
                    await using var portee = ServiceMesure.EnReferent(service.Services);
                    var lue = (await portee.ServiceProvider.GetRequiredService<IMediator>().Send(new ConsulterQualiteRegionQuery("76"))).Valeur;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{moteur.Nom} : {lue.OffresOuvertes} offres ouvertes en {Stopwatch.GetElapsedTime(depart).TotalSeconds:0.00} s, {(GC.GetTotalAllocatedBytes() - alloues) / 1e6:0} Mo alloués, {GC.GetTotalMemory(false) / 1e6:0} Mo tenus"));
                }
            }

            moteur.Supprimer(connexion);
        }

        return 0;
    }
}
