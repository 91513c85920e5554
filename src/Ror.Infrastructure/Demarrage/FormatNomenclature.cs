using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>
/// The compact form of a list: one JSON object; a code is <c>[code, libelle, rank of its system, start?, end?, { horsListe?, proprietes? }?]</c>, a link of an
/// association <c>[source, rank of its system, target, rank of its system]</c>.
/// </summary>
internal static class FormatNomenclature
{
    private const string Jour = "yyyy-MM-dd";
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JeuDeValeurs Lire(JsonElement liste, int rang = 0)
    {
        var systemes = liste.GetProperty("systemes").EnumerateArray().Select(s => s.GetString()!).ToArray();
        return new(
            liste.GetProperty("nom").GetString()!,
            liste.GetProperty("nomOfficiel").GetString()!,
            liste.GetProperty("url").GetString()!,
            liste.GetProperty("oid").GetString()!,
            liste.GetProperty("version").GetString()!,
            DateOnly.Parse(liste.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
            liste.GetProperty("titre").GetString()!,
            [.. liste.GetProperty("codes").EnumerateArray().Select(c => Code(c, systemes))])
        {
            Rang = rang,
            Genre = liste.TryGetProperty("genre", out var genre) ? Enum.Parse<GenreListe>(genre.GetString()!) : GenreListe.JeuDeValeurs,
            Retiree = liste.TryGetProperty("retiree", out _),
            Fin = liste.TryGetProperty("fin", out var fin) ? Date(fin) : null,
            Paires = liste.TryGetProperty("paires", out var paires)
                ? [.. paires.EnumerateArray().Select(p => new PaireNos(p[0].GetString()!, systemes[p[1].GetInt32()], p[2].GetString()!, systemes[p[3].GetInt32()]))] : [],
        };
    }

    public static string Ecrire(JeuDeValeurs liste)
    {
        var systemes = liste.Entrees.Select(e => e.Systeme).Concat(liste.Paires.SelectMany(p => new[] { p.SystemeSource, p.SystemeCible })).Distinct(StringComparer.Ordinal).ToList();
        var rangs = systemes.Select((systeme, rang) => (systeme, rang)).ToDictionary(s => s.systeme, s => s.rang, StringComparer.Ordinal);
        var objet = new JsonObject
        {
            ["nom"] = liste.Nom,
            ["nomOfficiel"] = liste.NomOfficiel,
            ["url"] = liste.Url,
            ["oid"] = liste.Oid,
            ["version"] = liste.Version,
            ["date"] = Date(liste.Date),
            ["titre"] = liste.Titre,
        };
        Ajouter("genre", liste.Genre == GenreListe.JeuDeValeurs ? null : liste.Genre.ToString());
        Ajouter("retiree", liste.Retiree ? true : null);
        Ajouter("fin", Date(liste.Fin));
        objet["systemes"] = new JsonArray([.. systemes.Select(s => JsonValue.Create(s))]);
        objet["codes"] = new JsonArray([.. liste.Entrees.Select(e => Code(e, rangs[e.Systeme]))]);
        Ajouter("paires", liste.Paires.Count == 0 ? null : new JsonArray([.. liste.Paires.Select(p => new JsonArray(p.CodeSource, rangs[p.SystemeSource], p.CodeCible, rangs[p.SystemeCible]))]));
        return objet.ToJsonString(Options);

        void Ajouter(string nom, JsonNode? valeur)
        {
            if (valeur is not null)
            {
                objet[nom] = valeur;
            }
        }
    }

    private static EntreeNomenclature Code(JsonElement code, string[] systemes)
    {
        var reste = code.GetArrayLength() > 5 ? code[5] : default;
        var entree = new EntreeNomenclature(
            code[0].GetString()!, code[1].GetString()!, systemes[code[2].GetInt32()], Date(code, 3), Date(code, 4), reste.ValueKind == JsonValueKind.Object && reste.TryGetProperty("horsListe", out _));
        return reste.ValueKind == JsonValueKind.Object && reste.TryGetProperty("proprietes", out var proprietes)
            ? entree with { Proprietes = proprietes.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!) } : entree;
    }

    private static JsonArray Code(EntreeNomenclature entree, int systeme)
    {
        var reste = new JsonObject();
        if (entree.HorsListe)
        {
            reste["horsListe"] = true;
        }

        if (entree.Proprietes.Count > 0)
        {
            reste["proprietes"] = new JsonObject(entree.Proprietes.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)JsonValue.Create(p.Value))));
        }

        List<JsonNode?> code = [entree.Code, entree.Libelle, systeme, Date(entree.Debut), Date(entree.Fin), reste.Count > 0 ? reste : null];
        while (code[^1] is null)
        {
            code.RemoveAt(code.Count - 1);
        }

        return [.. code];
    }

    private static string? Date(DateOnly? date) => date?.ToString(Jour, CultureInfo.InvariantCulture);

    private static DateOnly? Date(JsonElement code, int rang) => code.GetArrayLength() > rang ? Date(code[rang]) : null;

    private static DateOnly? Date(JsonElement date) => date.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(date.GetString()!, Jour, CultureInfo.InvariantCulture) : null;
}
