using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>The bridge from entry to diffusion: the version kept for ever and the row that readers see, in the caller's transaction.</summary>
internal sealed class PublicationOffres(ISaisieDb saisie, IDiffusionDb diffusion, IAppelant appelant)
{
    /// <summary>A new version.</summary>
    public Task Publier(OffreEnPlace enPlace, CancellationToken ct)
    {
        saisie.VersionsOffre.Add(VersionOffre.De(enPlace.Offre, appelant.Sujet));
        return Republier(enPlace, ct);
    }

    /// <summary>The same version in another state.</summary>
    public async Task Republier(OffreEnPlace enPlace, CancellationToken ct)
    {
        var (offre, eg, _) = enPlace;
        var publiee = await diffusion.OffresPubliees.FindAsync([offre.Id], ct);
        if (publiee is null)
        {
            publiee = OffrePubliee.De(offre);
            diffusion.OffresPubliees.Add(publiee);
        }

        publiee.Publier(offre, eg, await Structures(offre.Rattachement, eg, ct));
    }

    /// <summary>Names and places of the structures above, wherever these offers are published.</summary>
    public async Task Situer(EntiteGeographique eg, IQueryable<Offre> offres, CancellationToken ct)
    {
        await saisie.Poles.Where(p => p.EntiteGeographiqueId == eg.Id).LoadAsync(ct);
        await saisie.UnitesFonctionnelles.Where(u => u.EntiteGeographiqueId == eg.Id).LoadAsync(ct);
        var parents = await offres.Select(o => new { o.Id, o.ParentType, o.ParentId }).ToDictionaryAsync(o => o.Id, o => new Rattachement(o.ParentType, o.ParentId), ct);
        foreach (var publiee in await diffusion.OffresPubliees.Where(p => offres.Any(o => o.Id == p.Id)).ToListAsync(ct))
        {
            publiee.Situer(eg, await Structures(parents[publiee.Id], eg, ct));
        }
    }

    private async Task<StructuresPubliees> Structures(Rattachement parent, EntiteGeographique eg, CancellationToken ct)
    {
        var ej = (await saisie.EntitesJuridiques.FindAsync([eg.EntiteJuridiqueId], ct))!;
        var uf = parent.Type == TypeNoeud.UniteFonctionnelle ? await saisie.UnitesFonctionnelles.FindAsync([parent.Id], ct) : null;
        var pole = uf is null ? null : await saisie.Poles.FindAsync([uf.PoleId], ct);
        return new(
            new(ej.Id, ej.IdNatStruct.Valeur, ej.RaisonSociale),
            new(eg.Id, eg.IdNatStruct.Valeur, eg.Denomination),
            pole is null ? null : new(pole.Id, pole.Identifiant.Valeur, pole.Nom),
            uf is null ? null : new(uf.Id, uf.Identifiant.Valeur, uf.Nom));
    }
}
