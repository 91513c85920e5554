using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Acces;

/// <summary>The access policy of published reads: fields, not only rows (profiles 0–5).</summary>
public static class Visibilite
{
    /// <summary>Profiles that see sensitive units.</summary>
    public static IReadOnlyList<int> ProfilsDesUnitesSensibles { get; } = [1, 4];

    /// <summary>Is the offer itself in sight?</summary>
    public static bool VoitOffre(int profil, bool uniteSensible) => !uniteSensible || ProfilsDesUnitesSensibles.Contains(profil);

    /// <summary>Is a contact, or a telecom, of this level in sight?</summary>
    /// <param name="niveau">J222: 1, 2 or 3.</param>
    public static bool Visible(int niveau, int profil, Secteur? secteur, bool uniteSensible) => profil switch
    {
        1 => true,
        2 or 5 => niveau <= 2 && !uniteSensible,
        3 => niveau <= (secteur == Secteur.MedicoSocial ? 2 : 1) && !uniteSensible,
        4 => niveau == 1,
        _ => niveau == 1 && !uniteSensible,
    };

    /// <summary>Are specific acts, specialisations, resource professions and competences in sight?</summary>
    public static bool VoitActes(int profil, Secteur? secteur, bool uniteSensible) => profil switch
    {
        1 or 4 or 5 => true,
        2 => !uniteSensible,
        3 => secteur == Secteur.MedicoSocial && !uniteSensible,
        _ => false,
    };

    /// <summary>The figures of a lieu that this profile reads: all, all but supplementary beds, installed ones, or none.</summary>
    public static Liste<IndicateurCapacite> Capacites(Liste<IndicateurCapacite> indicateurs, int profil, Secteur? secteur) => profil switch
    {
        1 or 4 => indicateurs,
        2 => SansSupplementaires(indicateurs),
        3 when secteur == Secteur.MedicoSocial => SansSupplementaires(indicateurs),
        5 => indicateurs.Where(i => i.Statut?.Code == IndicateurCapacite.Installe).EnListe(),
        _ => [],
    };

    /// <summary>The offers of a lieu that this profile may know of.</summary>
    public static Liste<OffreSituee> Offres(Liste<OffreSituee> offres, int profil) => offres.Where(o => !o.Fermee && VoitOffre(profil, o.UniteSensible)).EnListe();

    private static Liste<IndicateurCapacite> SansSupplementaires(Liste<IndicateurCapacite> indicateurs) => indicateurs.Where(i => i.Statut?.Code != IndicateurCapacite.Supplementaire).EnListe();

    /// <summary>Profiles that see what regulation and crisis management need of an établissement.</summary>
    public static bool VoitCrise(int profil) => profil is 1 or 4;

    public static FicheEntiteGeographique SansCrise(FicheEntiteGeographique fiche) => FicheEntiteGeographique.Champs
        .Where(c => c.Confidentialite == Confidentialite.Crise).Aggregate(fiche, (f, champ) => (FicheEntiteGeographique)champ.Ecrire(f, null));

    /// <summary>A content without the lieux that this profile does not see: their identifiers would tell of them.</summary>
    /// <param name="lieux">Where the offer is delivered.</param>
    public static ContenuOffre SansLieuxCaches(ContenuOffre contenu, Liste<LieuNomme> lieux, int profil) => contenu.Lieux is not { } section ? contenu
        : contenu with { Lieux = section with { Lieux = section.Lieux.Where(identifiant => VoitOffre(profil, lieux.Any(l => l.UniteSensible && l.Identifiant == identifiant))).EnListe() } };

    /// <summary>The published content as this profile may read it.</summary>
    /// <param name="masques">Receives the JSON Pointer, into the published representation, of each field from which something was taken.</param>
    public static ContenuOffre Filtrer(ContenuOffre contenu, int profil, Secteur? secteur, ICollection<string>? masques = null)
    {
        var regard = new Regard(profil, secteur, contenu.InformationsGenerales?.UniteSensible is true);
        return LesSections.Toutes.Aggregate(contenu, (c, section) => section.Lire(c) is { } lue
            ? section.Ecrire(c, (ISection?)OuRien(section.Champs, Filtrer(section.Champs, lue, regard, $"/sections/{section.Membre}", masques))) : c);
    }

    /// <summary>The fiche of a structure as this profile may read it.</summary>
    /// <param name="chemin">JSON Pointer of the fiche in its representation.</param>
    public static TFiche Filtrer<TFiche>(IReadOnlyList<Champ> champs, TFiche fiche, int profil, Secteur? secteur, string chemin = "", ICollection<string>? masques = null)
        where TFiche : class => (TFiche)Filtrer(champs, fiche, new Regard(profil, secteur, UniteSensible: false), chemin, masques);

    // The one reading of the policy that the declarations carry.
    private static object Filtrer(IReadOnlyList<Champ> champs, object fiche, Regard regard, string chemin, ICollection<string>? masques)
    {
        foreach (var champ in champs)
        {
            if (champ.Lire(fiche) is not { } valeur || Vue(champ, valeur, regard, chemin + champ.Pointeur, masques) is var vue && Equals(vue, valeur))
            {
                continue;
            }

            fiche = champ.Ecrire(fiche, vue);
            if (champ.Type != TypeChamp.Objet)
            {
                masques?.Add(chemin + champ.Pointeur);
            }
        }

        return fiche;
    }

    private static object? Vue(Champ champ, object valeur, Regard regard, string chemin, ICollection<string>? masques) => champ.Confidentialite switch
    {
        Confidentialite.Publique => champ.Type == TypeChamp.Objet ? OuRien(champ.Colonnes, Filtrer(champ.Colonnes, valeur, regard, chemin, masques)) : valeur,
        Confidentialite.ActesEtCompetences => VoitActes(regard.Profil, regard.Secteur, regard.UniteSensible) ? valeur : null,
        Confidentialite.Crise => VoitCrise(regard.Profil) ? valeur : null,
        Confidentialite.ParNiveau => champ.ParLigne(valeur, ligne => Ligne(champ.Colonnes, ligne, regard)),
    };

    // An empty object would tell of what was taken from it.
    private static object? OuRien(IReadOnlyList<Champ> champs, object objet) => champs.Any(c => c.EstRempli(objet)) ? objet : null;

    // A telecom satisfies its own level and its contact's; a contact with no telecom left says nothing.
    private static object? Ligne(IReadOnlyList<Champ> colonnes, object ligne, Regard regard)
    {
        if (!Visible(Niveau(colonnes, ligne), regard.Profil, regard.Secteur, regard.UniteSensible))
        {
            return null;
        }

        foreach (var colonne in colonnes.Where(c => c.Confidentialite == Confidentialite.ParNiveau && c.EstRempli(ligne)))
        {
            ligne = colonne.Ecrire(ligne, colonne.ParLigne(colonne.Lire(ligne)!, l => Ligne(colonne.Colonnes, l, regard)));
            if (!colonne.EstRempli(ligne))
            {
                return null;
            }
        }

        return ligne;
    }

    // What has no readable level is the most restricted.
    private static int Niveau(IReadOnlyList<Champ> colonnes, object ligne) =>
        (colonnes.SingleOrDefault(c => c.Nom == "niveauConfidentialite")?.Lire(ligne) as CodeNos)?.Code switch { "1" => 1, "2" => 2, _ => 3 };

    private sealed record Regard(int Profil, Secteur? Secteur, bool UniteSensible);
}
