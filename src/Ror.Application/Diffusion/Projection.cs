using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>A change of what the world reads, which still lacks its number.</summary>
/// <param name="EnMasse">A new row that nobody tracks: it is written with many others.</param>
public sealed record Publication(EntreeJournal Entree, ObjetPublie Objet, bool EnMasse = false);

/// <summary>From the entry side to what the world reads: the one way, whatever the act, at the end of its transaction.</summary>
public interface IProjection
{
    /// <summary>The act begins, perhaps once more.</summary>
    void Commencer();

    /// <summary>Also everything of this établissement or legal entity, contents included, whatever has changed.</summary>
    void Relire(Agregat racine);

    /// <summary>Also publishes these structures, which are new and have nothing below them; their rows are written by this act.</summary>
    void Publier(IReadOnlyCollection<EntiteJuridique> entites, IReadOnlyCollection<(EntiteJuridique EntiteJuridique, EntiteGeographique EntiteGeographique)> etablissements);

    /// <summary>Also withdraws what is published of objects that are not there.</summary>
    void RetirerOrphelins();

    /// <summary>What the last projection wrote.</summary>
    IReadOnlyList<Publication> Dernieres { get; }

    /// <summary>Writes the published rows of what changed and of all that it changes below. The rows of the entry side are saved.</summary>
    Task<IReadOnlyList<Publication>> ProjeterAsync(IReadOnlyCollection<Agregat> changes, CancellationToken ct);
}

internal sealed class Projection(ISaisieDb saisie, IDiffusionDb diffusion, ProjectionLieux lieux, IVerrous verrous, TimeProvider horloge) : IProjection
{
    private readonly HashSet<Agregat> _aRelire = [];
    private readonly List<Publication> _nouvelles = [];
    private bool _orphelins;

    public IReadOnlyList<Publication> Dernieres { get; private set; } = [];

    public void Commencer()
    {
        _aRelire.Clear();
        _nouvelles.Clear();
        _orphelins = false;
    }

    public void Publier(IReadOnlyCollection<EntiteJuridique> entites, IReadOnlyCollection<(EntiteJuridique EntiteJuridique, EntiteGeographique EntiteGeographique)> etablissements) =>
        _nouvelles.AddRange(entites.Select(StructureEnPlace.De).Concat(etablissements.SelectMany(e => new BranchePubliee(e.EntiteJuridique, e.EntiteGeographique, [], []).Structures()))
            .Select(structure => EcrituresPubliees.DUneNouvelle(structure, horloge.Instant())));

    public void RetirerOrphelins() => _orphelins = true;

    public void Relire(Agregat racine) => _aRelire.Add(racine);

    public async Task<IReadOnlyList<Publication>> ProjeterAsync(IReadOnlyCollection<Agregat> changes, CancellationToken ct)
    {
        changes = [.. changes.Union(_aRelire)];
        var ecriture = new EcrituresPubliees(diffusion, horloge.Instant(), [.. changes.Select(c => c.Id)]);
        var etablissements = new SortedSet<Guid>(changes.OfType<Noeud>().Select(Etablissement).Concat(changes.OfType<CapacitesLieu>().Select(c => c.EntiteGeographiqueId)));
        foreach (var ej in changes.OfType<EntiteJuridique>())
        {
            // One that is read again comes alone: its établissements follow, each held.
            if (await ecriture.Structures([StructureEnPlace.De(ej)], ct) && !_aRelire.Contains(ej))
            {
                etablissements.UnionWith(await saisie.EntitesGeographiques.Where(e => e.EntiteJuridiqueId == ej.Id).Select(e => e.Id).ToListAsync(ct));
            }
        }

        foreach (var id in etablissements)
        {
            await Projeter(id, ecriture, changes, ct);
        }

        await ProjeterCellesQuiNomment(ecriture, ct);
        if (_orphelins)
        {
            await RetirerOrphelins(ecriture, ct);
        }

        return Dernieres = [.. _nouvelles, .. ecriture.Faites];
    }

    private static Guid Etablissement(Noeud noeud) => noeud switch
    {
        OrganisationInterne interne => interne.EntiteGeographiqueId,
        Offre offre => offre.EntiteGeographiqueId,
        LieuRealisationOffre lieu => lieu.EntiteGeographiqueId,
        _ => noeud.Id,
    };

    private async Task Projeter(Guid id, EcrituresPubliees ecriture, IReadOnlyCollection<Agregat> changes, CancellationToken ct)
    {
        var eg = await saisie.EntitesGeographiques.AsNoTracking().SingleAsync(e => e.Id == id, ct);
        var ej = await saisie.EntitesJuridiques.AsNoTracking().SingleAsync(e => e.Id == eg.EntiteJuridiqueId, ct);
        var tout = _aRelire.Any(racine => racine.Id == id);
        var offres = changes.OfType<Offre>().Where(o => o.EntiteGeographiqueId == id).Select(o => o.Id).ToHashSet();
        offres.UnionWith(await lieux.OffresDesLieuxAsync([.. changes.OfType<LieuRealisationOffre>().Where(l => l.EntiteGeographiqueId == id).Select(l => l.Identifiant)], ct));
        var structures = tout || ecriture.ATouche(ej.Id) || changes.Any(c => c is not (Offre or LieuRealisationOffre) and Noeud noeud && Etablissement(noeud) == id);
        var branche = new BranchePubliee(ej, eg, await Unites(eg, structures ? null : offres, ct), await Poles(eg, structures ? null : offres, ct));
        var dessous = structures && await ecriture.Structures(branche.Structures(), ct);
        var publiees = saisie.Offres.AsNoTracking().Where(o => o.EntiteGeographiqueId == id && o.NumeroVersion > 0);
        if (!tout && !dessous && !ecriture.ATouche(ej.Id))
        {
            publiees = publiees.Where(o => offres.Contains(o.Id));
        }

        var vues = await Vues(publiees).ToListAsync(ct);
        await ecriture.Offres(branche, vues, manquants => Contenus(manquants, ct), identifiants => Sensibles(identifiants, ct), await saisie.LieuxPubliesAsync([.. vues.Select(v => v.Id)], ct), tout, ct);
        await lieux.ProjeterAsync(branche, ecriture, changes, tout || dessous, ct);
    }

