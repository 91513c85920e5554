using System.Security.Cryptography;
using System.Text;
using Ror.Application.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures.Fermetures;

/// <summary>One object that an act leaves in another state.</summary>
public sealed record Effet(EtatNoeud Avant, EtatNoeud Apres)
{
    public Noeud Noeud => Apres.Noeud;

    /// <summary>False when only what is planned for it above has changed.</summary>
    public bool Touche => Avant.Version != Apres.Version;

    public (string Identifiant, string Nom, string Href) Designation => Noeud switch
    {
        EntiteGeographique eg => (eg.IdNatStruct.Valeur, eg.Denomination, Liens.EntiteGeographique(eg.Id)),
        Pole pole => (pole.Identifiant.Valeur, pole.Nom, Liens.Pole(pole.Id)),
        UniteFonctionnelle uf => (uf.Identifiant.Valeur, uf.Nom, Liens.UniteFonctionnelle(uf.Id)),
        LieuRealisationOffre lieu => (lieu.Identifiant.Valeur, lieu.Nom, Liens.Lieu(lieu.Id)),
        Offre offre => (offre.Identifiant.Valeur, offre.Nom, Liens.Offre(offre.Id)),
        _ => throw new InvalidOperationException(Noeud.GetType().Name),
    };
}

/// <summary>An object touched by a closing or a reopening, as it is served.</summary>
/// <param name="Avant">State before.</param>
/// <param name="Apres">State after.</param>
/// <param name="Fermeture">Closing in force after; PRE when it is planned only.</param>
/// <param name="FermeturePrevue">What closes it next, after.</param>
public sealed record EffetLu(
    Guid Id, TypeNoeud Type, string Identifiant, string Nom, StatutOffre Avant, StatutOffre Apres, FermetureLue? Fermeture, FermetureLue? FermeturePrevue, string Href)
{
    public static EffetLu De(Effet effet, CatalogueNomenclatures nomenclatures)
    {
        var (identifiant, nom, href) = effet.Designation;
        var (enCours, prevue) = FermetureLue.De(effet.Apres.Fermeture, effet.Apres.Prevue, nomenclatures);
        return new(effet.Noeud.Id, effet.Noeud.Type, identifiant, nom, effet.Avant.Statut, effet.Apres.Statut, enCours, prevue, href);
    }
}

/// <summary>What a closing or a reopening did, or would do.</summary>
/// <param name="Simulation">True: nothing was stored.</param>
/// <param name="Empreinte">Of the effects: given back with the real call, it is refused when it would no longer do the same.</param>
/// <param name="Effets">The level asked for first, then all that goes with it (H3).</param>
/// <param name="Avertissements">What became of the figures of the lieux concerned (RG_EXP_047).</param>
public sealed record EffetsLus(bool Simulation, string Empreinte, IReadOnlyList<EffetLu> Effets, IReadOnlyList<ErreurLue>? Avertissements)
{
    public static EffetsLus De(Ecriture ecriture, CatalogueNomenclatures nomenclatures, bool enAnglais) => new(
        ecriture.Simulee,
        EmpreinteDe(ecriture.Effets),
        [.. ecriture.Effets.Select(e => EffetLu.De(e, nomenclatures))],
        ecriture.Avertissements.Count == 0 ? null : [.. ecriture.Avertissements.Select(a => ErreurLue.De(a, enAnglais))]);

    /// <summary>Says which objects go from which state to which, in any order.</summary>
    public static string EmpreinteDe(IEnumerable<Effet> effets)
    {
        var lignes = effets.Select(e => $"{e.Noeud.Id} {e.Avant.Statut} {e.Apres.Statut} {Dire(e.Apres.Fermeture)} {Dire(e.Apres.Prevue)}").Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lignes))))[..16];

        // The same text on every node, whatever its language.
        static string Dire(Fermeture? f) => f is null ? "-" : $"{f.Type} {f.Date:O} {f.Reouverture:O} {f.Cascade} {f.Successeur}";
    }
}
