using System.Text.Json.Serialization;
using MediatR;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;

namespace Ror.Application.Offres.ParcoursLiberal;

public sealed record ConsulterRecapitulatifQuery(Guid OffreId) : IRequete<RecapitulatifLu>;

/// <summary>Step 6, and the liberal <c>valider</c>: nothing else publishes the offer.</summary>
public sealed record ValiderRecapitulatifCommand(Guid OffreId, VersionAttendue Version, Relecture Relecture) : ICommande;

/// <summary>Step 6: the whole offer as it will be published, and what it still lacks.</summary>
/// <param name="Valeurs">Body of the step's PUT; <c>relu</c> becomes true when its author has read it over.</param>
/// <param name="Publication">What the world will read, before each access profile takes its part of it.</param>
/// <param name="Localisations">Where the world will find it.</param>
/// <param name="Complet">Nothing is missing.</param>
/// <param name="AMender">Steps that are not validated, with what each lacks.</param>
/// <param name="Manquants">Every shortcoming, as the validation would tell it.</param>
public sealed record RecapitulatifLu(
    string Cle,
    string Titre,
    string ImportantASavoir,
    EtatEtape Etat,
    Relecture Valeurs,
    ContenuOffre Publication,
    IReadOnlyList<LocalisationLue> Localisations,
    bool ModificationsEnAttente,
    bool Complet,
    IReadOnlyList<EtapeAMender> AMender,
    IReadOnlyList<ErreurLue> Manquants,
    IReadOnlyList<ActionLue> Actions,
    [property: JsonIgnore] long Version) : IVersionnee;

/// <param name="Prerempli">Its values come from another offer, and wait to be validated; absent otherwise.</param>
/// <param name="Manquants">What it lacks; of a step that lacks nothing, that it is to be validated again.</param>
/// <param name="Href">Where it is mended.</param>
public sealed record EtapeAMender(string Cle, string Titre, EtatEtape Etat, bool? Prerempli, IReadOnlyList<ErreurLue> Manquants, string Href);

internal sealed class RecapitulatifHandler(ISaisieDb db, AccesOffres offres, FormulairesEtape formulaires, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterRecapitulatifQuery, Resultat<RecapitulatifLu>>,
    IRequestHandler<ValiderRecapitulatifCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<RecapitulatifLu>> Handle(ConsulterRecapitulatifQuery request, CancellationToken cancellationToken)
    {
        var lu = await formulaires.EnPlace(request.OffreId, LesParcours.CleRecapitulatif, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<RecapitulatifLu>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        var (etapes, bilan) = (offre.EvaluerEtapes(environnement), offre.Bilan(environnement));
        var (ceci, href) = (etapes.Single(e => e.Etape.Cle == LesParcours.CleRecapitulatif), Liens.Offre(offre.Id));
        return new RecapitulatifLu(
            ceci.Etape.Cle,
            ceci.Etape.Titre,
            ceci.Etape.ImportantASavoir,
            ceci.Etat,
            new() { Relu = false },
            Publication.Publiable(offre.Servi(environnement)),
            await db.Lieux.LocaliserAsync(offre.Contenu, eg, referentiels.Nomenclatures, cancellationToken),
            offre.ModificationsEnAttente,
            bilan.EstComplet,
            [.. etapes.Where(e => e != ceci && e.Etat != EtatEtape.Validee).Select(e => new EtapeAMender(
                e.Etape.Cle, e.Etape.Titre, e.Etat, e.Prerempli ? true : null, Lire(e.Manquants.Count > 0 ? e.Manquants : [OffreErreurs.EtapeNonValidee.Avec(e.Etape.Titre)]), $"{href}/etapes/{e.Etape.Cle}"))],
            Lire(bilan.Manquants),
            [.. ActionsOffre.De(lu.Valeur, appelant.Perimetre).Where(a => a.Nom is "valider" or "abandonner-modifications")],
            offre.Version);
    }

    public Task<Resultat<Ecriture>> Handle(ValiderRecapitulatifCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId,
        request.Version,
        ActionOffre.Valider,
        o => o.Offre.Parcours.Trouver(LesParcours.CleRecapitulatif) is null ? OffreErreurs.EtapeInconnue.Avec(LesParcours.CleRecapitulatif) : o.Offre.Valider(request.Relecture.Relu is true, o.Environnement),
        cancellationToken);

    private List<ErreurLue> Lire(IEnumerable<Erreur> erreurs) => [.. erreurs.Select(e => ErreurLue.De(e, appelant.EnAnglais))];
}
