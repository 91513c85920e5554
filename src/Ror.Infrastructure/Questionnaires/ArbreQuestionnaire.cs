using System.Text.Json;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>One <c>item</c>, with the element of the offer that it fills.</summary>
internal sealed class ItemFhir(NoeudFhir noeud, ItemFhir? parent, string linkId, string? definition, string? brut)
{
    public NoeudFhir Noeud { get; } = noeud;

    public ItemFhir? Parent { get; } = parent;

    public string LinkId { get; } = linkId;

    /// <summary>As written.</summary>
    public string? Definition { get; } = definition;

    /// <summary>The path of its definition, without its profile nor its resource; null when it is none of the profile.</summary>
    public string? Brut { get; } = brut;

    /// <summary>Without its profile nor its resource, slices told by the URL of their extension; null without a definition.</summary>
    public string? Element { get; set; }

    public List<ItemFhir> Enfants { get; } = [];

    public List<(string Question, NoeudFhir Condition)> Conditions { get; } = [];

    /// <summary>It, or a group above it, is shown on a condition.</summary>
    public bool EstConditionnel => Conditions.Count > 0 || Parent?.EstConditionnel is true;
}

/// <summary>The items of a Questionnaire, when they are a tree: bounded, each named once, depending on none that depends on it.</summary>
internal sealed class ArbreQuestionnaire
{
    public const int ElementsMax = 5_000;
    public const int NiveauxMax = 20;
    private const int FautesMax = 100;
    private const int DefinitionMax = 500;

    /// <summary>Of one item.</summary>
    private const int ConditionsMax = 100;
    private const int OptionsMax = 3_000;

    private readonly Dictionary<string, ItemFhir> _parLinkId = new(StringComparer.Ordinal);
    private readonly List<Erreur> _fautes;
    private int _nombre;

    public ArbreQuestionnaire(NoeudFhir questionnaire, List<Erreur> fautes)
    {
        _fautes = fautes;
        var avant = fautes.Count;
        Racines = Lire(questionnaire, null, 1);
        if (_fautes.Count == avant)
        {
            Conditionner();
            foreach (var item in Tous.TakeWhile(_ => _fautes.Count < FautesMax))
            {
                Definir(item);
            }
        }
    }

    public IReadOnlyList<ItemFhir> Racines { get; }

    public IEnumerable<ItemFhir> Tous => _parLinkId.Values;

    private List<ItemFhir> Lire(NoeudFhir noeud, ItemFhir? parent, int niveau)
    {
        var lus = new List<ItemFhir>();
        foreach (var enfant in noeud.Objets("item"))
        {
            if (_fautes.Count >= FautesMax || _nombre > ElementsMax)
            {
                break;
            }

            if (niveau > NiveauxMax || ++_nombre > ElementsMax)
            {
                _fautes.Add(niveau > NiveauxMax ? QuestionnaireErreurs.TropProfond.Sur(enfant.Chemin, NiveauxMax) : QuestionnaireErreurs.TropDElements.Sur(enfant.Chemin, ElementsMax));
                break;
            }

            var definition = enfant.Texte("definition");
            var item = new ItemFhir(enfant, parent, enfant.Requis("linkId"), definition, definition is null ? null : Element(definition));
            enfant.Requis("type");
            foreach (var drapeau in (string[])["required", "repeats", "readOnly"])
            {
                enfant.Verifier(drapeau, JsonValueKind.True);
            }

            Borner(enfant, "answerOption", OptionsMax);
            Borner(enfant, "enableWhen", ConditionsMax);
            if (!_parLinkId.TryAdd(item.LinkId, item))
            {
                _fautes.Add(QuestionnaireErreurs.LinkIdDouble.Sur($"{enfant.Chemin}/linkId", item.LinkId, _parLinkId[item.LinkId].Noeud.Chemin));
            }

            item.Enfants.AddRange(Lire(enfant, item, niveau + 1));
            lus.Add(item);
        }

        return lus;
    }

    private void Borner(NoeudFhir item, string membre, int max)
    {
        if (item.Objets(membre).Count > max)
        {
            _fautes.Add(QuestionnaireErreurs.TropDElements.Sur($"{item.Chemin}/{membre}", max));
        }
    }

