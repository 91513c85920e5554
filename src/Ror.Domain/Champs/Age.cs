using Ror.Domain.Commun;

namespace Ror.Domain.Champs;

/// <summary>An age: a whole number of one of four UCUM units (J37, RG_EXP_048).</summary>
public sealed record Age : IChamps
{
    /// <summary>UCUM unit → days; an age is compared in days.</summary>
    public static IReadOnlyDictionary<string, decimal> JoursParUnite { get; } =
        new Dictionary<string, decimal> { ["a"] = 365.25m, ["mo"] = 365.25m / 12, ["wk"] = 7, ["d"] = 1 };

    public const int AnneesMax = 150;

    public int? Valeur { get; init; }

    public string? Unite { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        new Champ<Age, int?>("valeur", "Valeur", TypeChamp.Nombre, a => a.Valeur, (a, v) => a with { Valeur = v }) { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Nombre entier." },
        Champ<Age>.Texte("unite", "Unité", a => a.Unite, (a, v) => a with { Unite = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 2, ValeursAdmises = [.. JoursParUnite.Keys], Aide = "a, mo, wk ou d." },
    ];

    /// <summary>Null when the age is not readable.</summary>
    public decimal? EnJours() => Valeur is { } valeur && Unite is not null && JoursParUnite.TryGetValue(Unite, out var jours) ? valeur * jours : null;

    internal IEnumerable<Erreur> VerifierForme(string champ)
    {
        if (Unite is null || !JoursParUnite.ContainsKey(Unite))
        {
            yield return ChampErreurs.AgeUnite.Sur($"{champ}/unite", Unite ?? "") with { ValeursAdmises = [.. JoursParUnite.Keys] };
        }

        if (Valeur is null or < 0 || EnJours() > AnneesMax * JoursParUnite["a"])
        {
            yield return ChampErreurs.AgeValeur.Sur($"{champ}/valeur", AnneesMax);
        }
    }
}
