using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursLiberal;

public sealed record ConsulterEtapeDonneesNationalesQuery(Guid OffreId) : IRequete<EtapeLue<DonneesNationales>>;

public sealed record ConsulterEtapeDescriptionQuery(Guid OffreId) : IRequete<EtapeLue<DescriptionOffre>>;

public sealed record ConsulterEtapeModalitesQuery(Guid OffreId) : IRequete<EtapeLue<ModalitesIntervention>>;

public sealed record ConsulterEtapeContactsQuery(Guid OffreId) : IRequete<EtapeLue<Contacts>>;

public sealed record ConsulterEtapeHorairesQuery(Guid OffreId) : IRequete<EtapeLue<Horaires>>;

/// <summary>The form of one step of the liberal parcours.</summary>
internal sealed class ConsulterEtapeLiberaleHandler(FormulairesEtape formulaires, IAppelant appelant) :
    IRequestHandler<ConsulterEtapeDonneesNationalesQuery, Resultat<EtapeLue<DonneesNationales>>>,
    IRequestHandler<ConsulterEtapeDescriptionQuery, Resultat<EtapeLue<DescriptionOffre>>>,
    IRequestHandler<ConsulterEtapeModalitesQuery, Resultat<EtapeLue<ModalitesIntervention>>>,
    IRequestHandler<ConsulterEtapeContactsQuery, Resultat<EtapeLue<Contacts>>>,
    IRequestHandler<ConsulterEtapeHorairesQuery, Resultat<EtapeLue<Horaires>>>
{
    public async Task<Resultat<EtapeLue<DonneesNationales>>> Handle(ConsulterEtapeDonneesNationalesQuery request, CancellationToken cancellationToken)
    {
        var lu = await formulaires.EnPlace(request.OffreId, DonneesNationales.Cle, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<EtapeLue<DonneesNationales>>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        var etape = formulaires.Lire(lu.Valeur, DonneesNationales.Cle, contenu => contenu.DonneesNationales!);
        var (repondu, maintenant) = (offre.Contenu.DonneesNationales?.Extrait, environnement.ExtraitNational);
        return etape with
        {
            // An answer about something else is no longer one.
            Valeurs = etape.Etat == EtatEtape.Validee ? etape.Valeurs : etape.Valeurs with { Accord = null },
            Precedent = repondu is null || repondu.Equals(maintenant) ? null : repondu,
            Changements = repondu is null || repondu.Equals(maintenant) ? null : [.. ExtraitNational.Differences(repondu, maintenant ?? new())],
            Actions =
            [
                .. etape.Actions,
                .. ActionsOffre.De(lu.Valeur, appelant.Perimetre).Where(a => a.Nom is "detacher" or "rattacher-msp"),
            ],
        };
    }

    public async Task<Resultat<EtapeLue<DescriptionOffre>>> Handle(ConsulterEtapeDescriptionQuery request, CancellationToken cancellationToken)
    {
        var lu = await formulaires.EnPlace(request.OffreId, DescriptionOffre.Cle, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<EtapeLue<DescriptionOffre>>.Echec(lu.Erreurs);
        }

        var etape = formulaires.Lire(lu.Valeur, DescriptionOffre.Cle, Vue<DescriptionOffre>);
        var propositions = Proposer(lu.Valeur.Offre.Contexte(lu.Valeur.Environnement)).ToList();
        var aCocher = etape is { Etat: EtatEtape.AFaire, Prerempli: null, Valeurs.Activites.Count: 0 };
        return etape with
        {
            Propositions = [.. propositions.Select(p => p.Lue)],
            Valeurs = aCocher ? etape.Valeurs with { Activites = propositions.Where(p => p.Lue.Coche).Select(p => new ActiviteOperationnelle { Activite = p.Code }).EnListe() } : etape.Valeurs,
        };
    }

    public Task<Resultat<EtapeLue<ModalitesIntervention>>> Handle(ConsulterEtapeModalitesQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, ModalitesIntervention.Cle, Vue<ModalitesIntervention>, cancellationToken);

    public Task<Resultat<EtapeLue<Contacts>>> Handle(ConsulterEtapeContactsQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, Contacts.Cle, contenu => contenu.Contacts!, cancellationToken);

    public Task<Resultat<EtapeLue<Horaires>>> Handle(ConsulterEtapeHorairesQuery request, CancellationToken cancellationToken) =>
        formulaires.Lire(request.OffreId, Horaires.Cle, contenu => contenu.Horaires!, cancellationToken);

    private static TEtape Vue<TEtape>(ContenuOffre contenu)
        where TEtape : class, IEtape<TEtape>, new() => (TEtape)LesParcours.Liberal.Trouver(TEtape.Cle)!.Vue!.Lire(contenu);

    // What the lists in force and the modèle admit.
    private static IEnumerable<(CodeNos Code, PropositionLue Lue)> Proposer(ContexteSaisie contexte)
    {
        var champs = LesSections.De<Specificites>().Champs.ToDictionary(c => c.Nom, c => ChampEnContexte.De(Specificites.Cle, c, contexte));
        foreach (var proposition in PropositionsLiberales.De((contexte.Contenu.AccueilPriseEnCharge?.TypesOffre ?? []).Select(t => t.Code)))
        {
            var champ = champs[proposition.Champ == ChampPropose.Activites ? "activites" : "actesSpecifiques"];
            var (liste, code) = (contexte.Nomenclatures[champ.Champ.Nomenclature!], new CodeNos(proposition.Code));
            if (liste.Trouver(code) is { } entree && liste.Admet(entree, contexte.Jour) && champ.Refuser(code, "") is null)
            {
                yield return (code, new(champ.Champ.Pointeur, LectureNomenclatures.De(entree), proposition.Coeur));
            }
        }
    }
}
