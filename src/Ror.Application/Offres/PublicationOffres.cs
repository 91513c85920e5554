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

        publiee.Publier(offre, eg, await Structures(offre, eg, ct));
    }

    private async Task<StructuresPubliees> Structures(Offre offre, EntiteGeographique eg, CancellationToken ct)
    {
        var ej = (await saisie.EntitesJuridiques.FindAsync([eg.EntiteJuridiqueId], ct))!;
        var uf = offre.ParentType == TypeNoeud.UniteFonctionnelle ? await saisie.UnitesFonctionnelles.FindAsync([offre.ParentId], ct) : null;
        var pole = uf is null ? null : await saisie.Poles.FindAsync([uf.PoleId], ct);
        return new(
            new(ej.Id, ej.IdNatStruct.Valeur, ej.RaisonSociale),
            new(eg.Id, eg.IdNatStruct.Valeur, eg.Denomination),
            pole is null ? null : new(pole.Id, pole.Identifiant.Valeur, pole.Nom),
            uf is null ? null : new(uf.Id, uf.Identifiant.Valeur, uf.Nom));
    }
}
