using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

public sealed record ConsulterEntiteGeographiqueQuery(Guid Id) : IRequete<EntiteGeographiqueLue>;

public sealed record ConsulterPoleQuery(Guid Id) : IRequete<PoleLu>;

public sealed record ConsulterUniteFonctionnelleQuery(Guid Id) : IRequete<UniteFonctionnelleLue>;

/// <summary>"Détails" of an établissement, a pôle, a UF: what it is, its children, what can be done.</summary>
internal sealed class ConsulterStructuresHandler(ISaisieDb db, IAppelant appelant, IReferentiels referentiels) :
    IRequestHandler<ConsulterEntiteGeographiqueQuery, Resultat<EntiteGeographiqueLue>>,
    IRequestHandler<ConsulterPoleQuery, Resultat<PoleLu>>,
    IRequestHandler<ConsulterUniteFonctionnelleQuery, Resultat<UniteFonctionnelleLue>>
{
    private IQueryable<EntiteGeographique> Visibles => db.EntitesGeographiques.AsNoTracking().Visibles(appelant.Perimetre);

    public async Task<Resultat<EntiteGeographiqueLue>> Handle(ConsulterEntiteGeographiqueQuery request, CancellationToken cancellationToken)
    {
        var eg = await Visibles.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken);
        if (eg is null)
        {
            return StructureErreurs.Introuvable.Avec();
        }

        var ej = await db.EntitesJuridiques.AsNoTracking().SingleAsync(e => e.Id == eg.EntiteJuridiqueId, cancellationToken);
        var poles = await db.Poles.AsNoTracking().Where(p => p.EntiteGeographiqueId == eg.Id).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var enfants = poles.Select(p => new EnfantLu(p.Id, TypeNoeud.Pole, p.Nom, p.Identifiant.Valeur, null, Fermeture(p), Liens.Pole(p.Id)));
        return new EntiteGeographiqueLue(
            eg.Id,
            eg.IdNatStruct.Valeur,
            eg.Denomination,
            referentiels.Nomenclatures.Lire("J55", eg.Categorie),
            eg.Secteur,
            AdresseLue.De(eg.Adresse),
            new(ej.Id, TypeNoeud.EntiteJuridique, ej.RaisonSociale, ej.IdNatStruct.Valeur, null),
            Fermeture(eg),
            [.. enfants, .. await Offres(TypeNoeud.EntiteGeographique, eg.Id, cancellationToken)],
            [new("arborescence", null, "GET", $"{Liens.EntiteGeographique(eg.Id)}/arborescence"), .. CreerOffre(eg, TypeNoeud.EntiteGeographique, eg.Fermeture, Liens.EntiteGeographique(eg.Id))],
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
        return new PoleLu(
            pole.Id,
            pole.Identifiant.Valeur,
            pole.Nom,
            Citer(eg),
            Fermeture(pole),
            [.. unites.Select(u => new EnfantLu(u.Id, TypeNoeud.UniteFonctionnelle, u.Nom, u.Identifiant.Valeur, null, Fermeture(u), Liens.UniteFonctionnelle(u.Id)))],
            [],
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
        return new UniteFonctionnelleLue(
            uf.Id,
            uf.Identifiant.Valeur,
            uf.Nom,
            Citer(eg),
            new(pole.Id, TypeNoeud.Pole, pole.Nom, pole.Identifiant.Valeur, Liens.Pole(pole.Id)),
            Fermeture(uf),
            await Offres(TypeNoeud.UniteFonctionnelle, uf.Id, cancellationToken),
            CreerOffre(eg, TypeNoeud.UniteFonctionnelle, Hierarchie.FermetureEffective(eg, uf), Liens.UniteFonctionnelle(uf.Id)),
            uf.Version);
    }

    private static StructureCitee Citer(EntiteGeographique eg) =>
        new(eg.Id, TypeNoeud.EntiteGeographique, eg.Denomination, eg.IdNatStruct.Valeur, Liens.EntiteGeographique(eg.Id));

    // "Créer +" shows where the domain would accept an offer, and nowhere else.
    private static IReadOnlyList<ActionLue> CreerOffre(EntiteGeographique eg, TypeNoeud parent, Fermeture? fermeture, string href) =>
        Hierarchie.Refuser(TypeNoeud.Offre, parent, eg.Secteur, eg.Categorie, fermeture) is not null ? []
            : [new("formulaire-offre", null, "GET", $"{href}/formulaire-offre"), new("creer-offre", null, "POST", $"{href}/offres")];

    private async Task<List<EnfantLu>> Offres(TypeNoeud parent, Guid id, CancellationToken ct)
    {
        var offres = await db.Offres.AsNoTracking().Where(o => o.ParentType == parent && o.ParentId == id).OrderBy(o => o.Id).ToListAsync(ct);
        return [.. offres.Select(o => new EnfantLu(o.Id, TypeNoeud.Offre, o.Nom, o.Identifiant.Valeur, o.Statut, Fermeture(o), Liens.Offre(o.Id)))];
    }

    private FermetureLue? Fermeture(Noeud noeud) => FermetureLue.De(noeud, referentiels.Nomenclatures);
}
