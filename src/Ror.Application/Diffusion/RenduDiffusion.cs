using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>What callers of one access profile all read alike, until its version changes.</summary>
public interface IRenduPublie : IVersionnee
{
    /// <summary>What it is asked for by: identifier of an offer, id of a structure.</summary>
    string Cle { get; }

    /// <summary>UTC instant from which it reads otherwise, though nothing has changed; null when only a change makes it read otherwise.</summary>
    DateTime? PerimeLe => null;
}

/// <summary>One published offer as the caller's access profile may read it.</summary>
/// <param name="NumeroVersion">Number of the published version.</param>
/// <param name="FermeturePrevue">What closes it next, planned for itself or for a structure above.</param>
/// <param name="Structures">The branch of the tree above it.</param>
/// <param name="Sections">Published values; what the profile may not see is absent.</param>
/// <param name="Masques">JSON Pointers of what is there and may not be seen; never told to profile 0.</param>
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
    IReadOnlyList<string>? Masques,
    string Href,
    [property: JsonIgnore] long Version) : IRenduPublie
{
    [JsonIgnore]
    public string Cle => Identifiant;

    /// <summary>The first exception of its hours has passed by then (RG_EXP_018).</summary>
    [JsonIgnore]
    public DateTime? PerimeLe { get; init; }
}

/// <summary>One published structure as the caller's access profile may read it; one of the three fiches, after its type.</summary>
/// <param name="ParentId">The structure that it hangs on.</param>
/// <param name="Masques">JSON Pointers of what is there and may not be seen; never told to profile 0.</param>
public sealed record StructurePublieeLue(
    Guid Id,
    TypeNoeud Type,
    string Identifiant,
    string Nom,
    Guid? ParentId,
    Guid? EntiteGeographiqueId,
    string? Region,
    string? Departement,
    Secteur? Secteur,
    StatutOffre Statut,
    FermetureLue? Fermeture,
    FermetureLue? FermeturePrevue,
    FicheEntiteJuridique? FicheEntiteJuridique,
    FicheEntiteGeographique? FicheEntiteGeographique,
    FicheOrganisationInterne? FicheOrganisationInterne,
    IReadOnlyList<string>? Masques,
    string Href,
    [property: JsonIgnore] long Version) : IRenduPublie
{
    [JsonIgnore]
    public string Cle => Id.ToString();
}

/// <summary>From published rows to what this caller may read of them.</summary>
internal sealed class RenduDiffusion(IDiffusionDb db, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
{
    public int Profil => appelant.Perimetre.Profil;

    /// <summary>Does the caller see sensitive units?</summary>
    public bool VoitTout => Visibilite.VoitOffre(Profil, uniteSensible: true);

    // Rows are filtered before they are counted: a total never tells of what the caller may not see.
    public IQueryable<OffrePubliee> OffresVisibles => VoitTout ? db.OffresPubliees.AsNoTracking() : db.OffresPubliees.AsNoTracking().Where(o => !o.UniteSensible);

    /// <summary>Those that the caller may see. Row and content in one statement: what was hidden between two would be shown.</summary>
    public async Task<List<OffrePublieeLue>> Lire(IQueryable<OffrePubliee> offres, CancellationToken ct)
    {
        var lues = await offres.Join(db.ContenusPublies.AsNoTracking(), o => o.Id, c => c.Id, (Offre, Publie) => new { Offre, Publie.Contenu }).ToListAsync(ct);
        return [.. lues.Select(l => Lire(l.Offre, l.Contenu))];
    }

    public Task<List<OffrePublieeLue>> Lire(IReadOnlyList<Guid> ids, CancellationToken ct) =>
        ids.Count == 0 ? Task.FromResult<List<OffrePublieeLue>>([]) : Lire(OffresVisibles.Where(o => ids.Contains(o.Id)), ct);

    /// <summary>Number of the last change of it that the caller may know of: the version that they are told.</summary>
    public long Numero(ObjetPublie objet) => VoitTout ? objet.Sequence : objet.SequenceOuverte!.Value;

    public StructurePublieeLue Lire(StructurePubliee s)
    {
        var (masques, (fermeture, prevue)) = (new List<string>(), FermetureLue.De(s.Fermeture, s.FermeturePrevue, referentiels.Nomenclatures));
        return new(
            s.Id,
            s.Type,
            s.Identifiant,
            s.Nom,
            s.ParentId,
            s.EntiteGeographiqueId,
            s.Region,
            s.Departement,
            s.Secteur,
            s.Statut,
            fermeture,
            prevue,
            s.FicheEntiteJuridique,
            s.FicheEntiteGeographique is { } eg ? Visibilite.Filtrer(FicheEntiteGeographique.Champs, eg, Profil, s.Secteur, "/ficheEntiteGeographique", masques) : null,
            s.FicheOrganisationInterne is { } oi ? Visibilite.Filtrer(FicheOrganisationInterne.Champs, oi, Profil, s.Secteur, "/ficheOrganisationInterne", masques) : null,
            Dire(masques),
            Liens.StructurePubliee(s.Id),
            Numero(s));
    }

    private OffrePublieeLue Lire(OffrePubliee o, ContenuOffre contenu)
    {
        var (masques, etat) = (new List<string>(), VoitTout ? o.Etat : o.Etat.Ouvert);
        var (fermeture, prevue) = FermetureLue.De(etat.Fermeture, etat.FermeturePrevue, referentiels.Nomenclatures);
        var fuseau = Fuseaux.De(contenu.Adresse, o.Departement);
        contenu = contenu.SansExceptionsPassees(Fuseaux.Jour(fuseau, horloge.Instant()));
        return new(
            o.Id,
            o.Identifiant.Valeur,
            contenu.InformationsGenerales?.Nom ?? "",
            o.Statut,
            o.NumeroVersion,
            o.ValideeLe,
            o.Region,
            o.Departement,
            o.Secteur,
            fermeture,
            prevue,
            o.Structures,
            Visibilite.Filtrer(contenu, Profil, o.Secteur, masques),
            Dire(masques),
            Liens.OffrePubliee(o.Identifiant.DansUrl),
            Numero(o))
        {
            PerimeLe = contenu.Horaires?.Exceptions?.Min(e => e.DateFin) is { } dernier ? Fuseaux.Debut(fuseau, dernier.AddDays(1)) : null,
        };
    }

    private IReadOnlyList<string>? Dire(List<string> masques) => Profil > 0 && masques.Count > 0 ? masques : null;
}
