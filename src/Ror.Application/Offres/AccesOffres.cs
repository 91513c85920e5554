using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Lieux;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>An offer with its établissement and all that its rules ask about.</summary>
internal sealed record OffreEnPlace(Offre Offre, EntiteGeographique EntiteGeographique, Environnement Environnement);

/// <summary>The one way to an offer: sight, version, act, warnings; written once for every use case.</summary>
internal sealed class AccesOffres(ISaisieDb db, IVerrous verrous, IAppelant appelant, IReferentiels referentiels, ExtraitsNationaux extraits, TimeProvider horloge)
{
    public async Task<Resultat<OffreEnPlace>> Lire(Guid id, CancellationToken ct)
    {
        var offre = await db.Offres.FindAsync([id], ct);
        var eg = offre is null ? null : await db.EntitesGeographiques.FindAsync([offre.EntiteGeographiqueId], ct);
        return offre is null || eg is null || !appelant.Perimetre.VoitOffre(eg.IdNatStruct.Valeur, eg.Region, offre.Rpps) ? OffreErreurs.Introuvable.Avec() : new OffreEnPlace(offre, eg, await Environnement(eg, offre, ct));
    }

    /// <summary>A content of it, as this caller may read it.</summary>
    public ContenuOffre Montrer(ContenuOffre contenu, Offre offre) =>
        offre.Rpps == appelant.Perimetre.RppsPropre ? contenu : contenu with { DonneesNationales = contenu.DonneesNationales?.SansReponse() };

    public Task<Resultat<Ecriture>> Modifier(Guid id, VersionAttendue version, ActionOffre action, Func<OffreEnPlace, Resultat<Rien>> acte, CancellationToken ct) =>
        Modifier(id, version, action, o => Task.FromResult(acte(o)), ct);

    public async Task<Resultat<Ecriture>> Modifier(
        Guid id, VersionAttendue version, ActionOffre action, Func<OffreEnPlace, Task<Resultat<Rien>>> acte, CancellationToken ct)
    {
        var entiteGeographiqueId = await Retenir(id, ct);
        var lu = await Lire(id, ct);
        if (!lu.EstSucces)
        {
            return Resultat<Ecriture>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        if (appelant.Perimetre.Refuser(action, TypeNoeud.Offre, eg.Region, offre.Rpps) is { } interdit)
        {
            return interdit;
        }

        // An offer that went to another établissement before its rows were held has changed too.
        if (!version.Accepte(offre.Version) || offre.EntiteGeographiqueId != entiteGeographiqueId)
        {
            return RequeteErreurs.VersionPerimee.Avec();
        }

        var (etapes, contenu, avant, publiee) = (offre.EvaluerEtapes(environnement), offre.Contenu, offre.Version, offre.NumeroVersion);
        var resultat = await acte(lu.Valeur);
        if (resultat.EstSucces && offre.NumeroVersion != publiee)
        {
            db.VersionsOffre.Add(VersionOffre.De(offre, appelant.Sujet));
        }

        return resultat.EstSucces
            ? new Ecriture(TypeNoeud.Offre, id, offre.Version, offre.Version != avant || action == ActionOffre.Supprimer, [.. offre.Consequences(contenu, etapes, environnement), .. Dissocies(offre, entiteGeographiqueId, contenu.Lieux?.Lieux ?? [])])
            : Resultat<Ecriture>.Echec([.. resultat.Erreurs.Select(e => Preciser(e, lu.Valeur))]);
    }

    public async Task<Environnement> Environnement(EntiteGeographique eg, Offre offre, CancellationToken ct) =>
        await Environnement(eg, offre.Rattachement, ct) with
        {
            ExtraitNational = (await extraits.LireAsync([offre], ct)).GetValueOrDefault(offre.Id),
            LieuxFermes = await db.LieuxFermesAsync([offre], ct),
            CabinetFerme = offre.EstRattachee && await db.EntitesGeographiques.FindAsync([offre.CabinetId!.Value], ct) is { Fermeture: not null } cabinet ? cabinet.Denomination : null,
        };

    public async Task<Environnement> Environnement(EntiteGeographique eg, Rattachement rattachement, CancellationToken ct)
    {
        var uf = rattachement.Type == TypeNoeud.UniteFonctionnelle ? await db.UnitesFonctionnelles.FindAsync([rattachement.Id], ct) : null;
        return new(eg.Secteur, eg.Categorie, Hierarchie.FermetureEffective(eg, uf), referentiels.Nomenclatures, referentiels.Modeles, horloge.Instant()) { AdresseEtablissement = eg.Adresse };
    }

    /// <summary>Between the établissement and the offer, from above.</summary>
    public async Task<IReadOnlyList<Noeud>> Niveaux(Offre offre, CancellationToken ct)
    {
        if (offre.ParentType == TypeNoeud.EntiteGeographique)
        {
            return [];
        }

        var uf = (await db.UnitesFonctionnelles.FindAsync([offre.ParentId], ct))!;
        return [(await db.Poles.FindAsync([uf.PoleId], ct))!, uf];
    }

    /// <summary>H4, H7: the lieux of the établissement that it has left.</summary>
    public static IEnumerable<Erreur> Dissocies(Offre offre, Guid avant, IReadOnlyList<string> lieux) =>
        offre.EntiteGeographiqueId != avant && lieux.Count > 0 ? [LieuErreurs.Dissocies.Avec(string.Join(", ", lieux))] : [];

    private async Task<Guid> Retenir(Guid id, CancellationToken ct)
    {
        var entiteGeographiqueId = await db.Offres.Where(o => o.Id == id).Select(o => o.EntiteGeographiqueId).SingleOrDefaultAsync(ct);
        await verrous.Retenir<EntiteGeographique>(entiteGeographiqueId, ct);
        await verrous.Reserver<Offre>(id, ct);
        return entiteGeographiqueId;
    }

    // L7: what is possible now is told in the words of the representation, and for this caller.
    public Erreur Preciser(Erreur erreur, OffreEnPlace offre) => erreur.Type != OffreErreurs.TransitionInterdite ? erreur : erreur with
    {
        Precisions = new Dictionary<string, object>(erreur.Precisions)
        {
            ["actionsPossibles"] = ActionsOffre.De(offre, appelant.Perimetre).Select(a => a.Nom).Distinct().ToList(),
        },
    };
}
