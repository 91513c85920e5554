using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Application.Professionnels;
using Ror.Application.Structures;
using Ror.Domain.Acces;
using Ror.Domain.Anomalies;
using Ror.Domain.Structures;

namespace Ror.Application.Anomalies;

/// <summary>Objects that an anomaly may be about: where they stand, and whether the caller sees them.</summary>
internal sealed class CiblesAnomalies(ISaisieDb db, IDiffusionDb diffusion, RenduDiffusion rendu, IAppelant appelant)
{
    /// <summary>Null when it is unknown or out of the caller's sight.</summary>
    public async Task<CibleAnomalie?> TrouverAsync(TypeObjetAnomalie type, Guid id, CancellationToken ct) =>
        await LireAsync(type, id, ct) is { } cible && await VoitAsync(cible, ct) ? cible : null;

    /// <summary>Whoever asks.</summary>
    public Task<CibleAnomalie?> LireAsync(TypeObjetAnomalie type, Guid id, CancellationToken ct) => type switch
    {
        TypeObjetAnomalie.Offre => OffreAsync(id, ct),
        TypeObjetAnomalie.EntiteGeographique => EtablissementAsync(id, ct),
        TypeObjetAnomalie.EntiteJuridique => EntiteJuridiqueAsync(id, ct),
        TypeObjetAnomalie.Pole => OrganisationAsync<Pole>(type, id, ct),
        TypeObjetAnomalie.UniteFonctionnelle => OrganisationAsync<UniteFonctionnelle>(type, id, ct),
        TypeObjetAnomalie.Professionnel => ProfessionnelAsync(id, ct),
        TypeObjetAnomalie.LieuRealisationOffre => LieuAsync(id, ct),
    };

    // On the entry side; what is published, through the access profile of a platform.
    private async Task<bool> VoitAsync(CibleAnomalie cible, CancellationToken ct) => cible.Type switch
    {
        TypeObjetAnomalie.Professionnel => await db.ProfessionnelVisibleAsync(appelant.Perimetre, cible.Rpps!, ct) is not null,
        TypeObjetAnomalie.EntiteJuridique => await db.EntitesJuridiques.Visibles(db, appelant.Perimetre).AnyAsync(e => e.Id == cible.Id, ct) || await VoitPublieAsync(cible, ct),
        _ => appelant.Perimetre.Voit(cible.Etablissement!, cible.Region!) || (cible.Rpps is { } rpps && rpps == appelant.Perimetre.RppsPropre) || await VoitPublieAsync(cible, ct),
    };

    private async Task<bool> VoitPublieAsync(CibleAnomalie cible, CancellationToken ct) => appelant.Perimetre.Roles.Contains(Role.Plateforme)
        && await (cible.Type switch
        {
            TypeObjetAnomalie.Offre => rendu.OffresVisibles.AnyAsync(o => o.Id == cible.Id, ct),
            TypeObjetAnomalie.LieuRealisationOffre => rendu.LieuxVisibles.AnyAsync(l => l.Id == cible.Id, ct),
            _ => diffusion.StructuresPubliees.AnyAsync(s => s.Id == cible.Id, ct),
        });

    private async Task<CibleAnomalie?> OffreAsync(Guid id, CancellationToken ct)
    {
        var lue = await db.Offres.AsNoTracking().Where(o => o.Id == id)
            .Join(db.EntitesGeographiques, o => o.EntiteGeographiqueId, e => e.Id, (o, e) => new { o.Identifiant, o.Rpps, EgId = e.Id, e.IdNatStruct, e.Region }).SingleOrDefaultAsync(ct);
        return lue is null ? null : new(TypeObjetAnomalie.Offre, id, lue.Identifiant.Valeur, lue.EgId, lue.IdNatStruct.Valeur, lue.Region, lue.Rpps, Nationale: false);
    }

    private async Task<CibleAnomalie?> EtablissementAsync(Guid id, CancellationToken ct)
    {
        var lu = await db.EntitesGeographiques.AsNoTracking().Where(e => e.Id == id).Select(e => new { e.IdNatStruct, e.Region, e.Origine }).SingleOrDefaultAsync(ct);
        return lu is null ? null : new(TypeObjetAnomalie.EntiteGeographique, id, lu.IdNatStruct.Valeur, id, lu.IdNatStruct.Valeur, lu.Region, null, lu.Origine != Origine.Saisie);
    }

    // It belongs to the région of its sites; where these are several, to the first that was known.
    private async Task<CibleAnomalie?> EntiteJuridiqueAsync(Guid id, CancellationToken ct)
    {
        var lue = await db.EntitesJuridiques.AsNoTracking().Where(e => e.Id == id).Select(e => new { e.IdNatStruct, e.Origine }).SingleOrDefaultAsync(ct);
        var region = await db.EntitesGeographiques.Where(e => e.EntiteJuridiqueId == id).OrderBy(e => e.Id).Select(e => e.Region).FirstOrDefaultAsync(ct);
        return lue is null ? null : new(TypeObjetAnomalie.EntiteJuridique, id, lue.IdNatStruct.Valeur, null, null, region, null, lue.Origine != Origine.Saisie);
    }

    private async Task<CibleAnomalie?> OrganisationAsync<TNoeud>(TypeObjetAnomalie type, Guid id, CancellationToken ct)
        where TNoeud : OrganisationInterne
    {
        var lue = await db.Organisations<TNoeud>().AsNoTracking().Where(o => o.Id == id)
            .Join(db.EntitesGeographiques, o => o.EntiteGeographiqueId, e => e.Id, (o, e) => new { o.Identifiant, EgId = e.Id, e.IdNatStruct, e.Region }).SingleOrDefaultAsync(ct);
        return lue is null ? null : new(type, id, lue.Identifiant.Valeur, lue.EgId, lue.IdNatStruct.Valeur, lue.Region, null, Nationale: false);
    }

    private async Task<CibleAnomalie?> LieuAsync(Guid id, CancellationToken ct)
    {
        var lu = await db.Lieux.AsNoTracking().Where(l => l.Id == id)
            .Join(db.EntitesGeographiques, l => l.EntiteGeographiqueId, e => e.Id, (l, e) => new { l.Identifiant, EgId = e.Id, e.IdNatStruct, e.Region }).SingleOrDefaultAsync(ct);
        return lu is null ? null : new(TypeObjetAnomalie.LieuRealisationOffre, id, lu.Identifiant.Valeur, lu.EgId, lu.IdNatStruct.Valeur, lu.Region, null, Nationale: false);
    }

    private async Task<CibleAnomalie?> ProfessionnelAsync(Guid id, CancellationToken ct)
    {
        if (await db.Professionnels.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } professionnel)
        {
            return null;
        }

        var lieux = professionnel.Fiche.Lieux();
        var connus = await db.EntitesGeographiques.AsNoTracking().Where(e => lieux.Contains(e.IdNatStruct)).Select(e => new { e.IdNatStruct, e.Region }).ToListAsync(ct);
        var region = lieux.Select(l => connus.FirstOrDefault(c => c.IdNatStruct == l)?.Region).FirstOrDefault(r => r is not null);
        return new(TypeObjetAnomalie.Professionnel, id, professionnel.Rpps, null, null, region, professionnel.Rpps, Nationale: true);
    }
}
