using System.Text.Json;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Demarrage;

/// <summary>The compact form of a list: one JSON object, a code is <c>[code, libelle, rank of its system, start?, end?]</c>.</summary>
internal static class FormatNomenclature
{
    public static JeuDeValeurs Lire(JsonElement liste)
    {
        var systemes = liste.GetProperty("systemes").EnumerateArray().Select(s => s.GetString()!).ToArray();
        return new(
            liste.GetProperty("nom").GetString()!,
            liste.GetProperty("nomOfficiel").GetString()!,
            liste.GetProperty("url").GetString()!,
            liste.GetProperty("oid").GetString()!,
            liste.GetProperty("version").GetString()!,
            DateOnly.Parse(liste.GetProperty("date").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
            liste.GetProperty("titre").GetString()!,
            [.. liste.GetProperty("codes").EnumerateArray().Select(c => Code(c, systemes))]);
    }

    private static EntreeNomenclature Code(JsonElement code, string[] systemes) =>
        new(code[0].GetString()!, code[1].GetString()!, systemes[code[2].GetInt32()], Date(code, 3), Date(code, 4));

    private static DateOnly? Date(JsonElement code, int rang) =>
        code.GetArrayLength() > rang && code[rang].GetString() is { } date ? DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture) : null;
}
