using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>The part of the directory that a reader follows.</summary>
internal sealed record Suivi(IReadOnlyList<string> Regions, IReadOnlyList<Guid> Etablissements, IReadOnlyList<string> ChampsActivite)
{
    public bool Suit(string? region, Guid? etablissement, string? champActivite) =>
        (Regions.Count == 0 || (region is not null && Regions.Contains(region)))
        && (Etablissements.Count == 0 || (etablissement is { } id && Etablissements.Contains(id)))
        && (ChampsActivite.Count == 0 || (champActivite is not null && ChampsActivite.Contains(champActivite)));
}

/// <summary>
/// Reads the journal for one caller. Numbers follow the order of commits without gaps, so that a reader who has seen one has seen all those before:
/// nothing comes late (ADR 21). From nothing, objects come in the order of their last change up to a number; those that change meanwhile go beyond
/// it, and come with the changes.
/// </summary>
internal sealed class FluxJournal(IDiffusionDb db, RenduDiffusion rendu, FluxAnomalies anomalies)
{
    /// <returns>The page, null when the position is beyond the last number; and the last number of the whole journal that it knows of.</returns>
    public async Task<(PageFlux? Page, long Derniere)> Lire(PositionFlux? depuis, Suivi suivi, int limite, bool contenu, CancellationToken ct)
    {
        // Read first: whatever is committed later is read with it, or has a greater number.
        var (derniere, borne) = (await db.Journal.MaxAsync(e => (long?)e.Sequence, ct) ?? 0, rendu.VoitTout ? 0 : await db.Journal.MaxAsync(e => e.SequenceOuverte, ct) ?? 0);
        borne = rendu.VoitTout ? derniere : borne;
        var position = depuis ?? new(rendu.Profil, 0, borne);
        var derniereAnomalie = await anomalies.Derniere(ct);
        var siennes = await anomalies.Situer(position, derniereAnomalie, ct);
        var page = position.Position > borne || siennes.Numero > derniereAnomalie ? null
            : position.Borne is { } jusque ? await Etat(position, jusque, siennes, suivi, limite, contenu, ct)
            : await Changements(position, borne, siennes, derniereAnomalie, suivi, limite, contenu, ct);
        return (page, Math.Max(derniere, page?.Derniere ?? 0));
    }

    private async Task<PageFlux> Etat(PositionFlux position, long borne, PositionAnomalies siennes, Suivi suivi, int limite, bool contenu, CancellationToken ct)
    {
        var (apres, regions, egs, champs) = (position.Position, suivi.Regions, suivi.Etablissements, suivi.ChampsActivite);
        var structures = champs.Count > 0 ? [] : await Entre(db.StructuresPubliees.AsNoTracking(), apres, borne)
            .Where(s => (regions.Count == 0 || regions.Contains(s.Region!)) && (egs.Count == 0 || egs.Contains(s.EntiteGeographiqueId!.Value)))
            .Take(limite + 1).ToListAsync(ct);
        var offres = await Entre(rendu.OffresVisibles, apres, borne)
            .Where(o => (regions.Count == 0 || regions.Contains(o.Region)) && (egs.Count == 0 || egs.Contains(o.EntiteGeographiqueId)) && (champs.Count == 0 || champs.Contains(o.ChampActivite)))
            .Take(limite + 1).ToListAsync(ct);
        var lieux = champs.Count > 0 ? [] : await Entre(rendu.LieuxVisibles, apres, borne)
            .Where(l => (regions.Count == 0 || regions.Contains(l.Region)) && (egs.Count == 0 || egs.Contains(l.EntiteGeographiqueId)))
            .Take(limite + 1).ToListAsync(ct);
        var objets = structures.Concat<ObjetPublie>(offres).Concat(lieux).OrderBy(Numero).ToList();
        var melange = Melange<ObjetPublie>.De(objets, Numero, await anomalies.Lire(siennes, suivi, limite + 1, ct), anomalies.Ancre, limite);
        var gardes = melange.Publiques;
        var lues = contenu ? (await rendu.Lire([.. gardes.OfType<OffrePubliee>().Select(o => o.Id)], ct)).ToDictionary(o => o.Id) : [];
        var (instants, derniere) = (await Instants(gardes, ct), gardes.Count > 0 ? gardes.Max(o => o.Sequence) : 0);
        List<ChangementLu> elements =
        [
            .. gardes.Select(objet => new ChangementLu(Numero(objet), NatureChangement.Publication, Objet(objet), Numero(objet), instants[Numero(objet)], null, null, null, null, null, null) with
            {
                Offre = lues.GetValueOrDefault(objet.Id),
                Structure = contenu && objet is StructurePubliee s ? rendu.Lire(s) : null,
                Lieu = contenu && objet is LieuPublie l ? rendu.Lire(l) : null,
            }),
            .. melange.Anomalies.Select(a => anomalies.Lire(a, etatPresent: true)),
        ];
        return new(
            [.. elements.OrderBy(e => e.Sequence)],
            melange.Encore
                ? position with { Position = gardes.Count > 0 ? Numero(gardes[^1]) : position.Position, Anomalies = siennes with { Numero = melange.Anomalies.Count > 0 ? melange.Anomalies[^1].Numero : siennes.Numero } }
                : new(position.Profil, borne, null) { Anomalies = new(siennes.Borne ?? siennes.Numero, null) },
            true,
            derniere);
    }

