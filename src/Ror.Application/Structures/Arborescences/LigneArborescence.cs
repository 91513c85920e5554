using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Arborescences;

/// <summary>One level or offer of a tree, without its content.</summary>
internal sealed class LigneArborescence
{
    /// <summary>Order of the levels, from the établissement down: of <see cref="TypeNoeud"/>.</summary>
    public int Rang { get; init; }

    public Guid Id { get; init; }

    public Guid ParentId { get; init; }

    public long Version { get; init; }

    /// <summary>Of the établissement, like the two that follow.</summary>
    public IdNatStruct? IdNatStruct { get; init; }

    public string? Region { get; init; }

    public FicheEntiteGeographique? Etablissement { get; init; }

    /// <summary>Of a pôle or UF.</summary>
    public FicheOrganisationInterne? Organisation { get; init; }

    /// <summary>Of all but the établissement.</summary>
    public IdentifiantRegional? Identifiant { get; init; }

    public bool EstBrouillon { get; init; }

    /// <summary>In a maison de santé.</summary>
    public bool EstRattachee { get; init; }

    /// <summary>How far that has come which the row is told by and which is not in the tree: the lieux of the établissement, and the offers that have left it; what the national directories say of the professional of a liberal offer; 0 elsewhere.</summary>
    public long VersionsLiees { get; init; }

    /// <summary>Of an offer, what its row was written upon; null when there is none of its version.</summary>
    public string? Base { get; init; }

    public ContenuDuNoeud? Apercu { get; init; }

    public Fermeture? Fermeture { get; init; }

    public Fermeture? FermeturePrevue { get; init; }

    public TypeNoeud Type => (TypeNoeud)Rang;

    public Situation Situation => new(Id, Type, Etat, Fermeture, FermeturePrevue);

    public StatutOffre Etat => EstBrouillon ? StatutOffre.Brouillon : Noeud.EtatSous(Fermeture);
}

/// <summary>How many rows of a kind a tree has, and how far they have come: what changes in one of them changes this.</summary>
internal sealed class CumulLignes
{
    public int Rang { get; init; }

    public int Nombre { get; init; }

    public long Versions { get; init; }

    public long VersionsLiees { get; init; }

    /// <summary>Of the établissement, like the region.</summary>
    public IdNatStruct? IdNatStruct { get; init; }

    public string? Region { get; init; }
}
