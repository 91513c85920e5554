using System.Text.Json;
using System.Text.Json.Nodes;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Infrastructure.Demarrage;

/// <summary>The stored form of a modèle; a default value is typed by the field that it bears on.</summary>
internal static class FormatModele
{
    public static ModeleSaisie Lire(JsonElement modele) => new(
        modele.GetProperty("id").GetGuid(),
        modele.GetProperty("url").GetString()!,
        modele.GetProperty("version").GetString()!,
        modele.GetProperty("titre").GetString()!,
        Enum.Parse<StatutModele>(modele.GetProperty("statut").GetString()!),
        modele.GetProperty("parcours").GetString()!,
        Contexte(modele.GetProperty("contexte")),
        ReglesModele.Canoniques(modele.GetProperty("regles").EnumerateArray().Select(Regle)));

    public static string Ecrire(ModeleSaisie modele) => new JsonObject
    {
        ["id"] = modele.Id,
        ["url"] = modele.Url,
        ["version"] = modele.Version,
        ["titre"] = modele.Titre,
        ["statut"] = modele.Statut.ToString(),
        ["parcours"] = modele.Parcours,
        ["contexte"] = JsonSerializer.SerializeToNode(modele.Contexte, JsonRor.Stockage),
        ["regles"] = new JsonArray([.. modele.Regles.Select(Ecrire)]),
    }.ToJsonString(JsonRor.Stockage);

    private static JsonNode Ecrire(RegleChamp regle)
    {
        var ecrite = new JsonObject { ["section"] = regle.Section, ["champ"] = regle.Champ };
        Ajouter("codesAutorises", regle.CodesAutorises);
        Ajouter("parDefaut", regle.ParDefaut);
        Ajouter("fixe", regle.Fixe ? true : null);
        Ajouter("obligatoire", regle.Obligatoire ? true : null);
        Ajouter("masque", regle.Masque ? true : null);
        Ajouter("familles", regle.Familles);
        return ecrite;

        void Ajouter(string nom, object? valeur)
        {
            if (valeur is not null)
            {
                ecrite[nom] = JsonSerializer.SerializeToNode(valeur, valeur.GetType(), JsonRor.Stockage);
            }
        }
    }

    private static ContexteModele Contexte(JsonElement contexte)
    {
        return new() { Categories = Codes("categories"), ChampsActivite = Codes("champsActivite"), Professions = Codes("professions"), Specialites = Codes("specialites") };

        // Codes of the first releases were bare texts.
        Liste<CodeNos> Codes(string nom) => Membre(contexte, nom) is { } codes
            ? codes.EnumerateArray().Select(c => c.ValueKind == JsonValueKind.String ? new CodeNos(c.GetString()!) : c.Deserialize<CodeNos>(JsonRor.Stockage)!).EnListe() : [];
    }

    private static RegleChamp Regle(JsonElement regle)
    {
        var (section, nom) = (regle.GetProperty("section").GetString()!, regle.GetProperty("champ").GetString()!);
        var champ = LesSections.Toutes.FirstOrDefault(s => s.Cle == section)?.Champs.FirstOrDefault(c => c.Nom == nom);
        return new(
            section,
            nom,
            Membre(regle, "codesAutorises")?.Deserialize<Liste<CodeNos>>(JsonRor.Stockage),
            champ is null ? null : Membre(regle, "parDefaut")?.Deserialize(champ.TypeValeur, JsonRor.Stockage),
            Membre(regle, "fixe")?.GetBoolean() is true,
            Membre(regle, "obligatoire")?.GetBoolean() is true,
            Membre(regle, "familles") is { } familles ? Familles(familles) : null)
        {
            Masque = Membre(regle, "masque")?.GetBoolean() is true,
        };
    }

    // Those of the first releases were an object.
    private static Liste<FamillesAdmises> Familles(JsonElement familles) => familles.ValueKind == JsonValueKind.Array
        ? familles.Deserialize<Liste<FamillesAdmises>>(JsonRor.Stockage)!
        : familles.EnumerateObject().Select(f => new FamillesAdmises(f.Name, f.Value.Deserialize<Liste<string>>(JsonRor.Stockage)!)).EnListe();

    private static JsonElement? Membre(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var membre) ? membre : null;
}
