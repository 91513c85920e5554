using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Diffusion;

/// <summary>What is published of a legal entity, an établissement, a pôle or a UF. Nobody validates a structure: what is entered is published.</summary>
/// <param name="EntiteGeographiqueId">Itself, or the établissement that it hangs below; null for a legal entity, which belongs to no place.</param>
/// <param name="Statut">Validee as long as it is open.</param>
/// <param name="FermeturePrevue">See <see cref="Previsions"/>.</param>
public sealed record EtatStructurePubliee(
    string Nom,
    Guid? ParentId,
    Guid? EntiteGeographiqueId,
    string? Region,
    string? Departement,
    Secteur? Secteur,
    StatutOffre Statut,
    Fermeture? Fermeture,
    Fermeture? FermeturePrevue,
    FicheEntiteJuridique? FicheEntiteJuridique,
    FicheEntiteGeographique? FicheEntiteGeographique,
    FicheOrganisationInterne? FicheOrganisationInterne);

/// <summary>What the world reads of a structure.</summary>
public sealed class StructurePubliee : ObjetPublie
{
    private StructurePubliee()
    {
    }

    public TypeNoeud Type { get; private init; }

    /// <summary>idNat_Struct of an EJ or EG, regional identifier of a pôle or UF.</summary>
    public string Identifiant { get; private init; } = null!;

    public string Nom { get; private set; } = null!;

    public Guid? ParentId { get; private set; }

    public Guid? EntiteGeographiqueId { get; private set; }

    public string? Region { get; private set; }

    public string? Departement { get; private set; }

    public Secteur? Secteur { get; private set; }

    public StatutOffre Statut { get; private set; }

    public Fermeture? Fermeture { get; private set; }

    public Fermeture? FermeturePrevue { get; private set; }

    public FicheEntiteJuridique? FicheEntiteJuridique { get; private set; }

    public FicheEntiteGeographique? FicheEntiteGeographique { get; private set; }

    public FicheOrganisationInterne? FicheOrganisationInterne { get; private set; }

    public EtatStructurePubliee Etat => new(
        Nom, ParentId, EntiteGeographiqueId, Region, Departement, Secteur, Statut, Fermeture, FermeturePrevue, FicheEntiteJuridique, FicheEntiteGeographique, FicheOrganisationInterne);

    public static StructurePubliee De(Guid id, TypeNoeud type, string identifiant) => new() { Id = id, Type = type, Identifiant = identifiant };

    /// <summary>The next version of what is read.</summary>
    public void Ecrire(EtatStructurePubliee etat)
    {
        Version++;
        (Nom, ParentId, EntiteGeographiqueId, Region, Departement, Secteur, Statut, Fermeture, FermeturePrevue, FicheEntiteJuridique, FicheEntiteGeographique, FicheOrganisationInterne) = etat;
    }
}