    private async Task<PageFlux> Changements(
        PositionFlux position, long derniere, PositionAnomalies siennes, long derniereAnomalie, Suivi suivi, int limite, bool contenu, CancellationToken ct)
    {
        var (apres, regions, egs, champs) = (position.Position, suivi.Regions, suivi.Etablissements, suivi.ChampsActivite);
        var entrees = await (rendu.VoitTout
                ? db.Journal.AsNoTracking().Where(e => e.Sequence > apres).OrderBy(e => e.Sequence)
                : db.Journal.AsNoTracking().Where(e => e.SequenceOuverte > apres).OrderBy(e => e.SequenceOuverte))
            .Where(e => (regions.Count == 0 || regions.Contains(e.Region!) || regions.Contains(e.RegionAvant!))
                && (egs.Count == 0 || egs.Contains(e.EntiteGeographique!.Value) || egs.Contains(e.EntiteGeographiqueAvant!.Value))
                && (champs.Count == 0 || champs.Contains(e.ChampActivite!)))
            .Take(limite + 1).ToListAsync(ct);
        var melange = Melange<EntreeJournal>.De(entrees, Numero, await anomalies.Lire(siennes, suivi, limite + 1, ct), anomalies.Ancre, limite);
        var gardees = melange.Publiques;

        // Everything up to these numbers was there when these were read.
        var suivant = Math.Max(melange.EncorePubliques ? apres : Math.Max(apres, derniere), gardees.Count > 0 ? Numero(gardees[^1]) : 0);
        var suivante = Math.Max(melange.EncoreAnomalies ? siennes.Numero : derniereAnomalie, melange.Anomalies.Count > 0 ? melange.Anomalies[^1].Numero : 0);
        var vues = gardees.Select(e => (Entree: e, Nature: Nature(e, suivi), Champs: Champs(e))).Where(v => v.Nature is { } nature && Dit(nature, v.Entree, v.Champs)).ToList();
        var (offres, structures, lieux) = contenu ? await Objets(vues.Where(v => v.Nature != NatureChangement.Retrait).Select(v => v.Entree), ct) : ([], [], []);
        return new(
            [
                .. vues.Select(v => new ChangementLu(
                    Numero(v.Entree),
                    v.Nature!.Value,
                    Objet(v.Entree.Type, v.Entree.ObjetId, v.Entree.Identifiant, lisible: v.Nature != NatureChangement.Retrait),
                    Numero(v.Entree),
                    v.Entree.Instant,
                    v.Nature == v.Entree.Nature && v.Champs.Count > 0 ? v.Champs : null,
                    v.Nature == v.Entree.Nature ? v.Entree.Raison : null,
                    v.Nature == NatureChangement.Retrait ? null : offres.GetValueOrDefault(v.Entree.ObjetId),
                    v.Nature == NatureChangement.Retrait ? null : structures.GetValueOrDefault(v.Entree.ObjetId),
                    v.Nature == NatureChangement.Retrait ? null : lieux.GetValueOrDefault(v.Entree.ObjetId),
                    null)).Concat(melange.Anomalies.Select(a => anomalies.Lire(a, etatPresent: false))).OrderBy(e => e.Sequence),
            ],
            position with { Position = suivant, Anomalies = new(suivante, null) },
            melange.Encore,
            gardees.Count > 0 ? gardees[^1].Sequence : 0);
    }

