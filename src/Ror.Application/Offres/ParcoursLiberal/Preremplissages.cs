using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Professionnels;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Application.Offres.ParcoursLiberal.DemandePreremplissage>;

namespace Ror.Application.Offres.ParcoursLiberal;

/// <summary>P5: the professional's other offers, and what this one would change in each, step by step. Nothing is stored.</summary>
public sealed record ListerPreremplissagesQuery(Guid OffreId) : IRequete<Preremplissages>;

/// <summary>P5: fills chosen steps of another offer from what is published of this one; none is validated by it.</summary>
/// <param name="Version">Of the offer that fills.</param>
public sealed record PreremplirOffreCommand(Guid OffreId, VersionAttendue Version, DemandePreremplissage Demande) : ICommande;

public sealed record Preremplissages(IReadOnlyList<PreremplissageLu> Elements, [property: JsonIgnore] long Version) : IVersionnee;

/// <summary>One offer that may be filled; a step that is alike already is absent.</summary>
/// <param name="Version">To give back with <c>remplacer</c>.</param>
public sealed record PreremplissageLu(
    OffreCitee Offre,
    string Nom,
    StatutOffre Statut,
    long Version,
    PreremplissageEtapeLu<DescriptionOffre>? Description,
    PreremplissageEtapeLu<ModalitesIntervention>? Modalites,
    PreremplissageEtapeLu<Contacts>? Contacts,
    PreremplissageEtapeLu<Horaires>? Horaires);

/// <param name="Remplacerait">It was validated: to fill it asks for <c>remplacer</c>.</param>
/// <param name="Champs">JSON Pointers of the fields that would change.</param>
/// <param name="Actuel">The step as it is, in the shape of its PUT.</param>
/// <param name="Propose">The step as it would be.</param>
public sealed record PreremplissageEtapeLu<T>(bool Remplacerait, IReadOnlyList<string> Champs, T Actuel, T Propose);

/// <summary>Body of the prefill.</summary>
public sealed record DemandePreremplissage : IChamps
{
    public string? Offre { get; init; }

    public Liste<string> Etapes { get; init; } = [];

    public bool? Remplacer { get; init; }

