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
        var age = regles.TryAdd(cle, item) ? _ages[cle] = new(item, cible.Champ) : _ages.GetValueOrDefault(cle);
        if (age is null || !age.Parties.Add(partie))
        {
            valeurs.Laisser(item, Raisons.DejaRegle(cible.Champ, regles[cle].LinkId));
            return true;
        }

        if (item.Noeud.Vrai("readOnly"))
        {
            age.Fixees.Add(partie);
        }

        age.Obligatoire |= item.Noeud.Vrai("required") && !item.EstConditionnel;
        var initiale = item.Noeud.Objets("initial") is [var premiere, ..] ? premiere : null;
        if (partie)
        {
            age.Valeur = ValeursFhir.Entier(initiale?.Nombre("valueInteger") ?? initiale?.Nombre("valueDecimal"));
            age.EstDonne |= initiale is not null;
        }
        else
        {
            LireUnite(item, age, initiale, valeurs);
        }

        return true;
    }

    private static void LireUnite(ItemFhir item, AgePartiel age, NoeudFhir? initiale, ValeursFhir valeurs)
    {
        var admises = new HashSet<string>();
        foreach (var option in item.Noeud.Objets("answerOption"))
        {
            var unite = option.Objet("valueCoding")?.Texte("code");
            option.Objet("valueCoding")?.Passer("system", "display");
            if (unite is null || !Age.JoursParUnite.ContainsKey(unite))
            {
                valeurs.NonRepris(option.Chemin, unite ?? "answerOption", Raisons.UniteInconnue);
                continue;
            }

            admises.Add(unite);
            if (option.Vrai("initialSelected") && age.Unite is not null)
            {
                valeurs.NonRepris(option.Chemin, unite, Raisons.UneValeur(age.Champ));
            }
            else if (option.Vrai("initialSelected"))
            {
                age.Unite = unite;
            }
        }

        if (admises.Count > 0 && admises.Count < Age.JoursParUnite.Count)
        {
            valeurs.NonRepris($"{item.Noeud.Chemin}/answerOption", "answerOption", Raisons.UnitesLibres);
        }

        initiale?.Objet("valueCoding")?.Passer("system", "display");
        age.Unite ??= initiale?.Objet("valueCoding")?.Texte("code") ?? initiale?.Texte("valueString");
        age.EstDonne |= age.Unite is not null;
    }

    public IEnumerable<RegleChamp> Regles(ValeursFhir valeurs)
    {
        foreach (var ((section, champ), partiel) in _ages)
        {
            var age = partiel is { Valeur: { } valeur, Unite: { } unite } ? new Age { Valeur = valeur, Unite = unite } : null;
            var fixe = age is not null && partiel.Fixees.Count == partiel.Parties.Count;
            if (age is null && (partiel.EstDonne || partiel.Fixees.Count > 0))
            {
                valeurs.NonRepris(partiel.Item.Noeud.Chemin, partiel.Item.LinkId, Raisons.AgeIncomplet);
            }
            else if (partiel.Fixees.Count > 0 && !fixe)
            {
                valeurs.NonRepris($"{partiel.Item.Noeud.Chemin}/readOnly", "readOnly", Raisons.AgeAMoitieFixe);
            }

            if (age is not null || partiel.Obligatoire)
            {
                yield return new(section, champ, null, age, fixe, partiel.Obligatoire, null);
            }
        }
    }

    private sealed class AgePartiel(ItemFhir item, Champ champ)
    {
        public ItemFhir Item { get; } = item;

        public Champ Champ { get; } = champ;

        /// <summary>Value (true) and unit (false) that were read.</summary>
        public HashSet<bool> Parties { get; } = [];

        public HashSet<bool> Fixees { get; } = [];

        /// <summary>A value or a unit was given, readable or not.</summary>
        public bool EstDonne { get; set; }

        public int? Valeur { get; set; }

        public string? Unite { get; set; }

        public bool Obligatoire { get; set; }
    }
}
