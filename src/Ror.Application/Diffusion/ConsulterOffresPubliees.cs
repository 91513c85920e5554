using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>Published offers that the caller's access profile may see.</summary>
public sealed record ListerOffresPublieesQuery(IReadOnlyList<string> ChampsActivite, IReadOnlyList<string> Regions, IReadOnlyList<string> Departements, Page Page)
    : IRequete<Tranche<OffrePublieeLue>>;

public sealed record ConsulterOffrePublieeQuery(IdentifiantRegional Identifiant) : IRequete<OffrePublieeLue>;

/// <summary>One published offer as the caller's access profile may read it.</summary>
/// <param name="NumeroVersion">Number of the published version.</param>
/// <param name="Structures">The branch of the tree above it.</param>
/// <param name="Sections">Published values; what the profile may not see is absent.</param>
public sealed record OffrePublieeLue(
    Guid Id,
    string Identifiant,
    string Nom,
    StatutOffre Statut,
    int NumeroVersion,
    DateTime ValideeLe,
    string Region,
    string Departement,
    Secteur Secteur,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    StructuresPubliees Structures,
    ContenuOffre Sections,
    string Href,
    [property: JsonIgnore] long Version) : IVersionnee;

internal sealed class ConsulterOffresPublieesHandler(IDiffusionDb db, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ListerOffresPublieesQuery, Resultat<Tranche<OffrePublieeLue>>>,
    IRequestHandler<ConsulterOffrePublieeQuery, Resultat<OffrePublieeLue>>
{
    private int Profil => appelant.Perimetre.Profil;

    // Rows are filtered before they are counted: a total never tells of what the caller may not see.
    private IQueryable<OffrePubliee> Visibles =>
        Visibilite.VoitOffre(Profil, uniteSensible: true) ? db.OffresPubliees.AsNoTracking() : db.OffresPubliees.AsNoTracking().Where(o => !o.UniteSensible);

    public async Task<Resultat<Tranche<OffrePublieeLue>>> Handle(ListerOffresPublieesQuery request, CancellationToken cancellationToken)
    {
        // A code that does not exist is a typo, not an empty answer.
        if (Inconnu(request) is { } parametre)
        {
            return RequeteErreurs.ParametreInvalide.Avec(parametre);
        }

        var offres = Visibles;
        offres = request.ChampsActivite.Count > 0 ? offres.Where(o => request.ChampsActivite.Contains(o.ChampActivite)) : offres;
        offres = request.Regions.Count > 0 ? offres.Where(o => request.Regions.Contains(o.Region)) : offres;
        offres = request.Departements.Count > 0 ? offres.Where(o => request.Departements.Contains(o.Departement)) : offres;
        int? total = request.Page.AvecTotal ? await offres.CountAsync(cancellationToken) : null;
        offres = request.Page.Apres is { } apres ? offres.Where(o => o.Id > apres) : offres;
        var lues = await offres.OrderBy(o => o.Id).Take(request.Page.Limite + 1).ToListAsync(cancellationToken);
        return Tranche<OffrePublieeLue>.De(await Lire(lues, cancellationToken), request.Page, o => o.Id, total);
    }

    public async Task<Resultat<OffrePublieeLue>> Handle(ConsulterOffrePublieeQuery request, CancellationToken cancellationToken) =>
        await Visibles.SingleOrDefaultAsync(o => o.Identifiant == request.Identifiant, cancellationToken) is { } offre
            ? (await Lire([offre], cancellationToken))[0]
            : OffreErreurs.Introuvable.Avec();

    private string? Inconnu(ListerOffresPublieesQuery request) =>
        request.ChampsActivite.Any(c => !referentiels.Nomenclatures["J20"].DeCode(c).Any()) ? "champActivite"
        : request.Regions.Any(r => !Departements.ParRegion.ContainsKey(r)) ? "region"
        : request.Departements.Any(d => Departements.Region(d) is null) ? "departement"
        : null;

    // A successor out of sight is not named.
    private async Task<List<OffrePublieeLue>> Lire(IReadOnlyList<OffrePubliee> offres, CancellationToken ct)
    {
        var nommes = offres.SelectMany(o => new[] { Successeur(o.Fermeture), Successeur(o.FermeturePrevue) }).OfType<IdentifiantRegional>().Distinct().ToList();
        var connus = nommes.Count == 0 ? [] : await Visibles.Where(o => nommes.Contains(o.Identifiant)).Select(o => o.Identifiant).ToListAsync(ct);
        return [.. offres.Select(o => Lire(o, connus))];
    }

    private static IdentifiantRegional? Successeur(Fermeture? fermeture) => IdentifiantRegional.Lire(fermeture?.Successeur);

    private static Fermeture? Montrer(Fermeture? fermeture, List<IdentifiantRegional> connus) =>
        Successeur(fermeture) is { } successeur && !connus.Contains(successeur) ? fermeture! with { Successeur = null } : fermeture;

    private OffrePublieeLue Lire(OffrePubliee o, List<IdentifiantRegional> connus)
    {
        var (fermeture, prevue) = FermetureLue.De(Montrer(o.Fermeture, connus), Montrer(o.FermeturePrevue, connus), referentiels.Nomenclatures);
        return new(
            o.Id,
            o.Identifiant.Valeur,
            o.Contenu.InformationsGenerales?.Nom ?? "",
            o.Statut,
            o.NumeroVersion,
            o.ValideeLe,
            o.Region,
            o.Departement,
            o.Secteur,
            fermeture,
            prevue,
            o.Structures,
            Visibilite.Filtrer(o.Contenu, Profil, o.Secteur),
            Liens.OffrePubliee(o.Identifiant.DansUrl),
            o.Version);
    }
}
