using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Application.Offres;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Application.Structures.Fermetures;

/// <summary>How an act keeps to its preview.</summary>
/// <param name="Simulation">Tells exactly what would be touched, and stores nothing.</param>
/// <param name="Empreinte">What a former preview gave: the act is refused when it would no longer do the same.</param>
public sealed record Apercu(bool Simulation, string? Empreinte);

/// <summary>A level or an offer with all that hangs below, its établissement held for this act alone.</summary>
internal sealed record Branche(EntiteGeographique EntiteGeographique, Cascade Cascade);

/// <summary>The one way to close and reopen: sight, version, cascade; written once for every level.</summary>
internal sealed class AccesNoeuds(ISaisieDb saisie, IVerrous verrous, AccesOffres offres, DisponibilitesDesLieux disponibilites, IAppelant appelant, TimeProvider horloge)
{
    /// <param name="version">Null when the service acts by itself.</param>
    /// <param name="apercu">Only tried, or held to what a preview said.</param>
    public async Task<Resultat<Ecriture>> Appliquer<TNoeud>(
        Guid id, VersionAttendue? version, ActionOffre action, Apercu apercu, Func<Cascade, Resultat<Noeud[]>> acte, CancellationToken ct)
        where TNoeud : Noeud
    {
        if (await Reserver<TNoeud>(id, ct) is not { } branche)
        {
            // An offer that went to another établissement before its rows were held has changed.
            return typeof(TNoeud) != typeof(Offre) ? Introuvable<TNoeud>().Avec()
                : await saisie.Offres.AnyAsync(o => o.Id == id, ct) ? RequeteErreurs.VersionPerimee.Avec() : OffreErreurs.Introuvable.Avec();
        }

        var racine = branche.Cascade.Racine;
        if (version is not null && !appelant.Perimetre.VoitOffre(branche.EntiteGeographique.IdNatStruct.Valeur, branche.EntiteGeographique.Region, (racine as Offre)?.Rpps))
        {
            return Introuvable<TNoeud>().Avec();
        }

        if (version is not null && appelant.Perimetre.Refuser(action, racine.Type, branche.EntiteGeographique.Region, (racine as Offre)?.Rpps) is { } interdit)
        {
            return interdit;
        }

        if (version?.Accepte(racine.Version) == false)
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        if (version is not null && racine.RefuserTransition(action) is { } impossible)
        {
            return Resultat<Ecriture>.Echec(racine is Offre close ? await Preciser([impossible], close, branche.EntiteGeographique, ct) : [impossible]);
        }

        var avant = branche.Cascade.Etats();
        var versions = branche.Cascade.Descendants.OfType<Offre>().Select(o => (Offre: o, o.NumeroVersion)).ToList();
        var quittes = branche.Cascade.Descendants.OfType<Offre>().Select(o => (Offre: o, o.EntiteGeographiqueId, o.Lieux)).ToList();
        var touches = acte(branche.Cascade);
        if (!touches.EstSucces)
        {
            return Resultat<Ecriture>.Echec(racine is Offre offre ? await Preciser(touches.Erreurs, offre, branche.EntiteGeographique, ct) : touches.Erreurs);
        }

        var effets = avant.Zip(branche.Cascade.Etats(), (a, b) => new Effet(a, b)).Where(e => e.Avant != e.Apres).ToList();
        if (!apercu.Simulation && apercu.Empreinte is { } vue && vue != EffetsLus.EmpreinteDe(effets))
        {
            return FermetureErreurs.ApercuPerime.Avec();
        }

        saisie.VersionsOffre.AddRange(versions.Where(v => v.Offre.NumeroVersion != v.NumeroVersion).Select(v => VersionOffre.De(v.Offre, appelant.Sujet)));
        var fermes = effets.Where(e => e.Apres.Statut is StatutOffre.FermeeTemporairement or StatutOffre.FermeeDefinitivement).Select(e => e.Noeud).ToList();
        return new Ecriture(racine.Type, id, racine.Version, touches.Valeur.Length > 0, [.. await disponibilites.SuivreAsync(fermes, ct), .. quittes.SelectMany(q => AccesOffres.Dissocies(q.Offre, q.EntiteGeographiqueId, q.Lieux))]) { Effets = effets, Simulee = apercu.Simulation };
    }

    private static TypeErreur Introuvable<TNoeud>() =>
        typeof(TNoeud) == typeof(Offre) ? OffreErreurs.Introuvable : typeof(TNoeud) == typeof(LieuRealisationOffre) ? LieuErreurs.Introuvable : StructureErreurs.Introuvable;

    private async Task<IReadOnlyList<Erreur>> Preciser(IReadOnlyList<Erreur> erreurs, Offre offre, EntiteGeographique eg, CancellationToken ct)
    {
        var enPlace = new OffreEnPlace(offre, eg, await offres.Environnement(eg, offre, ct));
        return [.. erreurs.Select(e => offres.Preciser(e, enPlace))];
    }

    private async Task<Branche?> Reserver<TNoeud>(Guid id, CancellationToken ct)
        where TNoeud : Noeud
    {
        if (await EtablissementDe<TNoeud>(id, ct) is not { } egId)
        {
            return null;
        }

        if (typeof(TNoeud) == typeof(Offre))
        {
            await verrous.Retenir<EntiteGeographique>(egId, ct);
            await verrous.Reserver<Offre>(id, ct);
        }
        else
        {
            await verrous.Reserver<EntiteGeographique>(egId, ct);
        }

        var eg = await saisie.EntitesGeographiques.SingleAsync(e => e.Id == egId, ct);
        return typeof(TNoeud) == typeof(Offre) ? await DeLOffre(eg, id, ct)
            : typeof(TNoeud) == typeof(UniteFonctionnelle) ? await DeLUnite(eg, id, ct)
            : typeof(TNoeud) == typeof(Pole) ? await DuPole(eg, id, ct)
            : typeof(TNoeud) == typeof(LieuRealisationOffre) ? Branche(eg, await saisie.Lieux.SingleAsync(l => l.Id == id, ct), [], eg.Fermeture, [eg])
            : await DeLEtablissement(eg, ct);
    }

