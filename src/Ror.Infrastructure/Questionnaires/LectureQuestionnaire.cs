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

    // Words, order and layout: told once for all. What carries a value is not among them.
    private static readonly string[] Mise = ["prefix", "text", "_text", "_prefix", "enableBehavior", "id"];
    private static readonly HashSet<string> Extraction =
    [
        .. ((string[])["launchContext", "itemExtractionContext", "definitionExtract", "collapsible", "shortText", "width", "openLabel"]).Select(e => VocabulaireFhir.Sdc + e),
    ];

    private readonly List<Erreur> _fautes = [];
    private readonly List<Erreur> _avertissements = [];
    private readonly Dictionary<(string Section, string Champ), ItemFhir> _regles = [];
    private readonly AgesPartiels _ages = new();
    private readonly CatalogueNomenclatures _nomenclatures;
    private readonly ValeursFhir _valeurs;
    private int _presentes;

    public LectureQuestionnaire(CatalogueNomenclatures nomenclatures, DateOnly jour) => (_nomenclatures, _valeurs) = (nomenclatures, new(nomenclatures, jour, _avertissements));

    /// <returns>All that is wrong with it, up to the first thing that is not of the shape of a Questionnaire.</returns>
    public Resultat<QuestionnaireLu> Lire(NoeudFhir questionnaire)
    {
        try
        {
            return LireEntier(questionnaire);
        }
        catch (FauteQuestionnaire faute)
        {
            return Resultat<QuestionnaireLu>.Echec([.. _fautes, faute.Erreur]);
        }
    }

    private Resultat<QuestionnaireLu> LireEntier(NoeudFhir questionnaire)
    {
        if (questionnaire.Texte("resourceType") != "Questionnaire")
        {
            throw questionnaire.Faute("resourceType", "Questionnaire");
        }

        var entete = new EnteteQuestionnaire(_nomenclatures, _valeurs, _fautes).Lire(questionnaire);
        var arbre = new ArbreQuestionnaire(questionnaire, _fautes);
        if (_fautes.Count > 0)
        {
            return _fautes;
        }

        var regles = arbre.Tous.Select(Regle).OfType<RegleChamp>().ToList();
        var familles = arbre.Tous.Where(i => i.Element == CheminsFhir.Famille).ToList();
        regles = [.. regles.Select(r => r.Champ == "activites" ? _valeurs.AvecFamilles(r, _regles[(r.Section, r.Champ)].LinkId, familles) : r), .. _ages.Regles(_valeurs)];
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
            _valeurs.Laisser(item, Raisons.AutreType(champ.Champ, type));
            return null;
        }

        if (!_regles.TryAdd((champ.Section, champ.Champ.Nom), item))
        {
            _valeurs.Laisser(item, Raisons.DejaRegle(champ.Champ, _regles[(champ.Section, champ.Champ.Nom)].LinkId));
            return null;
        }

        var (codes, choisis) = champ.Champ.Nomenclature is { } liste ? _valeurs.Options(item, champ.Champ, _nomenclatures[liste]) : (null, []);
        var defaut = _valeurs.ParDefaut(item, champ.Champ, choisis);
        return Achever(item, champ.Section, champ.Champ, codes, defaut ?? (item.Noeud.Vrai("readOnly") && codes is [var seul] ? ValeursFhir.Typer(champ.Champ, [seul]) : null));
    }

    private RegleChamp Achever(ItemFhir item, string section, Champ champ, Liste<CodeNos>? codes, object? defaut)
    {
        var (fixe, obligatoire, cache) = (item.Noeud.Vrai("readOnly"), item.Noeud.Vrai("required"), EstCache(item));

        // A rule of a modèle holds always.
        foreach (var (membre, dit) in ((string, bool)[])[("required", obligatoire), ("readOnly", fixe), ("extension", cache)])
        {
            if (dit && item.EstConditionnel)
            {
                _valeurs.NonRepris($"{item.Noeud.Chemin}/{membre}", membre, Raisons.Affichage);
            }
        }

        (fixe, obligatoire, cache) = (fixe && !item.EstConditionnel, obligatoire && !item.EstConditionnel, cache && !item.EstConditionnel);
        if (fixe && defaut is null)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/readOnly", "readOnly", Raisons.SansValeur);
        }

        // What is hidden with a value is a constant.
        var masque = cache && codes is null && defaut is null;
        if (cache && !masque)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/extension", "questionnaire-hidden", Raisons.ValeurVisible);
        }

        if (item.Noeud.Vrai("repeats") != champ.Type is TypeChamp.Codes or TypeChamp.Textes or TypeChamp.Lignes)
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/repeats", "repeats", Raisons.NombreDeValeurs);
        }

        if (item.Noeud.Requis("type") == "open-choice")
        {
            _valeurs.NonRepris($"{item.Noeud.Chemin}/type", "open-choice", Raisons.ReponseLibre);
        }

        return new(section, champ.Nom, codes, defaut, fixe && defaut is not null, obligatoire && !masque, null) { Masque = masque };
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

        _valeurs.Laisser(item, item.Element is null ? Raisons.SansDefinition : Raisons.SansChamp);
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
                _valeurs.NonRepris(condition.Chemin, "enableWhen", Raisons.Conditions);
                condition.ToutPasser();
            }
        }

        foreach (var (chemin, nom) in questionnaire.Restes)
        {
            _valeurs.NonRepris(chemin, nom, Raisons.NonGarde);
        }
    }

    private void Extensions(NoeudFhir noeud, bool estCache)
    {
        foreach (var extension in noeud.Objets("extension"))
        {
            var url = extension.Requis("url");
            if (!Extraction.Contains(url) && !(estCache && url == VocabulaireFhir.Cache))
            {
                _valeurs.NonRepris(extension.Chemin, url, url == VocabulaireFhir.Cache ? Raisons.SeulUnChampSeMasque : Raisons.ExtensionInconnue);
            }

            extension.ToutPasser();
        }
    }

    private List<Erreur> Avertissements()
    {
        List<Erreur> dits = [.. _avertissements.Take(AvertissementsMax)];
        if (_avertissements.Count > AvertissementsMax)
        {
            dits.Add(QuestionnaireErreurs.NonRepris.Sur("", Raisons.Elements(_avertissements.Count - AvertissementsMax), Raisons.TropNombreux));
        }

        return _presentes == 0 ? dits : [.. dits, QuestionnaireErreurs.Presentation.Sur("/item", _presentes)];
    }
}
