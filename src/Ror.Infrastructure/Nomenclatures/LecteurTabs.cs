using System.Text;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>
/// <c>.tabs</c>: captions of the list between angle brackets, its own line, captions of the codes, the codes; semicolons without any quoting, so that a line with
/// one column too many cannot be told from a label that holds a semicolon: it is refused.
/// </summary>
internal static class LecteurTabs
{
    private const int LigneMax = 10_000;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<ListeNos> LireAsync(Stream flux, CancellationToken ct)
    {
        using var texte = new StreamReader(flux, Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 << 10, leaveOpen: true);
        var lignes = new Lignes(texte);
        try
        {
            var entetes = Entetes(lignes, await lignes.SuivanteAsync(ct), "OID", "Type fichier", "Nom fichier");
            var liste = Cellules(await lignes.SuivanteAsync(ct) ?? throw lignes.Faute("La ligne de la liste manque."), entetes, lignes);
            return await ListeAsync(liste, lignes, ct);
        }
        catch (DecoderFallbackException)
        {
            throw lignes.Faute("Ce texte n'est pas en UTF-8.");
        }
    }

    private static async Task<ListeNos> ListeAsync(Dictionary<string, string> liste, Lignes lignes, CancellationToken ct)
    {
        var nom = NomsNos.Officiel(liste["Nom fichier"]) ?? throw lignes.Faute($"« {liste["Nom fichier"]} » n'est pas le nom d'une liste des NOS.");
        if (NomsNos.Genre(nom) == GenreListe.Association)
        {
            throw lignes.Faute("Une association n'a pas de forme .tabs.");
        }

        if (liste["Type fichier"] != nom[..3])
        {
            throw lignes.Faute($"Le type dit {liste["Type fichier"]}, le nom {nom[..3]}.");
        }

        var (version, fin, codes) = (Valeur(liste, "Date MàJ"), DateNos.Lire(Valeur(liste, "Date fin"), lignes.Place), new List<CodeLuNos>());
        if (version is null)
        {
            throw lignes.Faute("La date de mise à jour, qui est la version, manque.");
        }

        var colonnes = Entetes(lignes, await lignes.SuivanteAsync(ct), "OID", "Code", "Libellé");
        while (await lignes.SuivanteAsync(ct) is { } ligne)
        {
            Bornes.Compter();
            var cellules = Cellules(ligne, colonnes, lignes);
            var (code, libelle) = (Valeur(cellules, "Code") ?? throw lignes.Faute("Le code manque."), Valeur(cellules, "Libellé") ?? throw lignes.Faute("Le libellé manque."));
            codes.Add(new(
                code,
                libelle,
                $"urn:oid:{cellules["OID"]}",
                DateNos.Lire(Valeur(cellules, "Date valid"), lignes.Place),
                DateNos.Lire(Valeur(cellules, "Date fin"), lignes.Place),
                EntreeNomenclature.SansPropriete));
        }

        return new(NomsNos.Genre(nom)!.Value, nom, NomsNos.Canonique(Valeur(liste, "URL fichier")), liste["OID"], version, Valeur(liste, "Description") ?? nom, fin, false, codes, [], []) { UrlDeduite = true };
    }

    // Captions vary: MAJ or MàJ, Libellé or Libellé adapté, blanks around, a semicolon at the end.
    private static List<string> Entetes(Lignes lignes, string? ligne, params string[] requises)
    {
        var entetes = (ligne ?? "").TrimEnd().TrimEnd(';').Split(';').Select(e => e.Trim().TrimStart('<').TrimEnd('>').Trim()).Select(e => e switch
        {
            "Date MAJ" or "Date Maj" => "Date MàJ",
            "Libellé adapté" => "Libellé",
            _ => e,
        }).ToList();
        return entetes.Distinct().Count() < entetes.Count ? throw lignes.Faute("Un en-tête est donné deux fois.")
            : requises.All(entetes.Contains) ? entetes
            : throw lignes.Faute($"Les en-têtes {string.Join(", ", requises.Except(entetes).Select(r => $"<{r}>"))} manquent.");
    }

    private static Dictionary<string, string> Cellules(string ligne, List<string> entetes, Lignes lignes)
    {
        var cellules = ligne.Split(';');
        var nombre = cellules.Length == entetes.Count + 1 && string.IsNullOrWhiteSpace(cellules[^1]) ? entetes.Count : cellules.Length;
        return nombre == entetes.Count ? entetes.Zip(cellules, KeyValuePair.Create).ToDictionary(c => c.Key, c => c.Value.Trim())
            : throw lignes.Faute($"{cellules.Length} colonnes au lieu de {entetes.Count} : un libellé contient peut-être un point-virgule.");
    }

    private static string? Valeur(Dictionary<string, string> cellules, string colonne) => cellules.GetValueOrDefault(colonne) is { Length: > 0 } valeur ? valeur : null;

    /// <summary>Lines that hold something, of a length that can be one.</summary>
    private sealed class Lignes(StreamReader texte)
    {
        private readonly char[] _tampon = new char[4096];
        private int _debut;
        private int _fin;
        private int _numero;

        public string Place => $"ligne {_numero}";

        public FichierRefuseException Faute(string faute) => new(faute, Place);

        public async Task<string?> SuivanteAsync(CancellationToken ct)
        {
            while (await LireAsync(ct) is { } ligne)
            {
                if (!string.IsNullOrWhiteSpace(ligne))
                {
                    return ligne;
                }
            }

            return null;
        }

        // A file without any line end is refused before it is in memory.
        private async Task<string?> LireAsync(CancellationToken ct)
        {
            var ligne = new StringBuilder();
            _numero++;
            while (true)
            {
                if (_debut == _fin)
                {
                    (_debut, _fin) = (0, await texte.ReadAsync(_tampon.AsMemory(), ct));
                    if (_fin == 0)
                    {
                        return ligne.Length > 0 ? ligne.ToString() : null;
                    }
                }

                var reste = _tampon.AsSpan(_debut, _fin - _debut);
                var saut = reste.IndexOf('\n');
                ligne.Append(saut < 0 ? reste : reste[..saut]);
                _debut += saut < 0 ? reste.Length : saut + 1;
                if (ligne.Length > LigneMax)
                {
                    throw Faute($"Ligne de plus de {LigneMax} caractères.");
                }

                if (saut >= 0)
                {
                    return ligne.ToString();
                }
            }
        }
    }
}
