using MediatR;
using Ror.Application.Commun;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursStructure;

public sealed record ConsulterEtapeInformationsGeneralesQuery(Guid OffreId) : IRequete<EtapeLue<InformationsGenerales>>;

public sealed record ConsulterEtapeAccueilPriseEnChargeQuery(Guid OffreId) : IRequete<EtapeLue<AccueilPriseEnCharge>>;

public sealed record ConsulterEtapePatienteleEtSpecificitesQuery(Guid OffreId) : IRequete<EtapeLue<PatienteleEtSpecificites>>;

/// <summary>The form of one step: fields after the modèle, presets, current values.</summary>
internal sealed class ConsulterEtapeHandler(AccesOffres offres, IAppelant appelant) :
    IRequestHandler<ConsulterEtapeInformationsGeneralesQuery, Resultat<EtapeLue<InformationsGenerales>>>,
    IRequestHandler<ConsulterEtapeAccueilPriseEnChargeQuery, Resultat<EtapeLue<AccueilPriseEnCharge>>>,
    IRequestHandler<ConsulterEtapePatienteleEtSpecificitesQuery, Resultat<EtapeLue<PatienteleEtSpecificites>>>
{
    public Task<Resultat<EtapeLue<InformationsGenerales>>> Handle(ConsulterEtapeInformationsGeneralesQuery request, CancellationToken cancellationToken) =>
        Lire(request.OffreId, InformationsGenerales.Cle, contenu => contenu.InformationsGenerales!, cancellationToken);

    public Task<Resultat<EtapeLue<AccueilPriseEnCharge>>> Handle(ConsulterEtapeAccueilPriseEnChargeQuery request, CancellationToken cancellationToken) =>
        Lire(request.OffreId, AccueilPriseEnCharge.Cle, contenu => contenu.AccueilPriseEnCharge!, cancellationToken);

    public Task<Resultat<EtapeLue<PatienteleEtSpecificites>>> Handle(ConsulterEtapePatienteleEtSpecificitesQuery request, CancellationToken cancellationToken) =>
        Lire(request.OffreId, PatienteleEtSpecificites.Cle, c => new PatienteleEtSpecificites { Patientele = c.Patientele!, Specificites = c.Specificites! }, cancellationToken);

    private async Task<Resultat<EtapeLue<T>>> Lire<T>(Guid offreId, string cle, Func<ContenuOffre, T> valeurs, CancellationToken ct)
    {
        var lu = await offres.Lire(offreId, ct);
        if (!lu.EstSucces)
        {
            return Resultat<EtapeLue<T>>.Echec(lu.Erreurs);
        }

        var (offre, _, environnement) = lu.Valeur;
        if (offre.Parcours.Trouver(cle) is null)
        {
            return OffreErreurs.EtapeInconnue.Avec(cle);
        }

        var evaluee = offre.EvaluerEtapes(environnement).Single(e => e.Etape.Cle == cle);
        var href = Liens.Offre(offre.Id);
        return FormulaireEtape.De(evaluee, offre.Contexte(environnement), valeurs, appelant.EnAnglais, offre.Version) with
        {
            Actions = offre.RefuserEtape(cle, environnement) is null ? [new("valider-etape", cle, "PUT", $"{href}/etapes/{cle}")] : [],
        };
    }
}

internal static class FormulaireEtape
{
    public static EtapeLue<T> De<T>(EtapeEvaluee evaluee, ContexteSaisie contexte, Func<ContenuOffre, T> valeurs, bool enAnglais, long version)
    {
        var sections = evaluee.Etape.Sections;
        var prereglages = sections.Aggregate(ContenuOffre.Vide, (c, s) => s.Ecrire(c, s.Prereglee(contexte)));
        var courantes = sections.Aggregate(contexte.Contenu, (c, s) => s.Ecrire(c, s.Affichee(s.Lire(c) ?? s.Lire(prereglages)!, contexte)));
        var champs = from section in sections
                     from champ in section.Champs
                     select ChampLu.De(ChampEnContexte.De(section.Cle, champ, contexte), sections.Count > 1 ? "/" + section.Cle : "");
        var choisitLeModele = evaluee.Etape.Cle == InformationsGenerales.Cle;
        return new(
            evaluee.Etape.Cle,
            evaluee.Etape.Titre,
            evaluee.Etape.ImportantASavoir,
            evaluee.Etat,
            [.. champs],
            valeurs(courantes),
            valeurs(prereglages),
            [.. evaluee.Manquants.Select(m => ErreurLue.De(m, enAnglais))],
            choisitLeModele ? [.. contexte.ModelesProposes.Select(ModeleSaisieResume.De)] : null,
            [],
            version);
    }
}
