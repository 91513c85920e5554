using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Commun;

namespace Ror.Application.Anomalies;

/// <summary>Anomalies that the caller sees.</summary>
/// <param name="Destinataire"><c>moi</c>, or <c>role:cle</c>.</param>
/// <param name="Declarant"><c>moi</c>, or the subject of a token.</param>
/// <param name="Statuts">J244; none is all of them.</param>
public sealed record ListerAnomaliesQuery(string? Destinataire, string? Declarant, Guid? Objet, IReadOnlyList<string> Statuts, Page Page) : IRequete<Tranche<AnomalieResumee>>;

internal sealed class ListerAnomaliesHandler(AccesAnomalies acces, IAppelant appelant, IReferentiels referentiels) : IRequestHandler<ListerAnomaliesQuery, Resultat<Tranche<AnomalieResumee>>>
{
    private const string Moi = "moi";

    public async Task<Resultat<Tranche<AnomalieResumee>>> Handle(ListerAnomaliesQuery request, CancellationToken cancellationToken)
    {
        var statuts = request.Statuts.Select(CycleAnomalie.DeCode).ToList();
        var destinataires = request.Destinataire is null or Moi ? DestinataireAnomalie.De(appelant.Perimetre) : DestinataireAnomalie.Lire(request.Destinataire) is { } lu ? [lu] : null;
        if (statuts.Contains(null) || destinataires is null)
        {
            return RequeteErreurs.ParametreInvalide.Avec(destinataires is null ? "destinataire" : "statut");
        }

        var (voulus, declarant) = (statuts.OfType<StatutAnomalie>().ToList(), request.Declarant == Moi ? appelant.Sujet : request.Declarant);
        var anomalies = acces.Visibles.AsNoTracking();
        anomalies = request.Destinataire is null ? anomalies : anomalies.Where(a => destinataires.Contains(a.Destinataire!));
        anomalies = declarant is null ? anomalies : anomalies.Where(a => a.Declarant == declarant);
        anomalies = request.Objet is { } objet ? anomalies.Where(a => a.ObjetId == objet) : anomalies;
        anomalies = voulus.Count == 0 ? anomalies : anomalies.Where(a => voulus.Contains(a.Statut));
        int? total = request.Page.AvecTotal ? await anomalies.CountAsync(cancellationToken) : null;
        anomalies = request.Page.Apres is { } apres ? anomalies.Where(a => a.Id > apres) : anomalies;
        var lues = await anomalies.OrderBy(a => a.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<AnomalieResumee>.De([.. lues.Select(a => referentiels.Nomenclatures.Resumer(a, appelant.Perimetre))], request.Page, a => a.Id, total);
    }
}