    // What left the caller's sight, or what they follow, is withdrawn for them; what came into it is published.
    private NatureChangement? Nature(EntreeJournal e, Suivi suivi)
    {
        var avant = e.Nature != NatureChangement.Publication && (rendu.VoitTout || !e.SensibleAvant) && suivi.Suit(e.RegionAvant, e.EntiteGeographiqueAvant, e.ChampActivite);
        var apres = e.Nature != NatureChangement.Retrait && (rendu.VoitTout || !e.Sensible) && suivi.Suit(e.Region, e.EntiteGeographique, e.ChampActivite);
        return (avant, apres) switch
        {
            (true, true) => e.Nature,
            (true, false) => NatureChangement.Retrait,
            (false, true) => NatureChangement.Publication,
            _ => null,
        };
    }

    private List<string> Champs(EntreeJournal entree) => [.. entree.Champs.Where(c => (c.Profils & (1 << rendu.Profil)) != 0).Select(c => c.Champ)];

    // A change of which the caller may read nothing is not told of; that the object leaves their sight, or comes into it, is.
    private static bool Dit(NatureChangement nature, EntreeJournal entree, List<string> champs) => nature != NatureChangement.Modification || champs.Count > 0 || entree.Champs.Count == 0;

    private async Task<(Dictionary<Guid, OffrePublieeLue> Offres, Dictionary<Guid, StructurePublieeLue> Structures, Dictionary<Guid, LieuPublieLu> Lieux)> Objets(
        IEnumerable<EntreeJournal> entrees, CancellationToken ct)
    {
        var ids = entrees.DistinctBy(e => e.ObjetId).ToLookup(e => e.Type is TypeNoeud.Offre or TypeNoeud.LieuRealisationOffre ? e.Type : TypeNoeud.EntiteGeographique, e => e.ObjetId);
        var (offres, structures, lieux) = (ids[TypeNoeud.Offre].ToList(), ids[TypeNoeud.EntiteGeographique].ToList(), ids[TypeNoeud.LieuRealisationOffre].ToList());
        var lues = await rendu.Lire(offres, ct);
        var niveaux = structures.Count == 0 ? [] : await db.StructuresPubliees.AsNoTracking().Where(s => structures.Contains(s.Id)).ToListAsync(ct);
        var places = lieux.Count == 0 ? [] : await rendu.LieuxVisibles.Where(l => lieux.Contains(l.Id)).ToListAsync(ct);
        return (lues.ToDictionary(o => o.Id), niveaux.ToDictionary(s => s.Id, rendu.Lire), places.ToDictionary(l => l.Id, rendu.Lire));
    }

    private static ObjetLu Objet(ObjetPublie objet) => objet switch
    {
        OffrePubliee o => Objet(TypeNoeud.Offre, o.Id, o.Identifiant.Valeur),
        StructurePubliee s => Objet(s.Type, s.Id, s.Identifiant),
        LieuPublie l => Objet(TypeNoeud.LieuRealisationOffre, l.Id, l.Identifiant.Valeur),
        _ => throw new InvalidOperationException(objet.GetType().Name),
    };

    private async Task<Dictionary<long, DateTime>> Instants(List<ObjetPublie> objets, CancellationToken ct)
    {
        var numeros = objets.Select(Numero).ToList();
        return rendu.VoitTout
            ? await db.Journal.Where(e => numeros.Contains(e.Sequence)).ToDictionaryAsync(e => e.Sequence, e => e.Instant, ct)
            : await db.Journal.Where(e => numeros.Contains(e.SequenceOuverte!.Value)).ToDictionaryAsync(e => e.SequenceOuverte!.Value, e => e.Instant, ct);
    }

    private IQueryable<T> Entre<T>(IQueryable<T> objets, long apres, long borne)
        where T : ObjetPublie => rendu.VoitTout
            ? objets.Where(o => o.Sequence > apres && o.Sequence <= borne).OrderBy(o => o.Sequence)
            : objets.Where(o => o.SequenceOuverte > apres && o.SequenceOuverte <= borne).OrderBy(o => o.SequenceOuverte);

    private long Numero(ObjetPublie objet) => rendu.Numero(objet);

    private long Numero(EntreeJournal entree) => rendu.VoitTout ? entree.Sequence : entree.SequenceOuverte!.Value;

    private static ObjetLu Objet(TypeNoeud type, Guid id, string identifiant, bool lisible = true) => new(
        (TypeSuivi)type, id, identifiant, !lisible ? null : type switch
        {
            TypeNoeud.Offre => Liens.OffrePubliee(identifiant.Replace('/', '-')),
            TypeNoeud.LieuRealisationOffre => Liens.LieuPublie(identifiant),
            _ => Liens.StructurePubliee(id),
        });
}
