using System.Text.Json;
using Ror.Application.ModelesSaisie;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>An object of a FHIR resource, that knows its place, and which of its members were read: the others are told, not lost.</summary>
internal sealed class NoeudFhir(JsonElement objet, string chemin)
{
    private readonly HashSet<string> _lus = [];

    /// <summary>JSON Pointer.</summary>
    public string Chemin { get; } = chemin;

    /// <summary>Members that nobody has asked for.</summary>
    public IEnumerable<string> Restes => objet.EnumerateObject().Select(m => m.Name).Where(nom => !_lus.Contains(nom));

    public void Passer(params ReadOnlySpan<string> noms)
    {
        foreach (var nom in noms)
        {
            _lus.Add(nom);
        }
    }

    public bool Possede(string nom) => objet.TryGetProperty(nom, out _);

    public string? Texte(string nom) => Membre(nom, JsonValueKind.String, "texte")?.GetString();

    public string Requis(string nom) => Texte(nom) is { } texte && !string.IsNullOrWhiteSpace(texte) ? texte : throw Faute(nom, "texte");

    public bool Vrai(string nom) => Membre(nom, JsonValueKind.True, "booléen")?.GetBoolean() is true;

    public decimal? Nombre(string nom) => Membre(nom, JsonValueKind.Number, "nombre") is { } nombre ? nombre.TryGetDecimal(out var lu) ? lu : throw Faute(nom, "nombre") : null;

    public NoeudFhir? Objet(string nom) => Membre(nom, JsonValueKind.Object, "objet") is { } membre ? new(membre, $"{Chemin}/{nom}") : null;

    public IReadOnlyList<NoeudFhir> Objets(string nom) =>
        [.. Elements(nom).Select((e, i) => e.ValueKind == JsonValueKind.Object ? new NoeudFhir(e, $"{Chemin}/{nom}/{i}") : throw Faute($"{nom}/{i}", "objet"))];

    public IReadOnlyList<string> Textes(string nom) => [.. Elements(nom).Select((e, i) => e.ValueKind == JsonValueKind.String ? e.GetString()! : throw Faute($"{nom}/{i}", "texte"))];

    /// <summary>The member <c>value…</c> or <c>answer…</c>, whatever its type.</summary>
    public string? Choix(string debut) => objet.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => n.StartsWith(debut, StringComparison.Ordinal) && n.Length > debut.Length && char.IsUpper(n[debut.Length]));

    public FauteQuestionnaire Faute(string nom, string forme) => new(QuestionnaireErreurs.Forme.Sur($"{Chemin}/{nom}", nom.Split('/')[0], forme));

    private IEnumerable<JsonElement> Elements(string nom) => Membre(nom, JsonValueKind.Array, "liste")?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private JsonElement? Membre(string nom, JsonValueKind nature, string forme)
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
