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

        var (uf, pole) = await Niveaux(offre.Rattachement, ct);
        publiee.Publier(offre, Previsions.De(offre, [eg, .. new Noeud?[] { pole, uf }.OfType<Noeud>()]), eg, await Structures(eg, pole, uf, ct));
    }

    /// <summary>Names and places of the structures above, wherever these offers are published; one statement per direct parent, no document is read.</summary>
    public async Task Situer(EntiteGeographique eg, IQueryable<Offre> offres, CancellationToken ct)
    {
        var departement = eg.Adresse.LireCommune().Departement;
        await saisie.Poles.Where(p => p.EntiteGeographiqueId == eg.Id).LoadAsync(ct);
        await saisie.UnitesFonctionnelles.Where(u => u.EntiteGeographiqueId == eg.Id).LoadAsync(ct);
        foreach (var parent in await offres.Select(o => new { o.ParentType, o.ParentId }).Distinct().ToListAsync(ct))
        {
            var (uf, pole) = await Niveaux(new(parent.ParentType, parent.ParentId), ct);
            var structures = await Structures(eg, pole, uf, ct);
            var dessous = offres.Where(o => o.ParentId == parent.ParentId);
            await diffusion.OffresPubliees.Where(p => dessous.Any(o => o.Id == p.Id)).ExecuteUpdateAsync(
                p => p.SetProperty(o => o.Structures, structures).SetProperty(o => o.Region, eg.Region).SetProperty(o => o.Departement, departement).SetProperty(o => o.Version, o => o.Version + 1),
                ct);
        }
    }

    private async Task<(UniteFonctionnelle? Uf, Pole? Pole)> Niveaux(Rattachement parent, CancellationToken ct)
    {
        var uf = parent.Type == TypeNoeud.UniteFonctionnelle ? await saisie.UnitesFonctionnelles.FindAsync([parent.Id], ct) : null;
        return (uf, uf is null ? null : await saisie.Poles.FindAsync([uf.PoleId], ct));
    }

    private async Task<StructuresPubliees> Structures(EntiteGeographique eg, Pole? pole, UniteFonctionnelle? uf, CancellationToken ct)
    {
        var ej = (await saisie.EntitesJuridiques.FindAsync([eg.EntiteJuridiqueId], ct))!;
        return new(
            new(ej.Id, ej.IdNatStruct.Valeur, ej.RaisonSociale),
            new(eg.Id, eg.IdNatStruct.Valeur, eg.Denomination),
            pole is null ? null : new(pole.Id, pole.Identifiant.Valeur, pole.Nom),
            uf is null ? null : new(uf.Id, uf.Identifiant.Valeur, uf.Nom));
    }
}
