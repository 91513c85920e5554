using System.Globalization;
using System.Text.Json;
using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <summary>What the service says of a node, and what the model says: the same line of text when they agree.</summary>
internal static class MarcheDArbreComparaisons
{
    public static string Attendu(NoeudModele n, bool referent) => string.Join('\n', (string[])
    [
        $"{n.NomLu} | parent {(n.Parent is null ? "" : n.Parent.Id)} | fermeture {n.Fermeture} puis {n.Prevision}",
        $"actions {string.Join(' ', ModeleActions.Possibles(n, referent))}",
        .. n.EstOffre ? [$"{n.Statut} | en attente {n.EnAttente} | version {n.Versions.Count} | {n.Identifiant} | étapes {Etapes(n)}"] : (string[])[],
    ]);

    public static string Lu(NoeudModele n, JsonElement lu) => string.Join('\n', (string[])
    [
        $"{lu.Lu(n.Genre == GenreNoeud.EntiteGeographique ? "denomination" : "nom")} | parent {Parent(n.Genre, lu)} | fermeture {Fermeture(lu)} puis {Fermeture(lu, "fermeturePrevue")}",
        $"actions {string.Join(' ', lu.GetProperty("actions").EnumerateArray().Select(a => a.Lu("nom")).Distinct().Order(StringComparer.Ordinal))}",
        .. n.EstOffre
            ? [$"{lu.Lu("statut")} | en attente {lu.GetProperty("modificationsEnAttente").GetBoolean()} | version {Numero(lu)} | {lu.Lu("identifiant")} | étapes {EtapesLues(n, lu)}"]
            : (string[])[],
    ]);

    /// <summary>One line per node of a tree.</summary>
    public static IEnumerable<string> Attendus(NoeudModele racine) => racine.Sousarbre
        .Select(n => $"{n.Id} {n.Genre} {n.NomLu} | parent {(n == racine ? "" : n.Parent!.Id)} | fermée {n.EstFerme} | {n.Fermeture} puis {n.Prevision} | {(n.EstOffre ? $"{n.Statut} {n.EnAttente}" : "")}").Order(StringComparer.Ordinal);

    public static IEnumerable<string> Lus(JsonElement noeud, string parent = "")
    {
        var etat = noeud.Possede("statut") && noeud.Lu("type") == "Offre" ? $"{noeud.Lu("statut")} {noeud.GetProperty("modificationsEnAttente").GetBoolean()}" : "";
        return noeud.GetProperty("enfants").EnumerateArray().SelectMany(e => Lus(e, noeud.Lu("id")))
            .Prepend($"{noeud.Lu("id")} {noeud.Lu("type")} {noeud.Lu("nom")} | parent {parent} | fermée {noeud.GetProperty("fermee").GetBoolean()} | {Fermeture(noeud)} puis {Fermeture(noeud, "fermeturePrevue")} | {etat}");
    }

    /// <summary>What the world must read of a published offer.</summary>
    public static string Publie(NoeudModele o)
    {
        var structures = o.Ancetres.Reverse().Select(a => $"{a.Id} {a.Nom}");
        return $"{o.Id} {o.Identifiant} {o.Versions[^1]} {o.Versions.Count} {o.Statut} | {o.Fermeture} puis {o.Prevision} | {string.Join(" > ", structures)}";
    }

    public static string PublieLu(JsonElement o)
    {
        var structures = ((string[])["entiteGeographique", "pole", "uniteFonctionnelle"]).Where(s => o.GetProperty("structures").Possede(s))
            .Select(s => $"{o.Lu($"structures/{s}/id")} {o.Lu($"structures/{s}/nom")}");
        var contenu = new ContenuModele(o.Lu("nom"), o.Membre("sections/patientele/ageMin/valeur").GetInt32());
        return $"{o.Lu("id")} {o.Lu("identifiant")} {contenu} {Numero(o)} {o.Lu("statut")} | {Fermeture(o)} puis {Fermeture(o, "fermeturePrevue")} | {string.Join(" > ", structures)}";
    }

    public static IEnumerable<string> EffetsLus(JsonElement corps) => corps.GetProperty("effets").EnumerateArray()
        .Select(e => $"{e.Lu("id")} {e.Lu("type")} {e.Lu("nom")} : {e.Lu("avant")} → {e.Lu("apres")} {Fermeture(e)} | {Fermeture(e, "fermeturePrevue")}").Order(StringComparer.Ordinal);

    public static FermetureModele? Fermeture(JsonElement lu, string membre = "fermeture") => !lu.TryGetProperty(membre, out var f) ? null
        : new(f.Lu("type/code"), Jour(f.Lu("date")), f.Possede("reouverture") ? Jour(f.Lu("reouverture")) : null, f.Possede("successeur") ? f.Lu("successeur") : null,
            membre == "fermeturePrevue" && f.Possede("origine") ? f.Lu("origine") : null);

    private static DateOnly Jour(string texte) => DateOnly.ParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Numero(JsonElement lu) => lu.Possede("numeroVersion") ? lu.GetProperty("numeroVersion").GetInt32() : 0;

    // Above an EG stands its EJ, which the walk leaves alone.
    private static string Parent(GenreNoeud genre, JsonElement lu) => genre switch
    {
        GenreNoeud.EntiteGeographique => "",
        GenreNoeud.Pole => lu.Lu("entiteGeographique/id"),
        GenreNoeud.UniteFonctionnelle => lu.Lu("pole/id"),
        GenreNoeud.Offre => lu.Lu("rattachement/id"),
    };

    // The steps of a published offer no longer decide anything.
    private static string Etapes(NoeudModele n) => n.Statut == StatutNoeud.Brouillon ? string.Join(' ', n.Etapes.Select(e => e switch
    {
        EtatEtape.AFaire => "a-faire",
        EtatEtape.Validee => "validee",
        EtatEtape.ARevoir => "a-revoir",
    })) : "";

    private static string EtapesLues(NoeudModele n, JsonElement lu) => n.Statut == StatutNoeud.Brouillon ? string.Join(' ', lu.Liste("etapes", "etat")) : "";
}
