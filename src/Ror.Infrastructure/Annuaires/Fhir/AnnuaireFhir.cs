using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;
using Ror.Domain.Identifiants;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>The national directory over FHIR. Whatever goes wrong is an answer; neither answers nor logs name who was asked about.</summary>
internal sealed class AnnuaireFhir(
    OptionsAnnuaire options, ClientFhir client, LecturePersonne personnes, LectureStructure structures, TimeProvider horloge, ILogger<AnnuaireFhir> journal) : IAnnuaireSante
{
    public Task<ReponseAnnuaire<PersonneNationale>> LireProfessionnelAsync(string rpps, CancellationToken ct) => RepondreAsync(async budget =>
    {
        if (!IdentifiantsNationaux.EstRpps(rpps))
        {
            return null;
        }

        var trouves = await client.ChercherAsync($"Practitioner?identifier={rpps}&_count=50", budget, ct);
        var praticiens = LecturePersonne.Exercices(trouves, rpps);
        if (praticiens.Count == 0)
        {
            return null;
        }

        // References take the technical ids; inactive roles would only fill pages.
        var ids = string.Join(',', praticiens.Select(p => Uri.EscapeDataString(p.Id!)));
        var roles = await client.ChercherAsync($"PractitionerRole?practitioner={ids}&active=true&_include=PractitionerRole:organization&_count=50", budget, ct);
        return personnes.Lire(rpps, praticiens, roles);
    }, ct);

    public Task<ReponseAnnuaire<StructureNationale>> LireStructureAsync(IdNatStruct idNatStruct, CancellationToken ct) => RepondreAsync(async budget =>
        LectureStructure.EstUnSite(idNatStruct)
            ? structures.Trouver(await client.ChercherAsync($"Organization?identifier={idNatStruct.Numero}&_include=Organization:partof&_count=50", budget, ct), idNatStruct) : null, ct);

    private async Task<ReponseAnnuaire<T>> RepondreAsync<T>(Func<Budget, Task<T?>> demander, CancellationToken ct)
        where T : class
    {
        try
        {
            ct.ThrowIfCancellationRequested();
            return await demander(new Budget(horloge, options.DelaiQuestion)) is { } valeur ? new(IssueAnnuaire.Trouve, valeur) : new(IssueAnnuaire.Inconnu);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var raison = Raison(e);
            journal.LogWarning("Annuaire national indisponible : {Raison}", raison);
            return new(IssueAnnuaire.Indisponible, Raison: raison);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Sockets tell a cancellation in their own ways.
            throw new OperationCanceledException(ct);
        }
    }

    // Messages of the framework may repeat what was received, or the address that was asked: none goes out.
    private static string Raison(Exception panne) => panne switch
    {
        PanneAnnuaireException => panne.Message,
        BrokenCircuitException => "L'annuaire national est laissé en repos après plusieurs pannes de suite.",
        TimeoutRejectedException => "L'annuaire national ne répond pas à temps.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "Le certificat de l'annuaire national n'est pas reconnu.",
        HttpRequestException or IOException => "L'annuaire national est injoignable, ou coupe la connexion.",
        _ => $"La réponse de l'annuaire national n'a pas pu être lue ({panne.GetType().Name}).",
    };
}

/// <summary>As shipped: nobody is asked.</summary>
internal sealed class AnnuaireNonConfigure : IAnnuaireSante
{
    public Task<ReponseAnnuaire<PersonneNationale>> LireProfessionnelAsync(string rpps, CancellationToken ct) =>
        Task.FromResult(new ReponseAnnuaire<PersonneNationale>(IssueAnnuaire.NonConfigure));

    public Task<ReponseAnnuaire<StructureNationale>> LireStructureAsync(IdNatStruct idNatStruct, CancellationToken ct) =>
        Task.FromResult(new ReponseAnnuaire<StructureNationale>(IssueAnnuaire.NonConfigure));
}
