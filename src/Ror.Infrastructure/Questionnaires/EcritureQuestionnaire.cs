using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>From a modèle to the Questionnaire that asks for the whole form, with what the modèle says of it.</summary>
internal sealed class EcritureQuestionnaire(CatalogueNomenclatures nomenclatures)
{
    private const string Groupe = "Hs1";

    public JsonObject Ecrire(ModeleSaisie modele) => new()
    {
        ["resourceType"] = "Questionnaire",
        ["meta"] = new JsonObject { ["profile"] = new JsonArray($"{CheminsFhir.Base}ror-questionnaire-healthcareservice") },
        ["extension"] = new JsonArray(new JsonObject
        {
            ["url"] = $"{VocabulaireFhir.Sdc}launchContext",
            ["extension"] = new JsonArray(
                new JsonObject { ["url"] = "name", ["valueCoding"] = new JsonObject { ["system"] = "https://interop.esante.gouv.fr/ig/fhir/ror/CodeSystem/ror-launchcontext", ["code"] = "ror-structure" } },
                new JsonObject { ["url"] = "type", ["valueCode"] = VocabulaireFhir.Sujet }),
        }),
        ["url"] = modele.Url,
        ["version"] = modele.Version,
        ["name"] = VocabulaireFhir.Nom(modele.Url),
        ["title"] = modele.Titre,
        ["status"] = modele.Statut switch
        {
            StatutModele.Projet => "draft",
            StatutModele.Actif => "active",
            StatutModele.Retire => "retired",
        },
        ["subjectType"] = new JsonArray(VocabulaireFhir.Sujet),
        ["useContext"] = new JsonArray([.. VocabulaireFhir.Contextes.SelectMany(c => Contexte(modele, c.Code, c.Systeme, c.Membre))]),
        ["item"] = new JsonArray(new JsonObject
        {
            ["extension"] = new JsonArray(new JsonObject { ["url"] = $"{VocabulaireFhir.Sdc}itemExtractionContext", ["valueCode"] = VocabulaireFhir.Sujet }),
            ["linkId"] = Groupe,
            ["text"] = modele.Titre,
            ["type"] = "group",
            ["item"] = new JsonArray([.. LesSections.Toutes.Select(s => Section(modele, s)).Where(s => s["item"]!.AsArray().Count > 0)]),
        }),
    };

    private IEnumerable<JsonNode> Contexte(ModeleSaisie modele, string code, string systeme, string membre)
    {
        var champ = ContexteModele.Champs.FirstOrDefault(c => c.Nom == membre);
        IEnumerable<JsonObject> valeurs = champ is null ? [new() { ["code"] = modele.Parcours }]
            : ((Liste<CodeNos>)champ.Lire(modele.Contexte)!).Select(c => Codage(champ.Nomenclature!, c));
        return valeurs.Select(v => new JsonObject
        {
            ["code"] = new JsonObject { ["system"] = systeme, ["code"] = code },
            ["valueCodeableConcept"] = new JsonObject { ["coding"] = new JsonArray(v) },
        });
    }

    private JsonObject Section(ModeleSaisie modele, DescriptionSection section) => new()
    {
        ["linkId"] = $"{Groupe}.{section.Cle}",
        ["text"] = section.Titre,
        ["type"] = "group",
        ["item"] = new JsonArray([.. section.Champs.Where(c => EstDuProfil(section.Cle, c) || modele.Regle(section.Cle, c.Nom) is not null).SelectMany(c => Champ(section.Cle, c, modele.Regle(section.Cle, c.Nom)))]),
    };

    // What the profile has no name for is asked only where the modèle rules it: nobody could extract the answer.
    private static bool EstDuProfil(string section, Champ champ) => !CheminsFhir.De(section, champ.Nom).Contains('/', StringComparison.Ordinal);

    private IEnumerable<JsonNode> Champ(string section, Champ champ, RegleChamp? regle)
    {
        var element = CheminsFhir.De(section, champ.Nom);
        var item = new JsonObject();
        if (regle is { Masque: true })
        {
            item["extension"] = new JsonArray(new JsonObject { ["url"] = VocabulaireFhir.Cache, ["valueBoolean"] = true });
        }

        item["linkId"] = LinkId(element);
        item["definition"] = $"{CheminsFhir.Profil}#{CheminsFhir.Racine}{element}";
        item["text"] = champ.Libelle;
        item["type"] = Type(champ);
        item["required"] = regle is { Obligatoire: true } || (ReferenceEquals(champ.Exigence, Domain.Champs.Champ.Toujours) && regle is not { Masque: true });
        item["repeats"] = champ.Type is TypeChamp.Codes or TypeChamp.Textes or TypeChamp.Lignes;
        if (regle is { Fixe: true })
        {
            item["readOnly"] = true;
        }

        if (item["type"]!.GetValue<string>() == "group")
        {
            // A group has items (que-1); its rows are entered offer by offer.
            item["item"] = new JsonArray(new JsonObject { ["linkId"] = $"{LinkId(element)}.aide", ["text"] = champ.Aide, ["type"] = "display" });
        }

        Valeurs(item, champ, regle?.CodesAutorises, regle?.ParDefaut);
        return [item, .. Familles(element, champ, regle)];
    }

