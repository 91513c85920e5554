using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ror.TestKit.Nos;

/// <summary>Files as the ANS publishes them, made for the tests.</summary>
public static class FichiersNos
{
    public const string Couleur = "https://exemple.test/NOS/TRE_X99-CouleurBadge/FHIR/TRE-X99-CouleurBadge";
    private static readonly JsonSerializerOptions Lisible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One of <c>Nos/fichiers</c>.</summary>
    public static byte[] Fichier(string nom)
    {
        using var flux = typeof(FichiersNos).Assembly.GetManifestResourceStream(nom)!;
        using var copie = new MemoryStream();
        flux.CopyTo(copie);
        return copie.ToArray();
    }

    /// <summary>A value set in FHIR JSON; a code with another system is in an include of its own.</summary>
    public static byte[] Jeu(string nom, string version, IEnumerable<(string Code, string Libelle, string Systeme)> codes) => Octets(new
    {
        resourceType = "ValueSet",
        url = $"https://exemple.test/NOS/{nom}/FHIR/{nom}",
        version,
        name = nom,
        title = nom,
        status = "active",
        compose = new { include = codes.GroupBy(c => c.Systeme).Select(g => new { system = g.Key, concept = g.Select(c => new { code = c.Code, display = c.Libelle }) }) },
    });

    /// <summary>The list that the service answers, with other codes.</summary>
    public static byte[] Jeu(JsonElement contenu, string version, IEnumerable<(string Code, string Libelle, string Systeme)> codes) => Octets(new
    {
        resourceType = "ValueSet",
        url = contenu.GetProperty("url").GetString(),
        identifier = new[] { new { system = "urn:ietf:rfc:3986", value = $"urn:oid:{contenu.GetProperty("oid").GetString()}" } },
        version,
        name = contenu.GetProperty("nomOfficiel").GetString(),
        title = contenu.GetProperty("titre").GetString(),
        status = "active",
        compose = new { include = codes.GroupBy(c => c.Systeme).Select(g => new { system = g.Key, concept = g.Select(c => new { code = c.Code, display = c.Libelle }) }) },
    });

    /// <summary>Codes of a list that the service answers.</summary>
    public static List<(string Code, string Libelle, string Systeme)> Codes(JsonElement contenu) =>
        [.. contenu.GetProperty("codes").EnumerateArray().Where(c => !c.GetProperty("horsListe").GetBoolean()).Select(c => (c.GetProperty("code").GetString()!, c.GetProperty("libelle").GetString()!, c.GetProperty("systeme").GetString()!))];

    /// <summary>A TRE in FHIR JSON.</summary>
    public static byte[] Terminologie(string nom, string version, IEnumerable<(string Code, string Libelle, string? Debut, string? Fin, (string Nom, string Valeur)[] Proprietes)> codes) => Octets(new
    {
        resourceType = "CodeSystem",
        url = $"https://exemple.test/NOS/{nom}/FHIR/{nom}",
        version,
        name = nom,
        title = nom,
        status = "active",
        content = "complete",
        concept = codes.Select(c => new
        {
            code = c.Code,
            display = c.Libelle,
            property = new[] { ("dateValid", c.Debut), ("dateFin", c.Fin) }.Where(d => d.Item2 is not null).Select(d => (object)new { code = d.Item1, valueDateTime = d.Item2 })
                .Concat(c.Proprietes.Select(p => p.Valeur is "true" or "false" ? (object)new { code = p.Nom, valueBoolean = p.Valeur == "true" } : new { code = p.Nom, valueCode = p.Valeur })),
        }),
    });

    public static byte[] Zip(params (string Nom, byte[] Octets)[] fichiers)
    {
        using var sortie = new MemoryStream();
        using (var archive = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, octets) in fichiers)
            {
                using var flux = archive.CreateEntry(nom, CompressionLevel.Optimal).Open();
                flux.Write(octets);
            }
        }

        return sortie.ToArray();
    }

    public static byte[] Octets(object valeur) => JsonSerializer.SerializeToUtf8Bytes(valeur, Lisible);

    public static byte[] Octets(string texte) => Encoding.UTF8.GetBytes(texte);

    /// <summary>The transcribed official lists in <paramref name="dossier"/>, written as FHIR JSON.</summary>
    public static byte[] Corpus(string dossier) => Zip([.. Lignes(Path.Combine(dossier, "INDEX.csv")).Select(e => ($"{Path.GetFileNameWithoutExtension(e["fichier"])}.json", Ressource(dossier, e)))]);

    private static byte[] Ressource(string dossier, IReadOnlyDictionary<string, string> entree)
    {
        var lignes = Lignes(Path.Combine(dossier, entree["fichier"])).ToList();
        var ressource = new Dictionary<string, object?>
        {
            ["url"] = entree["url_canonique"],
            ["identifier"] = entree["oid"].Length > 0 ? [new { system = "urn:ietf:rfc:3986", value = $"urn:oid:{entree["oid"]}" }] : Array.Empty<object>(),
            ["version"] = entree["version"],
            ["name"] = entree["nom"],
            ["title"] = entree["titre"],
            ["status"] = "active",
        };
        if (entree["fichier"].StartsWith("ASS", StringComparison.Ordinal))
        {
            ressource["resourceType"] = "ConceptMap";
            ressource["group"] = lignes.GroupBy(l => (l["systeme_source"], l["systeme_cible"])).Select(g => new
            {
                source = g.Key.Item1,
                target = g.Key.Item2,
                element = g.Select(l => new { code = l["code_source"], target = new[] { new { code = l["code_cible"], equivalence = l["equivalence"] } } }),
            });
        }
        else if (entree["fichier"].StartsWith("TRE", StringComparison.OrdinalIgnoreCase))
        {
            ressource["resourceType"] = "CodeSystem";
            ressource["concept"] = lignes.Select(l => new
            {
                code = l["code"],
                display = l["libelle"],
                property = new[] { ("dateValid", l["debut"]), ("dateFin", l["fin"]) }.Where(d => d.Item2.Length > 0).Select(d => new { code = d.Item1, valueDateTime = d.Item2 }),
            });
        }
        else
        {
            ressource["resourceType"] = "ValueSet";
            ressource["compose"] = new { include = lignes.GroupBy(l => l["systeme"]).Select(g => new { system = g.Key, concept = g.Select(l => new { code = l["code"], display = l["libelle"] }) }) };
        }

        return Octets(ressource);
    }

    // Semicolons, and double quotes around what holds one.
    private static IEnumerable<IReadOnlyDictionary<string, string>> Lignes(string chemin)
    {
        var lignes = File.ReadLines(chemin).Select(Cellules).ToList();
        return lignes.Skip(1).Select(l => lignes[0].Zip(l).ToDictionary(c => c.First, c => c.Second));
    }

    private static List<string> Cellules(string ligne)
    {
        var (cellules, cellule, entreGuillemets) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < ligne.Length; i++)
        {
            if (ligne[i] == '"' && entreGuillemets && i + 1 < ligne.Length && ligne[i + 1] == '"')
            {
                cellule.Append(ligne[++i]);
            }
            else if (ligne[i] == '"' && (entreGuillemets || cellule.Length == 0))
            {
                entreGuillemets = !entreGuillemets;
            }
            else if (ligne[i] == ';' && !entreGuillemets)
            {
                cellules.Add(cellule.ToString());
                cellule.Clear();
            }
            else
            {
                cellule.Append(ligne[i]);
            }
        }

        return [.. cellules, cellule.ToString()];
    }
}
