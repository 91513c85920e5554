using System.Text.Json;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>An object whose keys may be absent or null, and that says which of them has not the type it should.</summary>
internal readonly record struct NoeudJson(JsonElement Element, string Pointeur)
{
    /// <summary>Cleaned; null when there is nothing.</summary>
    public string? Texte(string cle) => EnTexte(Valeur(cle), cle);

    /// <summary>The first that says something.</summary>
    public string? PremierTexte(string cle)
    {
        var ici = this;
        return Elements(cle).Select(e => ici.EnTexte(e, cle)).FirstOrDefault(t => t is not null);
    }

    public NoeudJson? Objet(string cle) => Valeur(cle) is not { } valeur ? null
        : valeur.ValueKind == JsonValueKind.Object ? new(valeur, $"{Pointeur}/{cle}")
        : throw Inattendu(cle);

    /// <summary>Not judged: one that is no object must not take the others with it.</summary>
    public IEnumerable<NoeudJson> Tableau(string cle)
    {
        var pointeur = $"{Pointeur}/{cle}";
        return Elements(cle).Select((e, i) => new NoeudJson(e, $"{pointeur}/{i}"));
    }

    private IEnumerable<JsonElement> Elements(string cle) => Valeur(cle) is not { } valeur ? []
        : valeur.ValueKind == JsonValueKind.Array ? valeur.EnumerateArray()
        : throw Inattendu(cle);

    private string? EnTexte(JsonElement? valeur, string cle)
    {
        try
        {
            return valeur?.ValueKind switch
            {
                null or JsonValueKind.Null => null,
                JsonValueKind.String => TexteNational.Nettoyer(valeur.Value.GetString()),
                JsonValueKind.Number => valeur.Value.GetRawText(),
                _ => throw Inattendu(cle),
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            throw Inattendu(cle);
        }
    }

    private JsonElement? Valeur(string cle) =>
        Element.ValueKind != JsonValueKind.Object ? throw Inattendu(null)
        : Element.TryGetProperty(cle, out var valeur) && valeur.ValueKind != JsonValueKind.Null ? valeur : null;

    private TypeInattenduException Inattendu(string? cle) => new(FinessErreurs.Objet.Sur(cle is null ? Pointeur : $"{Pointeur}/{cle}", cle is null ? Pointeur : $"{Pointeur}/{cle}"));
}

/// <summary>One object of a JSON cannot be read; the next one may.</summary>
internal sealed class TypeInattenduException(Erreur faute) : Exception(faute.Message())
{
    public Erreur Faute { get; } = faute;
}
