using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Pôle or UF (MOS OrganisationInterne).</summary>
public abstract class OrganisationInterne : Noeud
{
    private protected OrganisationInterne()
    {
    }

    private protected OrganisationInterne(Guid id, Guid entiteGeographiqueId, IdentifiantRegional identifiant, FicheOrganisationInterne fiche, DateTime instant) =>
        (Id, EntiteGeographiqueId, Identifiant, Fiche, CreeLe, ModifieLe) = (id, entiteGeographiqueId, identifiant, fiche.Completee(), instant, instant);

    public Guid EntiteGeographiqueId { get; private init; }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    public FicheOrganisationInterne Fiche { get; private set; } = null!;

    public string Nom => Fiche.Nom!;

    /// <param name="fiche">Checked by its declarations (<see cref="Champs.Fiches"/>).</param>
    public void Modifier(FicheOrganisationInterne fiche, DateTime instant)
    {
        if (fiche.Completee() is var complete && complete != Fiche)
        {
            Fiche = complete;
            Toucher(instant);
        }
    }
}
