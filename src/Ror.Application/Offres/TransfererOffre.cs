using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Structures;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Application.Offres.Destination>;

namespace Ror.Application.Offres;

/// <summary>Where an offer goes: a UF, or an établissement of a secteur without pôles.</summary>
public sealed record Destination : IChamps
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("type", "Type du nouveau rattachement", d => d.Type, (d, v) => d with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            ValeursAdmises = [nameof(TypeNoeud.UniteFonctionnelle), nameof(TypeNoeud.EntiteGeographique), nameof(TypeNoeud.Pole)],
            Aide = "UniteFonctionnelle pour une offre sanitaire, EntiteGeographique pour les autres ; sous un pôle ne se rattache aucune offre (H1).",
        },
        Texte("id", "Identifiant du nouveau rattachement", d => d.Id, (d, v) => d with { Id = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 36, Motif = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", StructureErreurs.DestinationIntrouvable), Aide = "UUID de la structure." },
    ];

    /// <summary>Null while something is missing or unreadable.</summary>
    internal Rattachement? Lue => Type is nameof(TypeNoeud.UniteFonctionnelle) or nameof(TypeNoeud.EntiteGeographique) or nameof(TypeNoeud.Pole) && Guid.TryParse(Id, out var id)
        ? new(Enum.Parse<TypeNoeud>(Type), id) : null;
}

/// <summary>H4: another place of the same secteur, by a référent of both regions; the identifier stays, and the world is told at once.</summary>
public sealed record TransfererOffreCommand(Guid OffreId, VersionAttendue Version, Destination Destination) : ICommande;

internal sealed class TransfererOffreValidator : AbstractValidator<TransfererOffreCommand>
{
    public TransfererOffreValidator(FicheValidator<Destination> destination) => RuleFor(c => c.Destination).SetValidator(destination);
}

internal sealed class TransfererOffreHandler(ISaisieDb db, IVerrous verrous, AccesOffres offres, IAppelant appelant)
    : IRequestHandler<TransfererOffreCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Ecriture>> Handle(TransfererOffreCommand request, CancellationToken cancellationToken)
    {
        var rattachement = request.Destination.Lue;
        var vers = rattachement is null ? null : await Etablissement(rattachement, request.OffreId, cancellationToken);
        return await offres.Modifier(request.OffreId, request.Version, ActionOffre.Transferer, async o =>
        {
            if (o.Offre.Refuser(ActionOffre.Transferer, o.Environnement) is { } refus)
            {
                return refus;
            }

            if (vers is null || appelant.Perimetre.Refuser(ActionOffre.Transferer, TypeNoeud.Offre, vers.Region) is not null)
            {
                return StructureErreurs.DestinationIntrouvable.Sur("/id");
            }

            return o.Offre.Transferer(o.EntiteGeographique, vers, rattachement!, await offres.Environnement(vers, rattachement!, cancellationToken));
        }, cancellationToken);
    }

    // Both établissements are held, in the order of their ids: two transfers that cross do not wait for each other.
    private async Task<EntiteGeographique?> Etablissement(Rattachement rattachement, Guid offreId, CancellationToken ct)
    {
        var egId = rattachement.Type switch
        {
            TypeNoeud.UniteFonctionnelle => await db.UnitesFonctionnelles.Where(u => u.Id == rattachement.Id).Select(u => (Guid?)u.EntiteGeographiqueId).SingleOrDefaultAsync(ct),

            // A wrong parent, which the tree itself refuses (H1).
            TypeNoeud.Pole => await db.Poles.Where(p => p.Id == rattachement.Id).Select(p => (Guid?)p.EntiteGeographiqueId).SingleOrDefaultAsync(ct),
            _ => rattachement.Id,
        };
        var depart = await db.Offres.Where(o => o.Id == offreId).Select(o => (Guid?)o.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
        foreach (var id in new[] { egId, depart }.OfType<Guid>().Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Retenir<EntiteGeographique>(id, ct);
        }

        return await db.EntitesGeographiques.Visibles(appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == egId, ct);
    }
}
