using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>An offer as the projection needs it; ten thousand of them are read without their contents.</summary>
internal sealed record OffreEnPlaceLue(
    Guid Id, IdentifiantRegional Identifiant, TypeNoeud ParentType, Guid ParentId, Guid? CabinetId, StatutOffre Statut, Fermeture? Fermeture, Fermeture? FermeturePrevue, int NumeroVersion, DateTime ValideeLe);

/// <summary>What is to be published of a structure.</summary>
internal sealed record StructureEnPlace(Guid Id, TypeNoeud Type, string Identifiant, EtatStructurePubliee Etat)
{
    public static StructureEnPlace De(EntiteJuridique ej) => new(
        ej.Id, TypeNoeud.EntiteJuridique, ej.IdNatStruct.Valeur, new(ej.RaisonSociale, null, null, null, null, null, StatutOffre.Validee, ej.Fermeture, null, ej.Fiche, null, null));
}

/// <summary>An établissement with the levels between it and the offers to publish.</summary>
internal sealed class BranchePubliee(EntiteJuridique ej, EntiteGeographique eg, IEnumerable<UniteFonctionnelle> unites, IEnumerable<Pole> poles)
{
    private readonly Dictionary<Guid, UniteFonctionnelle> _unites = unites.ToDictionary(u => u.Id);
    private readonly Dictionary<Guid, Pole> _poles = poles.ToDictionary(p => p.Id);
    private readonly string _departement = eg.Adresse.LireCommune().Departement;

    public Guid EntiteGeographiqueId => eg.Id;

    /// <summary>From the établissement down.</summary>
    public IReadOnlyList<StructureEnPlace> Structures() =>
    [
        new(eg.Id, eg.Type, eg.IdNatStruct.Valeur, Etat(eg, eg.Denomination, ej.Id, []) with { FicheEntiteGeographique = eg.Fiche }),
        .. _poles.Values.OrderBy(p => p.Id).Select(p => new StructureEnPlace(p.Id, p.Type, p.Identifiant.Valeur, Etat(p, p.Nom, eg.Id, [eg]) with { FicheOrganisationInterne = p.Fiche })),
        .. _unites.Values.OrderBy(u => u.Id).Select(u =>
            new StructureEnPlace(u.Id, u.Type, u.Identifiant.Valeur, Etat(u, u.Nom, u.PoleId, [eg, _poles[u.PoleId]]) with { FicheOrganisationInterne = u.Fiche })),
    ];

    /// <param name="sensibles">Sensitive units among the successors that are named.</param>
    /// <param name="lieux">Where it is delivered.</param>
    /// <param name="sansAdresse">It has no address of its own.</param>
    public EtatOffrePubliee Etat(OffreEnPlaceLue offre, string champActivite, bool sensible, HashSet<IdentifiantRegional> sensibles, Liste<LieuNomme> lieux, bool sansAdresse)
    {
        // H7: a maison de santé that closes lets its liberal offers go.
        var rattachee = offre.CabinetId is { } cabinet && cabinet != offre.ParentId;
        var prevue = Previsions.De(new(offre.Id, TypeNoeud.Offre, offre.Statut, offre.Fermeture, offre.FermeturePrevue), rattachee ? [] : Dessus(offre).Select(n => n.Situation));
        return new(
            offre.NumeroVersion,
            offre.ValideeLe,
            offre.Statut,
            offre.Fermeture,
            prevue,
            eg.Region,
            _departement,
            eg.Secteur,
            Nommees(offre),
            champActivite,
            sensible,
            IdentifiantRegional.Lire(offre.Fermeture?.Successeur) is { } successeur && sensibles.Contains(successeur),
            IdentifiantRegional.Lire(prevue?.Successeur) is { } prevu && sensibles.Contains(prevu),
            lieux,
            sansAdresse ? eg.Adresse : null);
    }

    public EtatLieuPublie Etat(LieuRealisationOffre lieu, CapacitesLieu capacites, Liste<OffreSituee> offres) => new(
        new(eg.Id, eg.IdNatStruct.Valeur, eg.Denomination), eg.Region, _departement, eg.Secteur, lieu.Etat, lieu.Fermeture, Previsions.De(lieu, [eg]), lieu.Fiche, lieu.Equipements, capacites.Indicateurs, offres);

    /// <summary>The établissement, when its own change changes its lieux.</summary>
    public RaisonChangement? Raison(Func<Guid, bool> parmi) => parmi(eg.Id) ? Raison(eg) : null;

    /// <summary>The first of the structures above that is among these, the nearest first.</summary>
    public RaisonChangement? Raison(OffreEnPlaceLue offre, Func<Guid, bool> parmi) =>
        Enumerable.Reverse(Dessus(offre)).Select(Raison).Append(new(TypeNoeud.EntiteJuridique, ej.Id, ej.IdNatStruct.Valeur, ej.RaisonSociale)).FirstOrDefault(r => parmi(r.Id));

    private EtatStructurePubliee Etat(Noeud noeud, string nom, Guid parentId, IReadOnlyList<Noeud> dessus) => new(
        nom, parentId, eg.Id, eg.Region, _departement, eg.Secteur, noeud.Etat, noeud.Fermeture, Previsions.De(noeud, dessus), null, null, null);

    private List<Noeud> Dessus(OffreEnPlaceLue offre) =>
        offre.ParentType == TypeNoeud.UniteFonctionnelle && _unites[offre.ParentId] is var uf ? [eg, _poles[uf.PoleId], uf] : [eg];

    private StructuresPubliees Nommees(OffreEnPlaceLue offre)
    {
        var uf = offre.ParentType == TypeNoeud.UniteFonctionnelle ? _unites[offre.ParentId] : null;
        var pole = uf is null ? null : _poles[uf.PoleId];
        return new(
            new(ej.Id, ej.IdNatStruct.Valeur, ej.RaisonSociale),
            new(eg.Id, eg.IdNatStruct.Valeur, eg.Denomination),
            pole is null ? null : new(pole.Id, pole.Identifiant.Valeur, pole.Nom),
            uf is null ? null : new(uf.Id, uf.Identifiant.Valeur, uf.Nom));
    }

    private static RaisonChangement Raison(Noeud noeud) => noeud switch
    {
        EntiteGeographique e => new(e.Type, e.Id, e.IdNatStruct.Valeur, e.Denomination),
        OrganisationInterne o => new(o.Type, o.Id, o.Identifiant.Valeur, o.Nom),
        _ => throw new InvalidOperationException(noeud.GetType().Name),
    };
}
