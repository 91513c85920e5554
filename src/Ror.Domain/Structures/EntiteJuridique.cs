using Ror.Domain.Commun;
using Ror.Domain.Identifiants;

namespace Ror.Domain.Structures;

/// <summary>Legal entity (MOS EntiteJuridique).</summary>
public sealed class EntiteJuridique : Agregat
{
    private EntiteJuridique()
    {
    }

    public IdNatStruct IdNatStruct { get; private init; } = null!;

    public string RaisonSociale { get; private init; } = null!;

    /// <summary>J199.</summary>
    public string StatutJuridique { get; private init; } = null!;

    public Fermeture? Fermeture { get; private init; }

    public static EntiteJuridique Creer(Guid id, IdNatStruct idNatStruct, string raisonSociale, string statutJuridique, DateTime instant) => new()
    {
        Id = id,
        IdNatStruct = idNatStruct,
        RaisonSociale = raisonSociale,
        StatutJuridique = statutJuridique,
        CreeLe = instant,
        ModifieLe = instant,
    };

    /// <summary>The legal entity opens a site; the category decides its secteur.</summary>
    public Resultat<EntiteGeographique> OuvrirEntiteGeographique(Guid id, IdNatStruct idNatStruct, string denomination, string categorie, Adresse adresse, DateTime instant)
    {
        if (Secteurs.De(categorie) is not { } secteur)
        {
            return StructureErreurs.CategorieInconnue.Sur("/categorie", categorie);
        }

        return Hierarchie.Refuser(TypeNoeud.EntiteGeographique, TypeNoeud.EntiteJuridique, secteur, categorie, Fermeture) is { } refus
            ? refus
            : new EntiteGeographique(id, Id, idNatStruct, denomination, categorie, secteur, adresse, instant);
    }
}
