using Ror.Domain.Champs;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using static Ror.Domain.Champs.Champ<Ror.Application.Structures.Fermetures.DemandeFermeture>;

namespace Ror.Application.Structures.Fermetures;

/// <summary>Body of a closing.</summary>
public sealed record DemandeFermeture : IChamps
{
    private static readonly Dictionary<string, TypeFermeture> Types = new() { ["DEF"] = TypeFermeture.Definitive, ["PRO"] = TypeFermeture.Provisoire };

    public CodeNos? Type { get; init; }

    public DateOnly? DateFermeture { get; init; }

    public DateOnly? DateReouverture { get; init; }

    public string? Successeur { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Code("type", "Type de fermeture", "J185", f => f.Type, (f, v) => f with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            AdmetSansContexte = [.. Types.Keys],
            RegleAdmission = "H6",
            Aide = "DEF (définitive) ou PRO (temporaire) ; PRE se déduit d'une date à venir.",
        },
        Date("dateFermeture", "Date de fermeture", f => f.DateFermeture, (f, v) => f with { DateFermeture = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            Aide = "Une date à venir planifie la fermeture : elle a lieu ce jour-là.",
        },
        Date("dateReouverture", "Date prévisionnelle de réouverture", f => f.DateReouverture, (f, v) => f with { DateReouverture = v }) with
        {
            Aide = "Pour une fermeture temporaire ; rien ne rouvre tout seul.",
        },
        Texte("successeur", "Offre qui remplace celle-ci", f => f.Successeur, (f, v) => f with { Successeur = v }) with
        {
            LongueurMax = 20,
            Motif = new(IdentifiantRegional.Motif, FermetureErreurs.SuccesseurInvalide),
            Aide = "identifiantOffre d'une offre publiée et ouverte ; pour une offre seulement.",
        },
    ];

    /// <summary>Null while something is missing.</summary>
    internal Fermeture? Lue => Type is not null && Types.TryGetValue(Type.Code, out var type) && DateFermeture is { } date ? new(type, date, DateReouverture) { Successeur = IdentifiantRegional.Lire(Successeur)?.Valeur } : null;
}
