using Ror.Domain.Champs;
using Ror.Domain.ModelesSaisie;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Ages that two items ask for: the value, and its unit.</summary>
internal sealed class AgesPartiels
{
    private readonly Dictionary<(string Section, string Champ), AgePartiel> _ages = [];

    /// <returns>False when the item is no part of an age.</returns>
    public bool Lire(ItemFhir item, Dictionary<(string Section, string Champ), ItemFhir> regles, ValeursFhir valeurs)
    {
        var segments = item.Element!.Split('.');
        if (segments.Length < 2 || CheminsFhir.Champ(string.Join('.', segments[..^1])) is not { Champ.Type: TypeChamp.Age } cible || segments[^1] is not ("value" or "unit" or "code"))
        {
            return false;
        }

        var (cle, partie) = ((cible.Section, cible.Champ.Nom), segments[^1] == "value");
        var age = regles.TryAdd(cle, item) ? _ages[cle] = new(item) : _ages.GetValueOrDefault(cle);
        if (age is null || !age.Parties.Add(partie))
        {
            valeurs.Laisser(item, $"« {cible.Champ.Libelle} » est déjà réglé par {regles[cle].LinkId}");
            return true;
        }

        age.Fixe |= item.Noeud.Vrai("readOnly");
        age.Obligatoire |= item.Noeud.Vrai("required") && !item.EstConditionnel;
        var initiale = item.Noeud.Objets("initial") is [var premiere, ..] ? premiere : null;
        if (partie)
        {
            age.Valeur = ValeursFhir.Entier(initiale?.Nombre("valueInteger") ?? initiale?.Nombre("valueDecimal"));
            return true;
        }

        foreach (var option in item.Noeud.Objets("answerOption"))
        {
            var unite = option.Objet("valueCoding")?.Texte("code");
            option.Objet("valueCoding")?.Passer("system", "display");
            age.Unite = option.Vrai("initialSelected") ? unite : age.Unite;
            if (unite is null || !Age.JoursParUnite.ContainsKey(unite))
            {
                valeurs.NonRepris(option.Chemin, unite ?? "answerOption", "ce n'est pas une unité d'âge de ce service");
            }
        }

        initiale?.Objet("valueCoding")?.Passer("system", "display");
        age.Unite ??= initiale?.Objet("valueCoding")?.Texte("code") ?? initiale?.Texte("valueString");
        return true;
    }

    public IEnumerable<RegleChamp> Regles(ValeursFhir valeurs)
    {
        foreach (var ((section, champ), partiel) in _ages)
        {
            var age = partiel is { Valeur: { } valeur, Unite: { } unite } ? new Age { Valeur = valeur, Unite = unite } : null;
            if (age is null && (partiel.Valeur is not null || partiel.Unite is not null || partiel.Fixe))
            {
                valeurs.NonRepris(partiel.Item.Noeud.Chemin, partiel.Item.LinkId, "un âge préréglé a une valeur entière et une unité");
            }

            if (age is not null || partiel.Obligatoire)
            {
                yield return new(section, champ, null, age, partiel.Fixe && age is not null, partiel.Obligatoire, null);
            }
        }
    }

    private sealed class AgePartiel(ItemFhir item)
    {
        public ItemFhir Item { get; } = item;

        public HashSet<bool> Parties { get; } = [];

        public int? Valeur { get; set; }

        public string? Unite { get; set; }

        public bool Fixe { get; set; }

        public bool Obligatoire { get; set; }
    }
}
