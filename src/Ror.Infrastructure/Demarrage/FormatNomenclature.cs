using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>
/// The compact form of a list: one JSON object; a code is <c>[code, libelle, rank of its system, start?, end?, { horsListe?, proprietes? }?]</c>, a link of an
/// association <c>[source, rank of its system, target, rank of its system]</c>.
/// </summary>
internal static class FormatNomenclature
{
    private const string Jour = "yyyy-MM-dd";
    private const int Tampon = 16 << 10;

    public static JeuDeValeurs Lire(string contenu, int rang)
    {
        // From bytes: of a text, the reader would take three times its length.
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(contenu));
        var liste = document.RootElement;
        var systemes = liste.GetProperty("systemes").EnumerateArray().Select(s => s.GetString()!).ToArray();
        var proprietes = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        return new(
            liste.GetProperty("nom").GetString()!,
            liste.GetProperty("nomOfficiel").GetString()!,
            liste.GetProperty("url").GetString()!,
            liste.GetProperty("oid").GetString()!,
            liste.GetProperty("version").GetString()!,
            DateOnly.Parse(liste.GetProperty("date").GetString()!, CultureInfo.InvariantCulture),
            liste.GetProperty("titre").GetString()!,
            [.. liste.GetProperty("codes").EnumerateArray().Select(c => Code(c, systemes, proprietes))])
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
        using var octets = new MemoryStream();
        Ecrire(liste, octets);
        return Encoding.UTF8.GetString(octets.GetBuffer(), 0, (int)octets.Length);
    }

    /// <summary>Of all that is kept of a list.</summary>
    public static string Empreinte(JeuDeValeurs liste)
    {
        using var empreinte = SHA256.Create();
        using (var flux = new CryptoStream(Stream.Null, empreinte, CryptoStreamMode.Write))
        {
            Ecrire(liste, flux);
        }

        return Convert.ToHexStringLower(empreinte.Hash!);
    }

    private static void Ecrire(JeuDeValeurs liste, Stream flux)
    {
        var systemes = liste.Entrees.Select(e => e.Systeme).Concat(liste.Paires.SelectMany(p => new[] { p.SystemeSource, p.SystemeCible })).Distinct(StringComparer.Ordinal).ToList();
        var rangs = systemes.Select((systeme, rang) => (systeme, rang)).ToDictionary(s => s.systeme, s => s.rang, StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(flux, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("nom", liste.Nom);
        json.WriteString("nomOfficiel", liste.NomOfficiel);
        json.WriteString("url", liste.Url);
        json.WriteString("oid", liste.Oid);
        json.WriteString("version", liste.Version);
        json.WriteString("date", Date(liste.Date));
        json.WriteString("titre", liste.Titre);
        if (liste.Genre != GenreListe.JeuDeValeurs)
        {
            json.WriteString("genre", liste.Genre.ToString());
        }

        if (liste.Retiree)
        {
            json.WriteBoolean("retiree", true);
        }

        if (liste.Fin is not null)
        {
            json.WriteString("fin", Date(liste.Fin));
        }

        json.WriteStartArray("systemes");
        systemes.ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("codes");
        foreach (var entree in liste.Entrees)
        {
            Ecrire(json, entree, rangs[entree.Systeme]);
            if (json.BytesPending > Tampon)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        if (liste.Paires.Count > 0)
        {
            json.WriteStartArray("paires");
            foreach (var paire in liste.Paires)
            {
                json.WriteStartArray();
                json.WriteStringValue(paire.CodeSource);
                json.WriteNumberValue(rangs[paire.SystemeSource]);
                json.WriteStringValue(paire.CodeCible);
                json.WriteNumberValue(rangs[paire.SystemeCible]);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Ecrire(Utf8JsonWriter json, EntreeNomenclature entree, int systeme)
    {
        json.WriteStartArray();
        json.WriteStringValue(entree.Code);
        json.WriteStringValue(entree.Libelle);
        json.WriteNumberValue(systeme);
        var complet = entree.HorsListe || entree.Proprietes.Count > 0;
        if (complet || entree.Debut is not null || entree.Fin is not null)
        {
            json.WriteStringValue(Date(entree.Debut));
        }

        if (complet || entree.Fin is not null)
        {
            json.WriteStringValue(Date(entree.Fin));
        }

        if (complet)
        {
            json.WriteStartObject();
            if (entree.HorsListe)
            {
                json.WriteBoolean("horsListe", true);
            }

            if (entree.Proprietes.Count > 0)
            {
                json.WriteStartObject("proprietes");
                foreach (var (nom, valeur) in entree.Proprietes)
                {
                    json.WriteString(nom, valeur);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static EntreeNomenclature Code(JsonElement code, string[] systemes, Dictionary<string, IReadOnlyDictionary<string, string>> connues)
    {
        var reste = code.GetArrayLength() > 5 ? code[5] : default;
        var entree = new EntreeNomenclature(
            code[0].GetString()!, code[1].GetString()!, systemes[code[2].GetInt32()], Date(code, 3), Date(code, 4), reste.ValueKind == JsonValueKind.Object && reste.TryGetProperty("horsListe", out _));
        return reste.ValueKind == JsonValueKind.Object && reste.TryGetProperty("proprietes", out var proprietes) ? entree with { Proprietes = Proprietes(proprietes) } : entree;

        // The same few come with every code.
        IReadOnlyDictionary<string, string> Proprietes(JsonElement lues) =>
            connues.TryGetValue(lues.GetRawText(), out var memes) ? memes : connues[lues.GetRawText()] = lues.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    private static string? Date(DateOnly? date) => date?.ToString(Jour, CultureInfo.InvariantCulture);

    private static DateOnly? Date(JsonElement code, int rang) => code.GetArrayLength() > rang ? Date(code[rang]) : null;

    private static DateOnly? Date(JsonElement date) => date.ValueKind == JsonValueKind.String ? DateOnly.ParseExact(date.GetString()!, Jour, CultureInfo.InvariantCulture) : null;
}
