using Ror.Application.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>One object that a closing or a reopening touches.</summary>
public sealed record Effet(Noeud Noeud, StatutOffre Avant)
{
    public (string Identifiant, string Nom, string Href) Designation => Noeud switch
    {
        EntiteGeographique eg => (eg.IdNatStruct.Valeur, eg.Denomination, Liens.EntiteGeographique(eg.Id)),
        Pole pole => (pole.Identifiant.Valeur, pole.Nom, Liens.Pole(pole.Id)),
        UniteFonctionnelle uf => (uf.Identifiant.Valeur, uf.Nom, Liens.UniteFonctionnelle(uf.Id)),
        Offre offre => (offre.Identifiant.Valeur, offre.Nom, Liens.Offre(offre.Id)),
        _ => throw new InvalidOperationException(Noeud.GetType().Name),
    };
}

/// <summary>An object touched by a closing or a reopening, as it is served.</summary>
/// <param name="Avant">State before.</param>
/// <param name="Apres">State after.</param>
/// <param name="Fermeture">Closing in force after, or planned.</param>
public sealed record EffetLu(
    Guid Id, TypeNoeud Type, string Identifiant, string Nom, StatutOffre Avant, StatutOffre Apres, FermetureLue? Fermeture, string Href)
{
    public static EffetLu De(Effet effet, CatalogueNomenclatures nomenclatures)
    {
        var ((identifiant, nom, href), noeud) = (effet.Designation, effet.Noeud);
        return new(
            noeud.Id,
            noeud.Type,
            identifiant,
            nom,
            effet.Avant,
            noeud.Etat,
            FermetureLue.De(noeud, nomenclatures),
            href);
    }
}

/// <summary>What a closing or a reopening did, or would do.</summary>
/// <param name="Simulation">True: nothing was stored.</param>
/// <param name="Effets">The level asked for first, then all that goes with it (H3).</param>
public sealed record EffetsLus(bool Simulation, IReadOnlyList<EffetLu> Effets)
{
    public static EffetsLus De(Ecriture ecriture, CatalogueNomenclatures nomenclatures) => new(ecriture.Simulee, [.. ecriture.Effets.Select(e => EffetLu.De(e, nomenclatures))]);
}
