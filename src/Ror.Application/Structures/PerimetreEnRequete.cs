using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>The rules of <see cref="Perimetre"/>, as the database reads them.</summary>
internal static class PerimetreEnRequete
{
    /// <summary>The same rule as <see cref="Perimetre.Voit"/>.</summary>
    public static IQueryable<EntiteGeographique> Visibles(this IQueryable<EntiteGeographique> entites, Perimetre perimetre)
    {
        var etablissements = perimetre.EtablissementsVisibles.Select(IdNatStruct.Lire).OfType<IdNatStruct>().ToList();
        var regions = perimetre.RegionsVisibles.ToList();
        return entites.Where(eg => etablissements.Contains(eg.IdNatStruct) || regions.Contains(eg.Region));
    }

    /// <summary>The same rule as <see cref="Perimetre.VoitCapacites"/>.</summary>
    public static IQueryable<EntiteGeographique> AvecCapacitesVisibles(this IQueryable<EntiteGeographique> entites, Perimetre perimetre)
    {
        var etablissements = perimetre.EtablissementsVisibles.Concat(perimetre.EtablissementsAlimentes).Select(IdNatStruct.Lire).OfType<IdNatStruct>().ToList();
        var regions = perimetre.RegionsVisibles.ToList();
        return entites.Where(eg => etablissements.Contains(eg.IdNatStruct) || regions.Contains(eg.Region));
    }

    /// <summary>Those of the établissements in sight; for a professional, those of each établissement where an offer of theirs stands.</summary>
    public static IQueryable<LieuRealisationOffre> LieuxVisibles(this ISaisieDb db, Perimetre perimetre)
    {
        var visibles = db.EntitesGeographiques.Visibles(perimetre);
        var ici = db.Lieux.AsNoTracking();
        return perimetre.RppsPropre is { } rpps
            ? ici.Where(l => visibles.Any(eg => eg.Id == l.EntiteGeographiqueId) || db.Offres.Any(o => o.Rpps == rpps && o.EntiteGeographiqueId == l.EntiteGeographiqueId))
            : ici.Where(l => visibles.Any(eg => eg.Id == l.EntiteGeographiqueId));
    }

    /// <summary>The same rule as <see cref="Perimetre.VoitOffre"/>.</summary>
    public static IQueryable<Offre> OffresVisibles(this ISaisieDb db, Perimetre perimetre)
    {
        var visibles = db.EntitesGeographiques.Visibles(perimetre);
        var ici = db.Offres.AsNoTracking();
        return perimetre.RppsPropre is { } rpps
            ? ici.Where(o => o.Rpps == rpps || visibles.Any(eg => eg.Id == o.EntiteGeographiqueId))
            : ici.Where(o => visibles.Any(eg => eg.Id == o.EntiteGeographiqueId));
    }

    /// <summary>A legal entity belongs to no region: a référent sees them all, a responsable those of their établissements.</summary>
    public static IQueryable<EntiteJuridique> Visibles(this IQueryable<EntiteJuridique> entites, ISaisieDb db, Perimetre perimetre)
    {
        var sites = db.EntitesGeographiques.Visibles(perimetre);
        return perimetre.RegionsVisibles.Count > 0 ? entites : entites.Where(ej => sites.Any(eg => eg.EntiteJuridiqueId == ej.Id));
    }

    /// <summary>It is edited by a référent of one of its sites, or of anywhere as long as it has none.</summary>
    public static Erreur? RefuserEntiteJuridique(this Perimetre perimetre, IReadOnlyList<string> regionsDesSites) =>
        perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.EntiteJuridique, regionsDesSites.Intersect(perimetre.RegionsVisibles).Concat(regionsDesSites).FirstOrDefault());

    public static IQueryable<TNoeud> Organisations<TNoeud>(this ISaisieDb db)
        where TNoeud : OrganisationInterne => (IQueryable<TNoeud>)(typeof(TNoeud) == typeof(Pole) ? db.Poles : (IQueryable<OrganisationInterne>)db.UnitesFonctionnelles);
}