    // Whether they show their successor depends on it. They are held as any act on them holds them.
    private async Task ProjeterCellesQuiNomment(EcrituresPubliees ecriture, CancellationToken ct)
    {
        var bascules = ecriture.Bascules.ToList();
        if (bascules.Count == 0)
        {
            return;
        }

        var nommants = await diffusion.OffresPubliees.Where(o => bascules.Contains(o.Successeur!) || bascules.Contains(o.SuccesseurPrevu!)).Select(o => new { o.Id, o.EntiteGeographiqueId }).ToListAsync(ct);
        foreach (var (id, etablissement) in nommants.Select(n => (n.Id, n.EntiteGeographiqueId)).Order())
        {
            await verrous.Retenir<EntiteGeographique>(etablissement, ct);
            await verrous.Reserver<Offre>(id, ct);
            var offre = await saisie.Offres.AsNoTracking().SingleAsync(o => o.Id == id, ct);
            if (offre.EntiteGeographiqueId != etablissement)
            {
                await verrous.Retenir<EntiteGeographique>(offre.EntiteGeographiqueId, ct);
            }

            await Projeter(offre.EntiteGeographiqueId, ecriture, [offre], ct);
        }
    }

    private async Task RetirerOrphelins(EcrituresPubliees ecriture, CancellationToken ct)
    {
        ecriture.Retirer(
            await diffusion.OffresPubliees.Where(p => !saisie.Offres.Any(o => o.Id == p.Id && o.NumeroVersion > 0)).ToListAsync(ct),
            await diffusion.ContenusPublies.Where(c => !saisie.Offres.Any(o => o.Id == c.Id && o.NumeroVersion > 0)).ToListAsync(ct));
        ecriture.Retirer(await diffusion.LieuxPublies.Where(p => !saisie.Lieux.Any(l => l.Id == p.Id)).ToListAsync(ct));
        ecriture.Retirer(await diffusion.StructuresPubliees.Where(p => !saisie.EntitesJuridiques.Any(e => e.Id == p.Id) && !saisie.EntitesGeographiques.Any(e => e.Id == p.Id)
            && !saisie.Poles.Any(e => e.Id == p.Id) && !saisie.UnitesFonctionnelles.Any(e => e.Id == p.Id)).ToListAsync(ct));
    }

    private async Task<HashSet<IdentifiantRegional>> Sensibles(IReadOnlyCollection<IdentifiantRegional> identifiants, CancellationToken ct)
    {
        var sensibles = new HashSet<IdentifiantRegional>();
        foreach (var lot in identifiants.Chunk(500))
        {
            // Held: what they are now is what they are when this is committed.
            foreach (var id in (await saisie.Offres.Where(o => lot.Contains(o.Identifiant)).Select(o => o.Id).ToListAsync(ct)).Order())
            {
                await verrous.Retenir<Offre>(id, ct);
            }

            var lues = await saisie.Offres.AsNoTracking().Where(o => lot.Contains(o.Identifiant)).Select(o => new { o.Identifiant, o.Publie }).ToListAsync(ct);
            sensibles.UnionWith(lues.Where(o => o.Publie?.InformationsGenerales?.UniteSensible is true).Select(o => o.Identifiant));
        }

        return sensibles;
    }

    private static IQueryable<OffreEnPlaceLue> Vues(IQueryable<Offre> offres) => offres.Select(o => new OffreEnPlaceLue(
        o.Id, o.Identifiant, o.ParentType, o.ParentId, o.CabinetId, o.Statut, o.Fermeture, o.FermeturePrevue, o.NumeroVersion, o.ValideeLe!.Value));

    private async Task<Dictionary<Guid, ContenuOffre>> Contenus(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var contenus = new Dictionary<Guid, ContenuOffre>();
        foreach (var lot in ids.Chunk(500))
        {
            foreach (var lue in await saisie.Offres.AsNoTracking().Where(o => lot.Contains(o.Id)).Select(o => new { o.Id, o.Publie }).ToListAsync(ct))
            {
                contenus[lue.Id] = lue.Publie!;
            }
        }

        return contenus;
    }

    // Null: all of the établissement.
    private Task<List<UniteFonctionnelle>> Unites(EntiteGeographique eg, HashSet<Guid>? offres, CancellationToken ct)
    {
        var unites = saisie.UnitesFonctionnelles.AsNoTracking().Where(u => u.EntiteGeographiqueId == eg.Id);
        return (offres is null ? unites : unites.Where(u => saisie.Offres.Any(o => o.ParentId == u.Id && offres.Contains(o.Id)))).ToListAsync(ct);
    }

    private Task<List<Pole>> Poles(EntiteGeographique eg, HashSet<Guid>? offres, CancellationToken ct)
    {
        var (poles, unites) = (saisie.Poles.AsNoTracking().Where(p => p.EntiteGeographiqueId == eg.Id), saisie.UnitesFonctionnelles);
        return (offres is null ? poles : poles.Where(p => unites.Any(u => u.PoleId == p.Id && saisie.Offres.Any(o => o.ParentId == u.Id && offres.Contains(o.Id))))).ToListAsync(ct);
    }
}
