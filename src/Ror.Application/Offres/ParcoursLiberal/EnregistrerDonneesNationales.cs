using System.Text.Json;
using FluentValidation;
using MediatR;
using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Domain.Anomalies;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>Step 1: agree with what the national directories say, or declare an anomaly on each information that is wrong.</summary>
public sealed record EnregistrerDonneesNationalesCommand(Guid OffreId, VersionAttendue Version, DonneesNationales Saisie) : ICommande;

internal sealed class EnregistrerDonneesNationalesValidator : AbstractValidator<EnregistrerDonneesNationalesCommand>
{
    public EnregistrerDonneesNationalesValidator(SectionValidator<DonneesNationales> saisie) => RuleFor(c => c.Saisie).SetValidator(saisie);
}

internal sealed class EnregistrerDonneesNationalesHandler(AccesOffres offres, DeclarationsAnomalies declarations) : IRequestHandler<EnregistrerDonneesNationalesCommand, Resultat<Ecriture>>
{
    public Task<Resultat<Ecriture>> Handle(EnregistrerDonneesNationalesCommand request, CancellationToken cancellationToken) => offres.Modifier(
        request.OffreId, request.Version, ActionOffre.Modifier, o => EnregistrerAsync(o, request.Saisie, cancellationToken), cancellationToken);

    // Nothing is declared for a step that refuses: the transaction is one.
    private async Task<Resultat<Rien>> EnregistrerAsync(OffreEnPlace enPlace, DonneesNationales saisie, CancellationToken ct)
    {
        var (offre, _, environnement) = enPlace;
        if (offre.RefuserEtape(DonneesNationales.Cle, environnement) is { } refus)
        {
            return refus;
        }

        // What is missing, or too long, is told by the shape and by the step.
        if (Formes.Verifier(DonneesNationales.Champs, saisie, environnement.Nomenclatures, DateOnly.FromDateTime(environnement.Instant)).Any())
        {
            return Formes.EstDemesuree(DonneesNationales.Champs, saisie) ? default(Rien) : offre.ValiderEtape(DonneesNationales.Cle, [saisie], environnement);
        }

        var (lignes, fautes) = (new List<AnomalieSignalee>(), new List<Erreur>());
        foreach (var (signalee, i) in saisie.Anomalies.Select((a, i) => (a, i)))
        {
            var declaree = await DeclarerAsync(offre, signalee, environnement, ct);
            lignes.Add(signalee with { Anomalie = declaree.EstSucces ? declaree.Valeur : null });
            fautes.AddRange(declaree.Erreurs.Select(e => e with { Section = DonneesNationales.Cle, Champ = $"/anomalies/{i}{(e.Champ == "/anomalie" ? e.Champ : "/champ")}" }));
        }

        return fautes.Count > 0 ? fautes : offre.ValiderEtape(DonneesNationales.Cle, [saisie with { Anomalies = lignes.EnListe() }], environnement);
    }

    // One that was told in the same words of the same value goes on, whatever became of it; anything else is told anew.
    private async Task<Resultat<string>> DeclarerAsync(Offre offre, AnomalieSignalee signalee, Environnement environnement, CancellationToken ct)
    {
        var donnees = offre.Contenu.DonneesNationales;
        var connue = donnees?.Anomalies.FirstOrDefault(a => a.Champ == signalee.Champ);
        if (signalee.Anomalie is not null && signalee.Anomalie != connue?.Anomalie)
        {
            return ChampErreurs.LectureSeule.Sur("/anomalie", "Anomalie");
        }

        var erronee = Lire(environnement.ExtraitNational, signalee.Champ);
        if (connue?.Anomalie is { } suivie && connue == signalee with { Anomalie = suivie } && erronee == Lire(donnees!.Extrait, signalee.Champ))
        {
            return suivie;
        }

        var declaree = await declarations.DeclarerAsync(new(TypeObjetAnomalie.Offre, offre.Id, DonneesNationales.Cle, signalee.Champ)
        {
            ValeurErronee = erronee,
            ValeurProposee = Proposer(signalee),
            Description = signalee.Description,
            Regle = DonneesNationales.Cle,
        }, ct);
        return declaree.EstSucces ? declaree.Valeur.Id.ToString() : Resultat<string>.Echec(declaree.Erreurs);
    }

    // In the form of the field, so that the directory which brings the value is seen to bring it.
    private static ValeurJson? Proposer(AnomalieSignalee signalee) => string.IsNullOrWhiteSpace(signalee.ValeurProposee) ? null
        : ValeurJson.De((ExtraitNational.Trouver(signalee.Champ)?.Type, signalee.ValeurProposee.Trim().ToLowerInvariant()) switch
        {
            (TypeChamp.Booleen, "oui" or "true") => "true",
            (TypeChamp.Booleen, "non" or "false") => "false",
            _ => JsonSerializer.Serialize(signalee.ValeurProposee),
        });

    private static ValeurJson? Lire(ExtraitNational? extrait, string? champ) =>
        PointeurJson.Lire(JsonSerializer.SerializeToNode(new DonneesNationales { Extrait = extrait }, JsonRor.Stockage), champ) is { } valeur ? ValeurJson.De(valeur.ToJsonString()) : null;
}
