using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Diffusion;

/// <summary>A lieu as an offer tells of it.</summary>
/// <param name="Fonction">J198.</param>
/// <param name="UniteSensible">By its own fiche.</param>
public sealed record LieuNomme(Guid Id, string Identifiant, string Nom, CodeNos? Fonction, StatutOffre Statut, Adresse Adresse, bool? CoordonneesFiables, bool UniteSensible)
{
    public static LieuNomme De(LieuRealisationOffre lieu) => De(lieu.Id, lieu.Identifiant, lieu.Fiche, lieu.Fermeture);

    public static LieuNomme De(Guid id, IdentifiantRegional identifiant, FicheLieu fiche, Fermeture? fermeture) =>
        new(id, identifiant.Valeur, fiche.Nom!, fiche.Fonction, Noeud.EtatSous(fermeture), fiche.Adresse!, fiche.CoordonneesFiables, fiche.UniteSensible is true);
}

/// <summary>A published offer as a lieu tells of it.</summary>
/// <param name="Fermee">For good: kept to know of what the lieu was, not told.</param>
public sealed record OffreSituee(Guid Id, string Identifiant, bool UniteSensible, bool Fermee);

/// <summary>What is published of a lieu. Nobody validates a lieu: what is entered is published.</summary>
/// <param name="Region">Of its établissement, as its département and its secteur.</param>
/// <param name="FermeturePrevue">See <see cref="Previsions"/>.</param>
/// <param name="Capacites">Every figure; each profile reads its part.</param>
/// <param name="Offres">Published offers that are delivered there.</param>
public sealed record EtatLieuPublie(
    StructureNommee EntiteGeographique,
    string Region,
    string Departement,
    Secteur Secteur,
    StatutOffre Statut,
    Fermeture? Fermeture,
    Fermeture? FermeturePrevue,
    FicheLieu Fiche,
    EquipementsLieu Equipements,
    Liste<IndicateurCapacite> Capacites,
    Liste<OffreSituee> Offres)
{
    /// <summary>It says so, or nothing but sensitive units is delivered there: it is hidden as they are, after their closing too.</summary>
    public bool UniteSensible => Fiche.UniteSensible is true || (Offres.Any(o => !o.Fermee) ? Offres.All(o => o.Fermee || o.UniteSensible) : Offres.Any(o => o.UniteSensible));
}

/// <summary>What the world reads of a lieu.</summary>
public sealed class LieuPublie : ObjetPublie
{
    private LieuPublie()
    {
    }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    public Guid EntiteGeographiqueId { get; private set; }

    public StructureNommee EntiteGeographique { get; private set; } = null!;

    public string Region { get; private set; } = null!;

    public string Departement { get; private set; } = null!;

    public Secteur Secteur { get; private set; }

    public StatutOffre Statut { get; private set; }

    public Fermeture? Fermeture { get; private set; }

    public Fermeture? FermeturePrevue { get; private set; }

    public FicheLieu Fiche { get; private set; } = null!;

    public EquipementsLieu Equipements { get; private set; } = EquipementsLieu.Aucun;

    public Liste<IndicateurCapacite> Capacites { get; private set; } = [];

    public Liste<OffreSituee> Offres { get; private set; } = [];

    public bool UniteSensible { get; private set; }

    public EtatLieuPublie Etat => new(EntiteGeographique, Region, Departement, Secteur, Statut, Fermeture, FermeturePrevue, Fiche, Equipements, Capacites, Offres);

    public static LieuPublie De(Guid id, IdentifiantRegional identifiant) => new() { Id = id, Identifiant = identifiant };

    /// <summary>The next version of what is read.</summary>
    public void Ecrire(EtatLieuPublie etat)
    {
        Version++;
        (EntiteGeographique, Region, Departement, Secteur, Statut, Fermeture, FermeturePrevue, Fiche, Equipements, Capacites, Offres) = etat;
        (EntiteGeographiqueId, UniteSensible) = (etat.EntiteGeographique.Id, etat.UniteSensible);
    }
}
