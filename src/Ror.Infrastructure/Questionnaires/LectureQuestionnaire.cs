using Ror.Application.ModelesSaisie;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>From a Questionnaire to the modèle that it is. What a modèle does not say is told, place by place.</summary>
internal sealed class LectureQuestionnaire
{
    private const int AvertissementsMax = 1_000;

    // Words, order and layout: told once for all.
    private static readonly string[] Mise = ["prefix", "text", "_text", "_prefix", "enableBehavior", "id"];
    private static readonly HashSet<string> Extraction =
    [
        .. ((string[])["launchContext", "initialExpression", "itemExtractionContext", "itemExtractionValue", "definitionExtract", "definitionExtractValue", "collapsible", "shortText", "width", "openLabel"]).Select(e => VocabulaireFhir.Sdc + e),
    ];

    private readonly List<Erreur> _fautes = [];
    private readonly List<Erreur> _avertissements = [];
    private readonly Dictionary<(string Section, string Champ), ItemFhir> _regles = [];
    private readonly AgesPartiels _ages = new();
    private readonly CatalogueNomenclatures _nomenclatures;
    private readonly ValeursFhir _valeurs;
    private int _presentes;

    public LectureQuestionnaire(CatalogueNomenclatures nomenclatures, DateOnly jour) => (_nomenclatures, _valeurs) = (nomenclatures, new(nomenclatures, jour, _avertissements));

    public Resultat<QuestionnaireLu> Lire(NoeudFhir questionnaire)
    {
        if (questionnaire.Texte("resourceType") != "Questionnaire")
        {
            return questionnaire.Faute("resourceType", "Questionnaire").Erreur;
        }

        var entete = new EnteteQuestionnaire(_nomenclatures, _valeurs, _fautes).Lire(questionnaire);
        var arbre = new ArbreQuestionnaire(questionnaire, _fautes);
        if (_fautes.Count > 0)
        {
            return _fautes;
        }

        var regles = arbre.Tous.Select(Regle).OfType<RegleChamp>().ToList();
        var familles = arbre.Tous.Where(i => i.Element == CheminsFhir.Famille).ToList();
        regles = [.. regles.Select(r => r.Champ == "activites" ? _valeurs.AvecFamilles(r, familles) : r), .. _ages.Regles(_valeurs)];
        Restes(questionnaire, arbre);
        return new QuestionnaireLu(entete with { Regles = ReglesModele.Canoniques(regles) }, Avertissements());
    }

    private RegleChamp? Regle(ItemFhir item)
    {
        if (item.Element == CheminsFhir.Famille)
        {
            return null;
        }

        var cible = item.Element is null ? null : CheminsFhir.Champ(item.Element);
        if (cible is null && item.Element is not null && _ages.Lire(item, _regles, _valeurs))
        {
            return null;
        }

        var type = item.Noeud.Requis("type");
        if (cible is not { } champ || (type == "group" && champ.Champ.Type != TypeChamp.Lignes) || (type == "group" && champ.Champ.Nomenclature is not null))
        {
            Presenter(item);
            return null;
        }

        if (!Convient(type, champ.Champ))
        {
            _valeurs.Laisser(item, $"« {champ.Champ.Libelle} » n'est pas de type « {type} »");
            return null;
        }

        if (!_regles.TryAdd((champ.Section, champ.Champ.Nom), item))
        {
            _valeurs.Laisser(item, $"« {champ.Champ.Libelle} » est déjà réglé par {_regles[(champ.Section, champ.Champ.Nom)].LinkId}");
            return null;
        }

        var (codes, choisis) = champ.Champ.Nomenclature is { } liste ? _valeurs.Options(item, champ.Champ, _nomenclatures[liste]) : (null, []);
        var defaut = _valeurs.ParDefaut(item, champ.Champ, choisis);
        return Achever(item, champ.Section, champ.Champ, codes, defaut ?? (item.Noeud.Vrai("readOnly") && codes is [var seul] ? ValeursFhir.Typer(champ.Champ, [seul]) : null));
    }

    private RegleChamp Achever(ItemFhir item, string section, Champ champ, Liste<CodeNos>? codes, object? defaut)
    {
        var (fixe, obligatoire, cache) = (item.Noeud.Vrai("readOnly"), item.Noeud.Vrai("required"), EstCache(item));
        if (obligatoire && item.EstConditionnel)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/required", "required", "l'élément n'est obligatoire que lorsqu'il s'affiche");
        }