    private async Task<Guid?> EtablissementDe<TNoeud>(Guid id, CancellationToken ct) =>
        typeof(TNoeud) == typeof(Offre) ? await saisie.Offres.Where(o => o.Id == id).Select(o => (Guid?)o.EntiteGeographiqueId).SingleOrDefaultAsync(ct)
        : typeof(TNoeud) == typeof(UniteFonctionnelle) ? await saisie.UnitesFonctionnelles.Where(u => u.Id == id).Select(u => (Guid?)u.EntiteGeographiqueId).SingleOrDefaultAsync(ct)
        : typeof(TNoeud) == typeof(Pole) ? await saisie.Poles.Where(p => p.Id == id).Select(p => (Guid?)p.EntiteGeographiqueId).SingleOrDefaultAsync(ct)
        : typeof(TNoeud) == typeof(LieuRealisationOffre) ? await saisie.Lieux.Where(l => l.Id == id).Select(l => (Guid?)l.EntiteGeographiqueId).SingleOrDefaultAsync(ct)
        : await saisie.EntitesGeographiques.Where(e => e.Id == id).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(ct);

    private async Task<Branche?> DeLOffre(EntiteGeographique eg, Guid id, CancellationToken ct)
    {
        var offre = await saisie.Offres.SingleOrDefaultAsync(o => o.Id == id && o.EntiteGeographiqueId == eg.Id, ct);
        var uf = offre?.ParentType == TypeNoeud.UniteFonctionnelle ? await saisie.UnitesFonctionnelles.SingleAsync(u => u.Id == offre.ParentId, ct) : null;
        var pole = uf is null ? null : await saisie.Poles.SingleAsync(p => p.Id == uf.PoleId, ct);
        return offre is null ? null
            : Branche(eg, offre, [], Hierarchie.FermetureEffective(eg, uf), [eg, .. new Noeud?[] { pole, uf }.OfType<Noeud>()]);
    }

    private async Task<Branche> DeLUnite(EntiteGeographique eg, Guid id, CancellationToken ct)
    {
        var uf = await saisie.UnitesFonctionnelles.SingleAsync(u => u.Id == id, ct);
        var pole = await saisie.Poles.SingleAsync(p => p.Id == uf.PoleId, ct);
        var offres = saisie.Offres.Where(o => o.ParentId == id);
        return Branche(eg, uf, [.. await offres.ToListAsync(ct)], eg.Fermeture ?? pole.Fermeture, [eg, pole]);
    }

    private async Task<Branche> DuPole(EntiteGeographique eg, Guid id, CancellationToken ct)
    {
        var pole = await saisie.Poles.SingleAsync(p => p.Id == id, ct);
        var unites = saisie.UnitesFonctionnelles.Where(u => u.PoleId == id);
        var offres = saisie.Offres.Where(o => unites.Any(u => u.Id == o.ParentId));
        return Branche(eg, pole, [.. await unites.ToListAsync(ct), .. await offres.ToListAsync(ct)], eg.Fermeture, [eg]);
    }

    private async Task<Branche> DeLEtablissement(EntiteGeographique eg, CancellationToken ct)
    {
        var ej = await saisie.EntitesJuridiques.SingleAsync(e => e.Id == eg.EntiteJuridiqueId, ct);
        var poles = await saisie.Poles.Where(p => p.EntiteGeographiqueId == eg.Id).ToListAsync(ct);
        var unites = await saisie.UnitesFonctionnelles.Where(u => u.EntiteGeographiqueId == eg.Id).ToListAsync(ct);
        var offres = await saisie.Offres.Where(o => o.EntiteGeographiqueId == eg.Id).ToListAsync(ct);
        var lieux = await saisie.Lieux.Where(l => l.EntiteGeographiqueId == eg.Id).ToListAsync(ct);
        var branche = Branche(eg, eg, [.. poles, .. unites, .. offres, .. lieux], ej.Fermeture, []);
        return branche with { Cascade = branche.Cascade with { Cabinets = await Cabinets(offres, ct) } };
    }

    // H7: liberal offers go back there when a maison de santé closes; a practice stays as it is until this act is done.
    private async Task<Dictionary<Guid, EntiteGeographique>> Cabinets(IReadOnlyList<Offre> offres, CancellationToken ct)
    {
        var cabinets = new Dictionary<Guid, EntiteGeographique>();
        foreach (var id in offres.Where(o => o.EstRattachee).Select(o => o.CabinetId!.Value).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal))
        {
            await verrous.Retenir<EntiteGeographique>(id, ct);
            if (await saisie.EntitesGeographiques.SingleAsync(e => e.Id == id, ct) is { Fermeture: null or { Type: TypeFermeture.Provisoire } } cabinet)
            {
                cabinets[id] = cabinet;
            }
        }

        return cabinets;
    }

    private Branche Branche(EntiteGeographique eg, Noeud racine, IReadOnlyList<Noeud> descendants, Fermeture? fermetureParent, IReadOnlyList<Noeud> ancetres)
    {
        var instant = horloge.Instant();
        return new(eg, new(racine, descendants, fermetureParent, Fuseaux.Jour(eg.Adresse.LireCommune().Departement, instant), instant) { Ancetres = ancetres });
    }
}
