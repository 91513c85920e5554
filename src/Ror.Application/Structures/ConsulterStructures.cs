using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record ConsulterEntiteJuridiqueQuery(Guid Id) : IRequete<EntiteJuridiqueLue>;

public sealed record ConsulterEntiteGeographiqueQuery(Guid Id) : IRequete<EntiteGeographiqueLue>;

public sealed record ConsulterPoleQuery(Guid Id) : IRequete<PoleLu>;

public sealed record ConsulterUniteFonctionnelleQuery(Guid Id) : IRequete<UniteFonctionnelleLue>;

/// <summary>"Détails" of an établissement, a pôle, a UF: what it is, its children, what can be done.</summary>
internal sealed class ConsulterStructuresHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterEntiteJuridiqueQuery, Resultat<EntiteJuridiqueLue>>,
    IRequestHandler<ConsulterEntiteGeographiqueQuery, Resultat<EntiteGeographiqueLue>>,
    IRequestHandler<ConsulterPoleQuery, Resultat<PoleLu>>,
    IRequestHandler<ConsulterUniteFonctionnelleQuery, Resultat<UniteFonctionnelleLue>>
{
    private IQueryable<EntiteGeographique> Visibles => db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre);

    public async Task<Resultat<EntiteJuridiqueLue>> Handle(ConsulterEntiteJuridiqueQuery request, CancellationToken cancellationToken)
    {
        var ej = await db.EntitesJuridiques.AsNoTracking().Visibles(db, appelant.Perimetre).SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (ej is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var sites = await db.EntitesGeographiques.AsNoTracking().Where(e => e.EntiteJuridiqueId == ej.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var href = Liens.EntiteJuridique(ej.Id);
        var editable = appelant.Perimetre.RefuserEntiteJuridique([.. sites.Select(s => s.Region)]) is null;
        return new EntiteJuridiqueLue(
            ej.Id,
            ej.IdNatStruct.Valeur,
            ej.RaisonSociale,
            ej.Fiche,
            ej.CreeLe,
            ej.ModifieLe,
            [.. sites.Where(s => appelant.Perimetre.Voit(s.IdNatStruct.Valeur, s.Region)).Select(s => Enfant(s, s.Denomination, s.IdNatStruct.Valeur))],
            editable ? [new("modifier", null, "PUT", href), new("creer-entite-geographique", null, "POST", $"{Liens.Racine}/entites-geographiques")] : [],
            ej.Version);
    }

    public async Task<Resultat<EntiteGeographiqueLue>> Handle(ConsulterEntiteGeographiqueQuery request, CancellationToken cancellationToken)
    {
        var eg = await Visibles.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var ej = await db.EntitesJuridiques.AsNoTracking().SingleAsync(e => e.Id == eg.EntiteJuridiqueId, cancellationToken);
        var poles = await db.Poles.AsNoTracking().Where(p => p.EntiteGeographiqueId == eg.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var enfants = poles.Select(p => Enfant(p, p.Nom, p.Identifiant.Valeur, eg));
        var (fermeture, prevue) = FermetureLue.De(eg, [], referentiels.Nomenclatures);
        return new EntiteGeographiqueLue(
            eg.Id,
            eg.IdNatStruct.Valeur,
            eg.Denomination,
            eg.Secteur,
            eg.Adresse.LireCommune().Departement,
            eg.Region,
            new(ej.Id, TypeNoeud.EntiteJuridique, ej.RaisonSociale, ej.IdNatStruct.Valeur, Liens.EntiteJuridique(ej.Id)),
            VoitCrise(eg) ? eg.Fiche : Visibilite.SansCrise(eg.Fiche),
            eg.Etat,
            fermeture,
            prevue,
            eg.CreeLe,
            eg.ModifieLe,
            [.. enfants, .. await Offres([eg], cancellationToken)],
            ActionsStructure.De(eg, ej.Fermeture, appelant.Perimetre),
            eg.Version);
    }

    public async Task<Resultat<PoleLu>> Handle(ConsulterPoleQuery request, CancellationToken cancellationToken)
    {
        var pole = await db.Poles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken);
        var eg = pole is null ? null : await Visibles.SingleOrDefaultAsync(e => e.Id == pole.EntiteGeographiqueId, cancellationToken);
        if (pole is null || eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var unites = await db.UnitesFonctionnelles.AsNoTracking().Where(u => u.PoleId == pole.Id).OrderBy(u => u.Id).ToListAsync(cancellationToken);
        var (fermeture, prevue) = FermetureLue.De(pole, [eg], referentiels.Nomenclatures);
        return new PoleLu(
            pole.Id,
            pole.Identifiant.Valeur,
            pole.Nom,
            Citer(eg),
            pole.Fiche,
            pole.Etat,
            fermeture,
            prevue,
            pole.CreeLe,
            pole.ModifieLe,
            [.. unites.Select(u => Enfant(u, u.Nom, u.Identifiant.Valeur, eg, pole))],
            ActionsStructure.De(pole, eg, appelant.Perimetre),
            pole.Version);
    }

    public async Task<Resultat<UniteFonctionnelleLue>> Handle(ConsulterUniteFonctionnelleQuery request, CancellationToken cancellationToken)
    {
        var uf = await db.UnitesFonctionnelles.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Id, cancellationToken);
        var eg = uf is null ? null : await Visibles.SingleOrDefaultAsync(e => e.Id == uf.EntiteGeographiqueId, cancellationToken);
        if (uf is null || eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var pole = await db.Poles.AsNoTracking().SingleAsync(p => p.Id == uf.PoleId, cancellationToken);
        var (fermeture, prevue) = FermetureLue.De(uf, [eg, pole], referentiels.Nomenclatures);
        return new UniteFonctionnelleLue(
            uf.Id,
            uf.Identifiant.Valeur,
            uf.Nom,
            Citer(eg),
            new(pole.Id, TypeNoeud.Pole, pole.Nom, pole.Identifiant.Valeur, Liens.Pole(pole.Id)),
            uf.Fiche,
            uf.Etat,
            fermeture,
            prevue,
            uf.CreeLe,
            uf.ModifieLe,
            await Offres([eg, pole, uf], cancellationToken),
            ActionsStructure.De(uf, pole, eg, appelant.Perimetre),
            uf.Version);
    }

    private static StructureCitee Citer(EntiteGeographique eg) =>
        new(eg.Id, TypeNoeud.EntiteGeographique, eg.Denomination, eg.IdNatStruct.Valeur, Liens.EntiteGeographique(eg.Id));

    /// <param name="branche">The levels above, the direct parent last.</param>
    private async Task<List<EnfantLu>> Offres(Noeud[] branche, CancellationToken ct)
    {
        var (type, id) = (branche[^1].Type, branche[^1].Id);
        var offres = await db.Offres.AsNoTracking().Where(o => o.ParentType == type && o.ParentId == id).OrderBy(o => o.Id).ToListAsync(ct);
        return [.. offres.Select(o => Enfant(o, o.Nom, o.Identifiant.Valeur, branche))];
    }

    private EnfantLu Enfant(Noeud noeud, string nom, string identifiant, params Noeud[] branche)
    {
        var (fermeture, prevue) = FermetureLue.De(noeud, branche, referentiels.Nomenclatures);
        return new(noeud.Id, noeud.Type, nom, identifiant, noeud.Etat, fermeture, prevue, Liens.De(noeud.Type, noeud.Id));
    }

    // Whoever edits the fiche sees it whole: they give back what they read.
    private bool VoitCrise(EntiteGeographique eg) =>
        Visibilite.VoitCrise(appelant.Perimetre.Profil) || appelant.Perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.EntiteGeographique, eg.Region) is null;
}
