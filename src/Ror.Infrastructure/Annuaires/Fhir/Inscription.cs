using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Fhir;

public static class Inscription
{
    /// <summary>One client for the process: its rate, its circuit and its token are shared by all who ask.</summary>
    public static IServiceCollection AjouterAnnuaire(this IServiceCollection services, OptionsAnnuaire options)
    {
        if (!options.EstConfigure)
        {
            return services.AddSingleton<IAnnuaireSante, AnnuaireNonConfigure>();
        }

        services.AddKeyedSingleton<HttpMessageHandler>(typeof(Inscription), (_, _) => Connexions());
        return services.AddSingleton<IAnnuaireSante>(p => Composer(
            options, p.GetRequiredKeyedService<HttpMessageHandler>(typeof(Inscription)), p.GetRequiredService<TimeProvider>(),
            code => EstTypeVoie(p.GetRequiredService<IReferentiels>(), code, p.GetRequiredService<TimeProvider>().Jour()), p.GetRequiredService<ILogger<AnnuaireFhir>>()));
    }

    /// <summary>What asks, from the question to the socket.</summary>
    internal static AnnuaireFhir Composer(OptionsAnnuaire options, HttpMessageHandler connexions, TimeProvider horloge, Func<string, bool> estTypeVoie, ILogger<AnnuaireFhir> journal)
    {
        var jetons = options.OAuth is { } oauth ? new JetonOAuth(oauth, new HttpMessageInvoker(connexions, disposeHandler: false), horloge) : null;
        var reprises = new Reprises(connexions, options, new Habilitation(options, jetons), new Debit(options.Debit, horloge), horloge);
        var structures = new LectureStructure(new LectureAdresse(estTypeVoie), horloge);
        return new(options, new ClientFhir(options, new HttpMessageInvoker(reprises, disposeHandler: false)), new LecturePersonne(structures, horloge), structures, horloge, journal);
    }

    internal static SocketsHttpHandler Connexions() => new()
    {
        // A redirect would carry the key along.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        // Names are resolved again from time to time.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        MaxConnectionsPerServer = 20,
        MaxResponseDrainSize = 64 << 10,
        // Identifiers of our requests are no business of the directory's.
        ActivityHeadersPropagator = null,
    };

    private static bool EstTypeVoie(IReferentiels referentiels, string code, DateOnly jour) =>
        referentiels.Nomenclatures.Trouver("J219") is { } liste && liste.Trouver(new CodeNos(code)) is { } entree && liste.Admet(entree, jour);
}
