using Ror.Domain.Champs;
using Ror.Domain.ModelesSaisie;

namespace Ror.Infrastructure.Questionnaires;

/// <summary>Ages that two items ask for: the value, and its unit.</summary>
internal sealed class AgesPartiels
{
    private readonly Dictionary<ItemFhir, AgePartiel> _ages = [];

    public IEnumerable<RegleChamp> Regles => _ages.Values.Select(a => a.Regle()).OfType<RegleChamp>();

    /// <returns>False when the item is no part of an age.</returns>
    public bool Lire(ItemFhir item, Dictionary<(string Section, string Champ), ItemFhir> regles)
    {
        var segments = item.Element!.Split('.');
        if (segments.Length < 2 || CheminsFhir.Champ(string.Join('.', segments[..^1])) is not { Champ.Type: TypeChamp.Age } cible || segments[^1] is not ("value" or "unit" or "code"))
        {
            return false;
        }

        var cle = regles.GetValueOrDefault((cible.Section, cible.Champ.Nom)) ?? item;
        regles[(cible.Section, cible.Champ.Nom)] = cle;
        var age = _ages.TryGetValue(cle, out var connu) ? connu : _ages[cle] = new(cible.Section, cible.Champ.Nom);
        age.Fixe |= item.Noeud.Vrai("readOnly");
        age.Obligatoire |= item.Noeud.Vrai("required") && !item.EstConditionnel;
        var valeur = item.Noeud.Objets("initial") is [var premiere, ..] ? premiere : null;
        if (segments[^1] == "value")
        {
            age.Valeur = ValeursFhir.Entier(valeur?.Nombre("valueInteger") ?? valeur?.Nombre("valueDecimal"));
        }
        else
        {
            var choisie = item.Noeud.Objets("answerOption").FirstOrDefault(o => o.Vrai("initialSelected"));
            age.Unite ??= (choisie?.Objet("valueCoding") ?? valeur?.Objet("valueCoding"))?.Texte("code") ?? valeur?.Texte("valueString");
        }

        return true;
    }

    private sealed class AgePartiel(string section, string champ)
    {
        public int? Valeur { get; set; }

        public string? Unite { get; set; }

        public bool Fixe { get; set; }

        public bool Obligatoire { get; set; }

        public RegleChamp? Regle()
        {
            var age = Valeur is { } valeur && Unite is not null ? new Age { Valeur = valeur, Unite = Unite } : null;
            return age is null && !Obligatoire ? null : new(section, champ, null, age, Fixe && age is not null, Obligatoire, null);
        }
    }
}