    public int? Version { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("offre", "Offre à pré-remplir", d => d.Offre, (d, v) => d with { Offre = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 36,
            Motif = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", OffreErreurs.PreremplissageCible),
            Aide = "UUID d'une autre offre du professionnel.",
        },
        Textes("etapes", "Étapes à pré-remplir", d => d.Etapes, (d, v) => d with { Etapes = v ?? [] }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours, au moins une",
            ValeursAdmises = Domain.Offres.Offre.EtapesTransmissibles,
            NombreMax = Domain.Offres.Offre.EtapesTransmissibles.Count,
            LongueurMax = 30,
            Aide = "Chacune est remplie, et reste à valider.",
        },
        Booleen("remplacer", "Remplacer", d => d.Remplacer, (d, v) => d with { Remplacer = v }) with { ParDefaut = false, Aide = "Nécessaire pour une étape déjà validée ; sans lui, rien n'est remplacé." },
        new Champ<DemandePreremplissage, int?>("version", "Version de l'offre à pré-remplir", TypeChamp.Nombre, d => d.Version, (d, v) => d with { Version = v }) with { Aide = "Celle de la liste ; demandée avec « remplacer », pour ne rien remplacer qui n'ait été vu." },
    ];
}

internal sealed class PreremplirOffreValidator : AbstractValidator<PreremplirOffreCommand>
{
    public PreremplirOffreValidator(FicheValidator<DemandePreremplissage> demande) => RuleFor(c => c.Demande).SetValidator(demande);
}

internal sealed class PreremplissagesHandler(ISaisieDb db, AccesOffres offres, IAppelant appelant) :
    IRequestHandler<ListerPreremplissagesQuery, Resultat<Preremplissages>>,
    IRequestHandler<PreremplirOffreCommand, Resultat<Ecriture>>
{
    public async Task<Resultat<Preremplissages>> Handle(ListerPreremplissagesQuery request, CancellationToken cancellationToken)
    {
        var lu = await Source(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<Preremplissages>.Echec(lu.Erreurs);
        }

        var source = lu.Valeur;
        var ids = await db.Offres.Where(o => o.Rpps == source.Rpps && o.Id != source.Id && o.Statut != StatutOffre.FermeeDefinitivement).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var elements = new List<PreremplissageLu>();
        foreach (var id in ids)
        {
            if (await offres.Lire(id, cancellationToken) is { EstSucces: true, Valeur: var cible })
            {
                elements.Add(Lire(cible, source));
            }
        }

        return new Preremplissages(elements, source.Version);
    }

    public async Task<Resultat<Ecriture>> Handle(PreremplirOffreCommand request, CancellationToken cancellationToken)
    {
        var lu = await Source(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        var (source, demande) = (lu.Valeur, request.Demande);
        if (!request.Version.Accepte(source.Version))
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (!Guid.TryParse(demande.Offre, out var id))
        {
            // Told by the validator.
            return Ecriture.Aucune(TypeNoeud.Offre);
        }

        var version = await db.Offres.Where(o => o.Id == id && o.Rpps == source.Rpps && o.Id != source.Id && o.Statut != StatutOffre.FermeeDefinitivement).Select(o => (long?)o.Version).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return OffreErreurs.PreremplissageCible.Sur("/offre");
        }

        return await offres.Modifier(id, new VersionAttendue([version.Value]), ActionOffre.Modifier, o => demande.Remplacer is true && demande.Version != o.Offre.Version
            ? OffreErreurs.PreremplissageVersion.Avec(demande.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?") with { Precisions = new Dictionary<string, object> { ["version"] = o.Offre.Version } }
            : o.Offre.Preremplir(source, demande.Etapes, demande.Remplacer is true, o.Environnement), cancellationToken);
    }

    private async Task<Resultat<Offre>> Source(Guid id, CancellationToken ct)
    {
        var lu = await offres.Lire(id, ct);
        if (!lu.EstSucces)
        {
            return Resultat<Offre>.Echec(lu.Erreurs);
        }

        var (offre, eg, _) = lu.Valeur;
        return appelant.Perimetre.Refuser(ActionOffre.Modifier, offre.Type, eg.Region, offre.Rpps) is { } interdit ? interdit
            : offre is { EstLiberale: true, Publie: not null, Statut: not StatutOffre.FermeeDefinitivement } ? offre : OffreErreurs.PreremplissageNonPubliee.Avec();
    }

    private static PreremplissageLu Lire(OffreEnPlace enPlace, Offre source)
    {
        var (offre, _, environnement) = enPlace;
        var prevus = offre.PrevoirPreremplissage(source, environnement).ToDictionary(p => p.Etape.Cle);
        return new(
            new(offre.Id, offre.Identifiant.Valeur, Liens.Offre(offre.Id)),
            offre.Nom,
            offre.Statut,
            offre.Version,
            Etape(DescriptionOffre.Cle, (etape, contenu) => (DescriptionOffre)etape.Vue!.Lire(contenu)),
            Etape(ModalitesIntervention.Cle, (etape, contenu) => (ModalitesIntervention)etape.Vue!.Lire(contenu)),
            Etape(Contacts.Cle, (_, contenu) => contenu.Contacts ?? new()),
            Etape(Horaires.Cle, (_, contenu) => contenu.Horaires ?? new()));

        PreremplissageEtapeLu<T>? Etape<T>(string cle, Func<Etape, ContenuOffre, T> valeurs) =>
            prevus.TryGetValue(cle, out var p) ? new(p.Remplace, p.Champs, valeurs(p.Etape, offre.Servi(environnement)), valeurs(p.Etape, p.Contenu)) : null;
    }
}
