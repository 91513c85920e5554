using MediatR;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Professionnels;

namespace Ror.Application.Professionnels;

/// <summary>Asks the national directory about one professional, now. Whatever it answers, or does not, what is known stays readable.</summary>
public sealed record ActualiserProfessionnelCommand(string Rpps) : IRequest<Resultat<ActualisationLue<ProfessionnelLu>>>;

internal sealed class ActualiserProfessionnelHandler(
    IAnnuaireSante annuaire, MiseAJourProfessionnels miseAJour, ISaisieDb db, IUniteDeTravail travail, IMediator mediator, IAppelant appelant, TimeProvider horloge)
    : IRequestHandler<ActualiserProfessionnelCommand, Resultat<ActualisationLue<ProfessionnelLu>>>
{
    private static readonly HashSet<string> AucuneVue = [];

    public async Task<Resultat<ActualisationLue<ProfessionnelLu>>> Handle(ActualiserProfessionnelCommand request, CancellationToken cancellationToken)
    {
        var perimetre = appelant.Perimetre;
        if (!IdentifiantsNationaux.EstRpps(request.Rpps) || (!perimetre.VoitProfessionnel(request.Rpps, []) && await db.ProfessionnelVisibleAsync(perimetre, request.Rpps, cancellationToken) is null))
        {
            return ProfessionnelErreurs.Introuvable.Avec();
        }

        var reponse = await annuaire.LireProfessionnelAsync(request.Rpps, cancellationToken);
        var rapport = reponse.Valeur is { } personne ? await travail.ActualiserAsync(() => AppliquerAsync(personne, cancellationToken), cancellationToken) : null;
        var lu = await mediator.Send(new ConsulterProfessionnelQuery(request.Rpps), cancellationToken);
        return lu.EstSucces || reponse.Issue != IssueAnnuaire.Trouve
            ? ActualisationLue<ProfessionnelLu>.De(reponse.Issue, reponse.Raison, lu.EstSucces ? lu.Valeur : null, rapport, appelant.EnAnglais, ActeAnnuaire.ProfessionnelCree, ActeAnnuaire.ProfessionnelModifie)
            : Resultat<ActualisationLue<ProfessionnelLu>>.Echec(lu.Erreurs);
    }

    private async Task<RapportAnnuaire> AppliquerAsync(Domain.Annuaires.PersonneNationale personne, CancellationToken ct)
    {
        var (rapport, instant) = (new RapportAnnuaire(), horloge.Instant());

        // Two sources name a place in ways of their own, now and then: what one of them leaves out does not end an offer. Whole editions do.
        var contexte = new ContexteMiseAJour(DateOnly.FromDateTime(instant), Fins: false, Simulation: false, "actualiser-professionnel", appelant.Sujet, AucuneVue) { VerifieLe = instant, Partielle = true };
        await miseAJour.AppliquerAsync([new(personne, null)], contexte, rapport, ct);
        return rapport;
    }
}
