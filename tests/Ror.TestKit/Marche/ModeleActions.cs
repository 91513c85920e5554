namespace Ror.TestKit.Marche;

/// <summary>L7: the names of what a caller may do now.</summary>
public static class ModeleActions
{
    public static IEnumerable<string> Possibles(NoeudModele noeud, bool referent) =>
        (noeud.EstOffre ? DUneOffre(noeud, referent) : DUneStructure(noeud, referent)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> DUneOffre(NoeudModele offre, bool referent)
    {
        var transferer = referent ? (string[])["transferer"] : [];
        return offre switch
        {
            { Statut: StatutNoeud.FermeeDefinitivement } => ["designer-successeur"],
            { Statut: StatutNoeud.Brouillon, SousFermeDefinitivement: true } => ["supprimer", .. transferer],
            { Statut: StatutNoeud.Brouillon, SousFerme: true } => ["ajouter-exception-horaire", "choisir-lieu", "modifier-section", "supprimer", "valider-etape", .. transferer],
            { Statut: StatutNoeud.Brouillon } => ["ajouter-exception-horaire", "choisir-lieu", "modifier-section", "supprimer", "valider", "valider-etape", .. transferer],
            { Statut: StatutNoeud.FermeeTemporairement } => ["confirmer", "designer-successeur", "ajouter-exception-horaire", "choisir-lieu", "modifier-section", .. Fermer(offre), .. offre.EnAttente ? (string[])["abandonner-modifications", "valider"] : [], .. transferer],
            _ => ["confirmer", "ajouter-exception-horaire", "choisir-lieu", "modifier-section", .. Fermer(offre), .. offre.EnAttente ? (string[])["abandonner-modifications", "valider"] : [], .. transferer],
        };
    }

    private static IEnumerable<string> DUneStructure(NoeudModele structure, bool referent)
    {
        var eg = structure.Genre == GenreNoeud.EntiteGeographique;
        var ecrire = structure.Statut != StatutNoeud.FermeeDefinitivement && (referent || !eg);
        string[] creer = (structure.EstFerme, structure.Genre, structure.EstSanitaire) switch
        {
            (true, _, _) => [],
            (_, GenreNoeud.EntiteGeographique, true) => ["creer-pole"],
            (_, GenreNoeud.Pole, _) => ["creer-unite-fonctionnelle"],
            _ => ["creer-offre", "formulaire-offre"],
        };
        return [.. eg ? (string[])["arborescence"] : [], .. eg && !structure.EstFerme ? (string[])["creer-lieu"] : [], .. creer, .. ecrire ? ["modifier", .. Fermer(structure)] : (string[])[]];
    }

    private static IEnumerable<string> Fermer(NoeudModele noeud) =>
        ["fermer-temporairement", "fermer-definitivement", .. Rouvrable(noeud) ? (string[])["rouvrir"] : [], .. noeud.Prevue is not null ? (string[])["annuler-fermeture-prevue"] : []];

    private static bool Rouvrable(NoeudModele noeud) => noeud.Statut == StatutNoeud.Validee ? noeud.Prevue is not null : !noeud.SousFerme;
}