    private void Valeurs(JsonObject item, Champ champ, Liste<CodeNos>? codes, object? defaut)
    {
        var choisis = defaut switch
        {
            CodeNos code => [code],
            Liste<CodeNos> plusieurs => plusieurs,
            Liste<ActiviteOperationnelle> activites => [.. activites.Select(a => a.Activite!).Distinct()],
            _ => (IReadOnlyList<CodeNos>)[],
        };
        if (champ.Nomenclature is { } liste && codes is not null)
        {
            item["answerOption"] = new JsonArray([.. codes.Select(c => choisis.Contains(c)
                ? new JsonObject { ["valueCoding"] = Codage(liste, c), ["initialSelected"] = true } : new JsonObject { ["valueCoding"] = Codage(liste, c) })]);
            return;
        }

        if (champ.Nomenclature is not null)
        {
            item["answerValueSet"] = nomenclatures[champ.Nomenclature].Url;
        }

        List<JsonObject> initiales = defaut switch
        {
            null => [],
            string texte => [new() { ["valueString"] = texte }],
            Liste<string> textes => [.. textes.Select(t => new JsonObject { ["valueString"] = t })],
            bool vrai => [new() { ["valueBoolean"] = vrai }],
            int nombre => [new() { ["valueInteger"] = nombre }],
            decimal nombre => [new() { ["valueDecimal"] = nombre }],
            DateOnly date => [new() { ["valueDate"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }],
            Age age => [new() { ["valueQuantity"] = new JsonObject { ["value"] = age.Valeur, ["system"] = VocabulaireFhir.Ucum, ["code"] = age.Unite } }],
            CodeNos or Liste<CodeNos> or Liste<ActiviteOperationnelle> => [.. choisis.Select(c => new JsonObject { ["valueCoding"] = Codage(champ.Nomenclature!, c) })],
            _ => throw new UnreachableException(),
        };
        if (initiales.Count > 0)
        {
            item["initial"] = new JsonArray([.. initiales]);
        }
    }

    // One question per activité that has familles, asked when it is chosen.
    private IEnumerable<JsonObject> Familles(string element, Champ champ, RegleChamp? regle)
    {
        var choisies = (regle?.ParDefaut as Liste<ActiviteOperationnelle> ?? []).Where(a => a.FamilleActivite is not null).ToLookup(a => a.Activite!.Code, a => a.FamilleActivite!);
        var admises = (regle?.Familles ?? []).ToDictionary(f => f.Activite, f => f.Familles);
        var colonne = champ.Colonnes.FirstOrDefault(c => c.Nomenclature is not null && c.Nomenclature != champ.Nomenclature);
        foreach (var activite in admises.Keys.Union(choisies.Select(c => c.Key)))
        {
            var item = new JsonObject
            {
                ["linkId"] = LinkId($"{CheminsFhir.Famille}.{activite}"),
                ["definition"] = $"{CheminsFhir.Profil}#{CheminsFhir.Racine}{CheminsFhir.Famille}",
                ["text"] = colonne!.Libelle,
                ["type"] = "choice",
                ["enableWhen"] = new JsonArray(new JsonObject { ["question"] = LinkId(element), ["operator"] = "=", ["answerCoding"] = Codage(champ.Nomenclature!, new(activite)) }),
                ["repeats"] = true,
            };
            Valeurs(item, colonne, admises.GetValueOrDefault(activite)?.Select(f => new CodeNos(f)).EnListe(), choisies[activite].EnListe());
            yield return item;
        }
    }

    private JsonObject Codage(string liste, CodeNos code)
    {
        var entree = nomenclatures[liste].Trouver(code);
        var codage = new JsonObject();
        if ((entree?.Systeme ?? code.Systeme) is { } systeme)
        {
            codage["system"] = systeme;
        }

        codage["code"] = code.Code;
        if (entree is not null)
        {
            codage["display"] = entree.Libelle;
        }

        return codage;
    }

    private static string LinkId(string element) => $"{Groupe}.{element}";

    private static string Type(Champ champ) => champ.Type switch
    {
        TypeChamp.Texte => champ.Multiligne ? "text" : "string",
        TypeChamp.Textes => "string",
        TypeChamp.Booleen => "boolean",
        TypeChamp.Code or TypeChamp.Codes => "choice",
        TypeChamp.Nombre => champ.TypeValeur == typeof(decimal?) ? "decimal" : "integer",
        TypeChamp.Date => "date",
        TypeChamp.Age => "quantity",
        TypeChamp.Lignes => champ.Nomenclature is null ? "group" : "choice",
        TypeChamp.Objet => "group",
    };
}
