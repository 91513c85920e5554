using Ror.Domain.Anomalies;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using static Ror.Domain.Champs.Champ<Ror.Application.Anomalies.DeclarationAnomalie>;

namespace Ror.Application.Anomalies;

/// <summary>What an anomaly is about, as a declarer names it.</summary>
public sealed record ObjetVise : IChamps
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Champ<ObjetVise>.Texte("type", "Type de l'objet", o => o.Type, (o, v) => o with { Type = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            ValeursAdmises = Enum.GetNames<TypeObjetAnomalie>(),
            Aide = "Une offre, une structure ou un professionnel.",
        },
        Champ<ObjetVise>.Texte("id", "Identifiant de l'objet", o => o.Id, (o, v) => o with { Id = v }) with
        {
            Exigence = Champ.Toujours,
            Obligatoire = "toujours",
            LongueurMax = 36,
            Motif = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", AnomalieErreurs.ObjetInvalide),
            Aide = "UUID de l'objet ; du RPPS d'un professionnel, celui que donne sa fiche.",
        },
    ];

    /// <summary>Null while something is missing or unreadable.</summary>
    internal (TypeObjetAnomalie Type, Guid Id)? Lu => Type is not null && Enum.GetNames<TypeObjetAnomalie>().Contains(Type) && Guid.TryParse(Id, out var id) ? (Enum.Parse<TypeObjetAnomalie>(Type), id) : null;
}

/// <summary>Body of a declaration.</summary>
public sealed record DeclarationAnomalie : IChamps, IRegles
{
    /// <summary>Exactitude.</summary>
    public const string ThemeParDefaut = "06";

    /// <summary>To correct.</summary>
    public const string ActionParDefaut = "COR";

    public ObjetVise? Objet { get; init; }

    public string? Section { get; init; }

    /// <summary>JSON Pointer into the section, or into the fiche.</summary>
    public string? Champ { get; init; }

    /// <summary>J241.</summary>
    public CodeNos? Theme { get; init; }

    /// <summary>J242.</summary>
    public CodeNos? Action { get; init; }

    public ValeurJson? ValeurErronee { get; init; }

    public ValeurJson? ValeurProposee { get; init; }

    public string? Description { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Objet<ObjetVise>("objet", "Objet de l'anomalie", d => d.Objet, (d, v) => d with { Objet = v }) with { Exigence = Domain.Champs.Champ.Toujours, Obligatoire = "toujours", Aide = "Ce dont une donnée est en cause." },
        Texte("section", "Section", d => d.Section, (d, v) => d with { Section = v }) with { LongueurMax = 40, Aide = "Clé d'une section, pour une offre ; absente pour une structure ou un professionnel." },
        Texte("champ", "Champ en cause", d => d.Champ, (d, v) => d with { Champ = v }) with { LongueurMax = Endroit.ChampMax, Aide = "JSON Pointer dans la section, ou dans la fiche ; absent, l'ensemble est en cause." },
        Code("theme", "Thématique", "J241", d => d.Theme, (d, v) => d with { Theme = v }) with { Aide = "Absente : 06, exactitude." },
        Code("action", "Action attendue", "J242", d => d.Action, (d, v) => d with { Action = v }) with { Aide = "Absente : COR, correction." },
        Texte("description", "Description", d => d.Description, (d, v) => d with { Description = v }) with { LongueurMax = 2000, Multiligne = true, Obligatoire = null, Aide = "En clair ; demandée si aucune valeur n'est proposée." },
    ];

    IEnumerable<Erreur> IRegles.Regles()
    {
        if (string.IsNullOrWhiteSpace(Description) && ValeurProposee is null)
        {
            yield return AnomalieErreurs.SansContenu.Sur("/description");
        }

        foreach (var (nom, valeur) in new[] { ("/valeurErronee", ValeurErronee), ("/valeurProposee", ValeurProposee) })
        {
            if (valeur is not null && Champ is null && Section is null)
            {
                yield return AnomalieErreurs.ValeurSansChamp.Sur(nom);
            }

            if (valeur?.Texte.Length > ValeurJson.LongueurMax)
            {
                yield return AnomalieErreurs.ValeurTropLongue.Sur(nom, ValeurJson.LongueurMax);
            }
        }
    }
}