        if (fixe && defaut is null)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/readOnly", "readOnly", "aucune valeur n'est donnée");
        }

        // What is hidden with a value is a constant.
        var masque = cache && codes is null && defaut is null;
        if (cache && !masque)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/extension", "questionnaire-hidden", "la valeur se voit");
        }

        if (item.Noeud.Possede("repeats") && item.Noeud.Vrai("repeats") != champ.Type is TypeChamp.Codes or TypeChamp.Textes or TypeChamp.Lignes)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/repeats", "repeats", "le nombre de valeurs est celui du champ");
        }

        return new(section, champ.Nom, codes, defaut, fixe && defaut is not null, obligatoire && !item.EstConditionnel && !masque, null) { Masque = masque };
    }

    private static bool EstCache(ItemFhir item) => item.Noeud.Objets("extension").Any(e => e.Requis("url") == VocabulaireFhir.Cache && e.Vrai("valueBoolean"));

    private static bool Convient(string type, Champ champ) => champ.Type switch
    {
        TypeChamp.Texte or TypeChamp.Textes => type is "string" or "text" or "url",
        TypeChamp.Booleen => type == "boolean",
        TypeChamp.Code or TypeChamp.Codes => type is "choice" or "open-choice",
        TypeChamp.Nombre => type is "integer" or "decimal",
        TypeChamp.Date => type == "date",
        TypeChamp.Age => type == "quantity",
        TypeChamp.Lignes => champ.Nomenclature is null ? type == "group" : type is "choice" or "open-choice",
        TypeChamp.Objet => type == "group",
    };

    // Groups and titles are layout, as is the address of an extension; a question that no field answers is told whole.
    private void Presenter(ItemFhir item)
    {
        if (item.Noeud.Requis("type") is "group" or "display" || item.Brut?.EndsWith(".url", StringComparison.Ordinal) is true)
        {
            _presentes++;
            return;
        }

        _valeurs.Laisser(item, item.Element is null ? "il n'a pas de « definition »" : "aucun champ d'un modèle ne le règle");
    }

    // All that nobody has read.
    private void Restes(NoeudFhir questionnaire, ArbreQuestionnaire arbre)
    {
        questionnaire.Passer("meta", "id", "text");
        Extensions(questionnaire, estCache: false);
        foreach (var item in arbre.Tous)
        {
            var deChamp = item.Element is not null && CheminsFhir.Champ(item.Element) is not null;
            _presentes += deChamp && item.Noeud.Possede("text") ? 1 : 0;
            item.Noeud.Passer(Mise);
            Extensions(item.Noeud, deChamp || item.Brut?.EndsWith(".url", StringComparison.Ordinal) is true);
            foreach (var (_, condition) in item.Conditions.Where(c => !_valeurs.EstLue(c.Condition)))
            {
                _valeurs.NonRepris(condition.Chemin, "enableWhen", "le service a ses propres conditions");
                condition.ToutPasser();
            }
        }

        foreach (var (chemin, nom) in questionnaire.Restes)
        {
            _valeurs.NonRepris(chemin, nom, "un modèle ne le garde pas");
        }
    }

    private void Extensions(NoeudFhir noeud, bool estCache)
    {
        foreach (var extension in noeud.Objets("extension"))
        {
            var url = extension.Requis("url");
            if (!Extraction.Contains(url) && !(estCache && url == VocabulaireFhir.Cache))
            {
                _valeurs.NonRepris(extension.Chemin, url, url == VocabulaireFhir.Cache ? "seul un champ se masque" : "cette extension n'est pas connue");
            }

            extension.ToutPasser();
        }
    }

    private List<Erreur> Avertissements()
    {
        List<Erreur> dits = [.. _avertissements.Take(AvertissementsMax)];
        if (_avertissements.Count > AvertissementsMax)
        {
            dits.Add(QuestionnaireErreurs.NonRepris.Sur("", $"{_avertissements.Count - AvertissementsMax} éléments", "ils sont trop nombreux pour être énumérés"));
        }

        return _presentes == 0 ? dits : [.. dits, QuestionnaireErreurs.Presentation.Sur("/item", _presentes)];
    }
}
