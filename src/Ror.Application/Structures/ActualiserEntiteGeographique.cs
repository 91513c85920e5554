using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>Asks the national directory about one établissement, now. Whatever it answers, or does not, what is known stays readable.</summary>
public sealed record ActualiserEntiteGeographiqueCommand(Guid Id) : IRequest<Resultat<ActualisationLue<EntiteGeographiqueLue>>>;

internal sealed class ActualiserEntiteGeographiqueHandler(
    IAnnuaireSante annuaire,
    MiseAJourEntitesJuridiques entites,
    MiseAJourEtablissements etablissements,
    IAjoutEnMasse ajout,
    ISaisieDb db,
    IUniteDeTravail travail,
    IMediator mediator,
    IAppelant appelant,
    TimeProvider horloge) : IRequestHandler<ActualiserEntiteGeographiqueCommand, Resultat<ActualisationLue<EntiteGeographiqueLue>>>
{
    private const string Acte = "actualiser-etablissement";
    private static readonly HashSet<string> AucuneVue = [];

    public async Task<Resultat<ActualisationLue<EntiteGeographiqueLue>>> Handle(ActualiserEntiteGeographiqueCommand request, CancellationToken cancellationToken)
    {
        var eg = await db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var reponse = await annuaire.LireStructureAsync(eg.IdNatStruct, cancellationToken);
        var rapport = reponse.Valeur is { } structure ? await travail.ActualiserAsync(() => AppliquerAsync(structure, cancellationToken), cancellationToken) : null;
        var lue = await mediator.Send(new ConsulterEntiteGeographiqueQuery(request.Id), cancellationToken);
        return lue.EstSucces
            ? ActualisationLue<EntiteGeographiqueLue>.De(reponse.Issue, reponse.Raison, lue.Valeur, rapport, appelant.EnAnglais, ActeAnnuaire.EtablissementModifie)
            : Resultat<ActualisationLue<EntiteGeographiqueLue>>.Echec(lue.Erreurs);
    }

    private async Task<RapportAnnuaire> AppliquerAsync(StructureNationale structure, CancellationToken ct)
    {
        var (rapport, nouveautes) = (new RapportAnnuaire(), new Nouveautes());
        var contexte = new ContexteMiseAJour(DateOnly.FromDateTime(horloge.Instant()), Fins: false, Simulation: false, Acte, appelant.Sujet, AucuneVue) { Partielle = true };
        var connues = await entites.AppliquerAsync(structure.EntiteJuridique is { } ej ? [new(ej, null)] : [], [], contexte, nouveautes, rapport, ct);
        foreach (var (ferme, _) in await etablissements.AppliquerAsync([new(structure.Etablissement, null)], connues, contexte, nouveautes, rapport, ct))
        {
            // A whole tree does not close for good on one answer of a service: an edition of FINESS closes it.
            rapport.Signaler(null, ferme.Fiche.IdNatStruct, RapprochementErreurs.FermeDansLAnnuaire.Avec(ferme.FermeLe!));
        }

        await ajout.AjouterAsync(nouveautes, Acte, appelant.Sujet, ct);
        return rapport;
    }
}