    private void Conditionner()
    {
        var avant = _fautes.Count;
        foreach (var item in Tous.TakeWhile(_ => _fautes.Count < FautesMax))
        {
            foreach (var condition in item.Noeud.Objets("enableWhen"))
            {
                var question = condition.Requis("question");
                item.Conditions.Add((question, condition));
                if (!_parLinkId.ContainsKey(question))
                {
                    _fautes.Add(QuestionnaireErreurs.QuestionInconnue.Sur($"{condition.Chemin}/question", question));
                }
            }
        }

        if (_fautes.Count == avant)
        {
            _fautes.AddRange(Cycle().Take(FautesMax).Select(item => QuestionnaireErreurs.Cyclique.Sur($"{item.Noeud.Chemin}/enableWhen", item.LinkId)));
        }
    }

    // An item is shown when its conditions hold and its group is shown. What is left when all that depends on nothing is taken away, again and again, is a cycle.
    private IEnumerable<ItemFhir> Cycle()
    {
        var attendus = Tous.ToDictionary(i => i, Dependances);
        var dependants = attendus.SelectMany(a => a.Value, (a, d) => (Item: a.Key, De: d)).ToLookup(a => a.De, a => a.Item);
        var restes = attendus.ToDictionary(a => a.Key, a => a.Value.Count);
        var libres = new Queue<ItemFhir>(restes.Where(r => r.Value == 0).Select(r => r.Key));
        while (libres.TryDequeue(out var libre))
        {
            foreach (var dependant in dependants[libre].Where(d => --restes[d] == 0))
            {
                libres.Enqueue(dependant);
            }
        }

        return restes.Where(r => r.Value > 0 && r.Key.Conditions.Count > 0).Select(r => r.Key);
    }

    private HashSet<ItemFhir> Dependances(ItemFhir item) =>
        [.. item.Conditions.Select(c => _parLinkId[c.Question]).Concat(item.Parent is null ? [] : new[] { item.Parent })];

    // Parents come before their children in the dictionary: they were read first.
    private void Definir(ItemFhir item)
    {
        if (item.Definition is not { } definition || item.Brut is "")
        {
            return;
        }

        if (item.Brut is not { } brut)
        {
            _fautes.Add(QuestionnaireErreurs.DefinitionInconnue.Sur($"{item.Noeud.Chemin}/definition", definition[..Math.Min(definition.Length, DefinitionMax)]));
            return;
        }

        // A group for an extension without its slice tells by a hidden item which one it is.
        var (groupe, sien) = (item.Parent?.Element, item.Parent?.Brut);
        var element = groupe is not null && sien is not null && (brut == sien || brut.StartsWith($"{sien}.", StringComparison.Ordinal)) ? groupe + brut[sien.Length..] : brut;
        if (element.Split('.')[^1] == "extension" && item.Enfants.FirstOrDefault(e => e.Brut == $"{brut}.url") is { } fixe
            && fixe.Noeud.Objets("initial").Select(i => i.Texte("valueUri") ?? i.Texte("valueString")).FirstOrDefault() is { } adresse)
        {
            element += $":{adresse.Split('/')[^1]}";
        }

        item.Element = Normal(element);
        if (!CheminsFhir.EstConnu(item.Element))
        {
            _fautes.Add(QuestionnaireErreurs.DefinitionInconnue.Sur($"{item.Noeud.Chemin}/definition", definition));
        }
    }

    // The resource itself has no path.
    private static string? Element(string definition)
    {
        if (definition.Length > DefinitionMax)
        {
            return null;
        }

        var parties = definition.Split('#');
        return parties is [var profil, var chemin] && profil.Split('|')[0] is CheminsFhir.Profil or "http://hl7.org/fhir/StructureDefinition/HealthcareService"
            ? chemin == VocabulaireFhir.Sujet ? "" : chemin.StartsWith(CheminsFhir.Racine, StringComparison.Ordinal) ? chemin[CheminsFhir.Racine.Length..] : null
            : null;
    }

    // value[x] by whatever name, and not what a code is made of.
    private static string Normal(string element)
    {
        var segments = element.Split('.').Select(s => s.Length > 5 && s.StartsWith("value", StringComparison.Ordinal) && char.IsUpper(s[5]) ? "value[x]" : s).ToList();
        while (segments.Count > 1 && segments[^1] is "coding" || (segments.Count > 2 && segments[^1] is "code" && segments[^2] is "coding"))
        {
            segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('.', segments);
    }
}
