using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Application.Offres.ParcoursLiberal.RattachementMsp>;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>"Détacher mon offre de cette structure" (H7).</summary>
public sealed record DetacherOffreCommand(Guid OffreId, VersionAttendue Version) : ICommande;

/// <summary>A référent attaches a liberal offer to a maison de santé (H7).</summary>
public sealed record RattacherMspCommand(Guid OffreId, VersionAttendue Version, RattachementMsp Rattachement) : ICommande;

/// <summary>Body of the attachment.</summary>
public sealed record RattachementMsp : IChamps
{
    public string? MaisonSante { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("maisonSante", "Maison de santé", r => r.MaisonSante, (r, v) => r with { MaisonSante = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 36,
            Motif = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", StructureErreurs.DestinationIntrouvable),
            Aide = "UUID d'un établissement ouvert de catégorie 603.",
        },
    ];
}

internal sealed class RattacherMspValidator : AbstractValidator<RattacherMspCommand>
{
    public RattacherMspValidator(FicheValidator<RattachementMsp> rattachement) => RuleFor(c => c.Rattachement).SetValidator(rattachement);
}

internal sealed class MaisonSanteHandler(ISaisieDb db, IVerrous verrous, AccesOffres offres, IAppelant appelant) :
    IRequestHandler<DetacherOffreCommand, Resultat<Ecriture>>,
    IRequestHandler<RattacherMspCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(DetacherOffreCommand request, CancellationToken cancellationToken)
    {
        var cabinet = await db.Offres.Where(o => o.Id == request.OffreId).Select(o => o.CabinetId).SingleOrDefaultAsync(cancellationToken);
        await RetenirAsync(request.OffreId, cabinet, cancellationToken);
        return await offres.Modifier(request.OffreId, request.Version, ActionOffre.Detacher, async o => cabinet is { } id
            ? o.Offre.Detacher(await db.EntitesGeographiques.SingleAsync(e => e.Id == id, cancellationToken), o.Environnement.Instant)
            : OffreErreurs.NonRattachee.Avec(), cancellationToken);
    }

    public async Task<Resultat<Ecriture>> Handle(RattacherMspCommand request, CancellationToken cancellationToken)
    {
        var id = Guid.TryParse(request.Rattachement.MaisonSante, out var lu) ? lu : (Guid?)null;
        await RetenirAsync(request.OffreId, id, cancellationToken);
        var repondue = false;
        var ecrit = await offres.Modifier(request.OffreId, request.Version, ActionOffre.RattacherMsp, async o =>
        {
            if (id is null)
            {
                // Told by the validator.
                return default(Rien);
            }

            repondue = o.Offre.EvaluerEtapes(o.Environnement).Any(e => e.Etape.Cle == DonneesNationales.Cle && e.Etat == EtatEtape.Validee);

            // Its own region answers for the offer, and the other for the maison de santé.
            var maison = await db.EntitesGeographiques.SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
            return maison is null || !appelant.Perimetre.RegionsVisibles.Contains(maison.Region)
                ? StructureErreurs.DestinationIntrouvable.Sur("/maisonSante")
                : o.Offre.Rattacher(maison, o.Environnement.Instant);
        }, cancellationToken);
        return ecrit.EstSucces && repondue ? ecrit.Valeur with { Avertissements = [OffreErreurs.EtapesARevoir.Avec(LesParcours.Liberal.Trouver(DonneesNationales.Cle)!.Titre)] } : ecrit;
    }

    // Both établissements are held, in the order of their ids: two acts that cross do not wait for each other.
    private async Task RetenirAsync(Guid offreId, Guid? autre, CancellationToken ct)
    {
        var ici = await db.Offres.Where(o => o.Id == offreId).Select(o => (Guid?)o.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
        foreach (var id in new[] { ici, autre }.OfType<Guid>().Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Retenir<EntiteGeographique>(id, ct);
        }
    }
}
