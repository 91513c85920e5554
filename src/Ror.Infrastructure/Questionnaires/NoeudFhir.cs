using System.Text.Json;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>An object of a FHIR resource, that knows its place, and which of its members were read, down to its last leaf: the others are told, not lost.</summary>
internal sealed class NoeudFhir(JsonElement objet, string chemin)
{
    private readonly HashSet<string> _lus = [];
    private readonly Dictionary<string, IReadOnlyList<NoeudFhir>> _objets = [];
    private bool _passe;

    /// <summary>JSON Pointer.</summary>
    public string Chemin { get; } = chemin;

    /// <summary>Members that nobody has asked for, of it and of all below it; a false says nothing.</summary>
    public IEnumerable<(string Chemin, string Nom)> Restes => _passe ? [] : objet.EnumerateObject().SelectMany(m =>
        _objets.TryGetValue(m.Name, out var objets) ? objets.SelectMany(o => o.Restes)
        : _lus.Contains(m.Name) || m.Value.ValueKind == JsonValueKind.False ? []
        : [(Sous(m.Name), m.Name)]);

    /// <summary>Nothing more is to be told of these members.</summary>
    public void Passer(params ReadOnlySpan<string> noms)
    {
        foreach (var nom in noms)
        {
            _lus.Add(nom);
            _objets.Remove(nom);
        }
    }

    /// <summary>Nothing more is to be told of it, but of what is in these members.</summary>
    public void ToutPasser(params ReadOnlySpan<string> sauf)
    {
        if (sauf.IsEmpty)
        {
            _passe = true;
            return;
        }

        foreach (var membre in objet.EnumerateObject())
        {
            if (!sauf.Contains(membre.Name))
            {
                Passer(membre.Name);
            }
        }
    }

    public bool Possede(string nom) => objet.TryGetProperty(nom, out _);

    /// <summary>Is it of that type where it is there? It is not read for all that.</summary>
    public void Verifier(string nom, JsonValueKind nature)
    {
        if (objet.TryGetProperty(nom, out var membre) && membre.ValueKind != nature && !(nature == JsonValueKind.True && membre.ValueKind == JsonValueKind.False))
        {
            throw Faute(nom, nature == JsonValueKind.True ? FormesFhir.Booleen : FormesFhir.Texte);
        }
    }

    public string? Texte(string nom) => Membre(nom, JsonValueKind.String, FormesFhir.Texte)?.GetString();

    public string Requis(string nom) => Texte(nom) is { } texte && !string.IsNullOrWhiteSpace(texte) ? texte : throw Faute(nom, FormesFhir.Texte);

    public bool Vrai(string nom) => Membre(nom, JsonValueKind.True, FormesFhir.Booleen)?.GetBoolean() is true;

    public decimal? Nombre(string nom) => Membre(nom, JsonValueKind.Number, FormesFhir.Nombre) is { } nombre ? nombre.TryGetDecimal(out var lu) ? lu : throw Faute(nom, FormesFhir.Nombre) : null;

    public NoeudFhir? Objet(string nom)
    {
        if (_objets.TryGetValue(nom, out var connu))
        {
            return connu[0];
        }

        if (Membre(nom, JsonValueKind.Object, FormesFhir.Objet) is not { } membre)
        {
            return null;
        }

        _objets[nom] = [new(membre, Sous(nom))];
        return _objets[nom][0];
    }

    public IReadOnlyList<NoeudFhir> Objets(string nom)
    {
        if (!_objets.TryGetValue(nom, out var objets))
        {
            objets = [.. Elements(nom).Select((e, i) => e.ValueKind == JsonValueKind.Object ? new NoeudFhir(e, $"{Sous(nom)}/{i}") : throw Faute($"{nom}/{i}", FormesFhir.Objet))];
            _objets[nom] = objets;
        }

        return objets;
    }

    public IReadOnlyList<string> Textes(string nom) => [.. Elements(nom).Select((e, i) => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Faute($"{nom}/{i}", FormesFhir.Texte))];

    /// <summary>The name of the member <c>value…</c>, whatever its type.</summary>
    public string? Choix(string debut) => objet.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => n.StartsWith(debut, StringComparison.Ordinal) && n.Length > debut.Length && char.IsUpper(n[debut.Length]));

    public FauteQuestionnaire Faute(string nom, object forme) => new(QuestionnaireErreurs.Forme.Sur($"{Chemin}/{nom}", nom.Split('/')[0], forme));

    private string Sous(string nom) => $"{Chemin}/{nom.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private IEnumerable<JsonElement> Elements(string nom) => Membre(nom, JsonValueKind.Array, FormesFhir.Liste)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private JsonElement? Membre(string nom, JsonValueKind nature, Bilingue forme)
    {
        _lus.Add(nom);
        return !objet.TryGetProperty(nom, out var membre) ? null
            : membre.ValueKind == nature || (nature == JsonValueKind.True && membre.ValueKind == JsonValueKind.False) ? membre
            : throw Faute(nom, forme);
    }
}

/// <summary>The Questionnaire is no Questionnaire from there on.</summary>
internal sealed class FauteQuestionnaire(Erreur erreur) : Exception
{
    public Erreur Erreur { get; } = erreur;
}

/// <summary>What a member of a resource is expected to be.</summary>
internal static class FormesFhir
{
    public static readonly Bilingue Texte = new("texte", "text");
    public static readonly Bilingue Booleen = new("booléen", "boolean");
    public static readonly Bilingue Nombre = new("nombre", "number");
    public static readonly Bilingue Objet = new("objet", "object");
    public static readonly Bilingue Liste = new("liste", "array");

    public static Bilingue Mot(int max) => new($"texte de {max} caractères au plus, sans blanc ni « | »", $"text of {max} characters at most, without blanks or \"|\"");

    public static Bilingue Titre(int max) => new($"texte de {max} caractères au plus", $"text of {max} characters at most");
}
