using System.Text.Json;
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
        modele.GetProperty("contexte").Deserialize<ContexteModele>(JsonRor.Stockage)!,
        modele.GetProperty("regles").EnumerateArray().Select(Regle).EnListe());

    private static RegleChamp Regle(JsonElement regle)
    {
        var (section, nom) = (regle.GetProperty("section").GetString()!, regle.GetProperty("champ").GetString()!);
        var champ = LesSections.DeCle(section).Champs.Single(c => c.Nom == nom);
        return new(
            section,
            nom,
            Membre(regle, "codesAutorises")?.Deserialize<Liste<CodeNos>>(JsonRor.Stockage),
            Membre(regle, "parDefaut")?.Deserialize(champ.TypeValeur, JsonRor.Stockage),
            Membre(regle, "fixe")?.GetBoolean() is true,
            Membre(regle, "obligatoire")?.GetBoolean() is true,
            Membre(regle, "familles")?.Deserialize<Dictionary<string, Liste<string>>>(JsonRor.Stockage));
    }

    private static JsonElement? Membre(JsonElement objet, string nom) => objet.TryGetProperty(nom, out var membre) ? membre : null;
}
