using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Lieux.Capacites;
using Ror.Application.Professionnels;
using Ror.Domain.Acces;
using Ror.Domain.Diffusion;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Diffusion;

/// <summary>From published rows to what this caller may read of them.</summary>
internal sealed class RenduDiffusion(IDiffusionDb db, LectureCapacites capacites, IAppelant appelant, IReferentiels referentiels, TimeProvider horloge)
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

    // Those that offers of sensitive units alone are delivered at are hidden as these are.
    public IQueryable<LieuPublie> LieuxVisibles => VoitTout ? db.LieuxPublies.AsNoTracking() : db.LieuxPublies.AsNoTracking().Where(l => !l.UniteSensible);

    public LieuPublieLu Lire(LieuPublie l)
    {
        var (masques, (fermeture, prevue)) = (new List<string>(), FermetureLue.De(l.Fermeture, l.FermeturePrevue, referentiels.Nomenclatures));
        var (visibles, nomenclatures) = (Visibilite.Capacites(l.Capacites, Profil, l.Secteur), referentiels.Nomenclatures);
        var fiche = Visibilite.Filtrer(FicheLieu.Champs, l.Fiche, Profil, l.Secteur, "/fiche", masques);
        var equipements = Visibilite.Filtrer(EquipementsLieu.Champs, l.Equipements, Profil, l.Secteur, "/equipements", masques);
        if (visibles.Count < l.Capacites.Count)
        {
            masques.Add("/capacites");
        }

        return new(
            l.Id,
            l.Identifiant.Valeur,
            l.Fiche.Nom!,
            nomenclatures.Lire("J224", LieuRealisationOffre.Statut(l.Statut)),
            l.EntiteGeographique,
            l.Region,
            l.Departement,
            l.Secteur,
            fermeture,
            prevue,
            fiche,
            equipements,
            capacites.Lire(visibles),
            [.. Visibilite.Offres(l.Offres, Profil).Select(o => new OffreCitee(o.Id, o.Identifiant, Liens.OffrePubliee(o.Identifiant.Replace('/', '-'))))],
            Dire(masques),
            Liens.LieuPublie(l.Identifiant.Valeur),
            Numero(l))
        {
            PerimeLe = capacites.Peremption(visibles),
        };
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
            LocalisationLue.De(etat.Lieux, contenu.Adresse, o.AdresseEtablissement, referentiels.Nomenclatures, l => Liens.LieuPublie(l.Identifiant)),
            Visibilite.Filtrer(Visibilite.SansLieuxCaches(contenu, o.Lieux, Profil), Profil, o.Secteur, masques),
            Dire(masques),
            Liens.OffrePubliee(o.Identifiant.DansUrl),
            Numero(o))
        {
            PerimeLe = contenu.Horaires?.Exceptions?.Min(e => e.DateFin) is { } dernier ? Fuseaux.Debut(fuseau, dernier.AddDays(1)) : null,
        };
    }

    private IReadOnlyList<string>? Dire(List<string> masques) => Profil > 0 && masques.Count > 0 ? masques : null;
}
