using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.ModelesSaisie;

/// <summary>The one form of the rules of a modèle, from wherever they come.</summary>
public static class ReglesModele
{
    private static readonly List<(string Section, string Champ)> Ordre = [.. LesSections.Toutes.SelectMany(s => s.Champs, (s, c) => (s.Cle, c.Nom))];

    /// <summary>In the order of the form. Nothing is said twice: not that a field is mandatory which always is, nor a rule without content; chosen codes come in the order of the list.</summary>
    public static Liste<RegleChamp> Canoniques(IEnumerable<RegleChamp> regles) => regles
        .Select(r => Contradictions.ChampDe(r) is { } champ && ReferenceEquals(champ.Exigence, Champ.Toujours) ? r with { Obligatoire = false } : r)
        .Where(r => !r.EstVide || Contradictions.ChampDe(r) is null)
        .Select(r => r with { ParDefaut = Ranger(r) })
        .OrderBy(r => Ordre.IndexOf((r.Section, r.Champ)) is >= 0 and var rang ? rang : int.MaxValue)
        .EnListe();

    private static object? Ranger(RegleChamp regle) => regle.ParDefaut switch
    {
        Liste<CodeNos> choisis => choisis.OrderBy(c => Rang(c, regle.CodesAutorises)).EnListe(),

        // An activité alone says nothing beside the same with a famille.
        Liste<ActiviteOperationnelle> lignes => lignes.GroupBy(l => l.Activite).OrderBy(g => Rang(g.Key, regle.CodesAutorises)).SelectMany(g => g.Any(l => l.FamilleActivite is not null)
            ? g.Where(l => l.FamilleActivite is not null).Distinct().OrderBy(l => Rang(l.FamilleActivite, regle.Familles?.FirstOrDefault(f => f.Activite == g.Key?.Code)?.Familles.Select(f => new CodeNos(f)).EnListe()))
            : g.Take(1)).EnListe(),
        var valeur => valeur,
    };

    // The order of a sort is kept where there is no list.
    private static int Rang(CodeNos? code, Liste<CodeNos>? codes) => code is not null && codes?.ToList().IndexOf(code) is >= 0 and var rang ? rang : int.MaxValue;
}
