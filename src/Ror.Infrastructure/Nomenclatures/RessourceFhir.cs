using System.Globalization;
using Ror.Domain.Nomenclatures;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>What is read of a CodeSystem, a ValueSet or a ConceptMap; members that are not here are passed over.</summary>
internal sealed record RessourceFhir
{
    public string? ResourceType { get; init; }

    public string? Id { get; init; }

    public string? Url { get; init; }

    public Bornee<IdentifiantFhir> Identifier { get; init; } = [];

    public string? Version { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Status { get; init; }

    public Bornee<ExtensionFhir> Extension { get; init; } = [];

    /// <summary>Of a CodeSystem.</summary>
    public CodesFhir Concept { get; init; } = [];

    public ComposeFhir? Compose { get; init; }

    public Bornee<GroupeFhir> Group { get; init; } = [];
}

internal sealed record IdentifiantFhir(string? Value);

internal sealed record PeriodeFhir(string? Start, string? End);

internal sealed record ExtensionFhir(string? Url, PeriodeFhir? ValuePeriod);

internal sealed record ProprieteFhir(string? Code, string? ValueDateTime, string? ValueCode, string? ValueString, bool? ValueBoolean, int? ValueInteger)
{
    public string? Valeur => ValueDateTime ?? ValueCode ?? ValueString ?? (ValueBoolean is { } b ? (b ? "true" : "false") : ValueInteger?.ToString(CultureInfo.InvariantCulture));
}

internal sealed record ConceptFhir
{
    public string? Code { get; init; }

    public string? Display { get; init; }

    public Bornee<ProprieteFhir>? Property { get; init; }

    /// <summary>Below it, in a hierarchical TRE.</summary>
    public Bornee<ConceptFhir>? Concept { get; init; }
}

internal sealed record FiltreFhir(string? Property, string? Op, string? Value);

internal sealed record IncludeFhir
{
    public string? System { get; init; }

    public Bornee<ConceptFhir> Concept { get; init; } = [];

    public Bornee<FiltreFhir> Filter { get; init; } = [];

    public Bornee<string> ValueSet { get; init; } = [];
}

internal sealed record ComposeFhir
{
    public Bornee<IncludeFhir> Include { get; init; } = [];

    public Bornee<IncludeFhir> Exclude { get; init; } = [];
}

internal sealed record CibleFhir(string? Code);

internal sealed record ElementFhir
{
    public string? Code { get; init; }

    public Bornee<CibleFhir> Target { get; init; } = [];
}

internal sealed record GroupeFhir
{
    public string? Source { get; init; }

    public string? Target { get; init; }

    public Bornee<ElementFhir> Element { get; init; } = [];
}

/// <summary>From a resource, whether it came as JSON or as XML, to the list that it is.</summary>
internal static class ListesFhir
{
    private const string PeriodeDeValidite = "http://hl7.org/fhir/StructureDefinition/resource-effectivePeriod";

    public static ListeNos Lire(RessourceFhir ressource)
    {
        var nom = NomsNos.Officiel(ressource.Name) ?? NomsNos.Officiel(ressource.Id) ?? NomsNos.DeUrl(ressource.Url)
            ?? throw new FichierRefuseException("Ni « name », ni « id », ni « url » n'est celui d'une liste des NOS (TRE, JDV, ASS).", "/name");
        var genre = ressource.ResourceType switch
        {
            "CodeSystem" => GenreListe.Terminologie,
            "ValueSet" => GenreListe.JeuDeValeurs,
            "ConceptMap" => GenreListe.Association,
            _ => throw new FichierRefuseException($"« {ressource.ResourceType} » n'est ni CodeSystem, ni ValueSet, ni ConceptMap.", "/resourceType"),
        };
        if (NomsNos.Genre(nom) != genre)
        {
            throw new FichierRefuseException($"{nom} ne peut pas être un {ressource.ResourceType}.", "/resourceType");
        }

        var (codes, filtres) = genre == GenreListe.JeuDeValeurs ? Contenu(ressource) : (ressource.Concept.Codes, []);
        return new(
            genre,
            nom,
            ressource.Url,
            ressource.Identifier.Select(i => i.Value).FirstOrDefault(v => v?.StartsWith("urn:oid:", StringComparison.Ordinal) is true)?["urn:oid:".Length..],
            ressource.Version ?? throw new FichierRefuseException($"{nom} n'a pas de version.", "/version"),
            ressource.Title ?? ressource.Description ?? nom,
            DateNos.Lire(ressource.Extension.FirstOrDefault(e => e.Url == PeriodeDeValidite)?.ValuePeriod?.End, "/extension"),
            ressource.Status == "retired",
            codes,
            filtres,
            genre == GenreListe.Association ? Paires(ressource) : []);
    }

    private static (List<CodeLuNos> Codes, List<FiltreNos> Filtres) Contenu(RessourceFhir ressource)
    {
        if (ressource.Compose is not { } compose)
        {
            // Published expansions are cut at a thousand codes and bear other labels.
            throw new FichierRefuseException("Ce jeu de valeurs n'a pas de « compose » : une expansion ne s'importe pas.", "/compose");
        }

        if (compose.Exclude.Count > 0 || compose.Include.Any(i => i.ValueSet.Count > 0))
        {
            throw new FichierRefuseException("« exclude » et « include.valueSet » ne sont pas dans les NOS, et ne sont pas lus.", "/compose");
        }

        var (codes, filtres) = (new List<CodeLuNos>(), new List<FiltreNos>());
        for (var i = 0; i < compose.Include.Count; i++)
        {
            var (include, place) = (compose.Include[i], $"/compose/include/{i}");
            var systeme = include.System ?? throw new FichierRefuseException("Un « include » n'a pas de « system ».", place);
            codes.AddRange(include.Concept.Select((c, rang) => Code(c, systeme, $"{place}/concept/{rang}")));
            if (include.Filter.FirstOrDefault(f => f.Op != "=" || f.Property is null || f.Value is null) is { } inconnu)
            {
                throw new FichierRefuseException($"Filtre « {inconnu.Property} {inconnu.Op} {inconnu.Value} » : seul « = » est lu.", place);
            }

            if (include.Concept.Count == 0)
            {
                filtres.Add(new(systeme, include.Filter.GroupBy(f => f.Property!).ToDictionary(g => g.Key, g => g.First().Value!)));
            }
        }

        return (codes, filtres);
    }

    private static List<PaireNos> Paires(RessourceFhir ressource) =>
    [
        .. from groupe in ressource.Group.Select((g, i) => (Groupe: g, Place: $"/group/{i}"))
           from element in groupe.Groupe.Element
           from cible in element.Target
           select new PaireNos(
               Requis(element.Code, "un code source", groupe.Place), Requis(groupe.Groupe.Source, "« source »", groupe.Place),
               Requis(cible.Code, "un code cible", groupe.Place), Requis(groupe.Groupe.Target, "« target »", groupe.Place)),
    ];

    public static CodeLuNos Code(ConceptFhir concept, string systeme, string place) =>
        new(Requis(concept.Code, "le code", place), Requis(concept.Display, $"le libellé du code « {concept.Code} »", place), systeme, null, null, EntreeNomenclature.SansPropriete);

    private static string Requis(string? valeur, string quoi, string place) =>
        string.IsNullOrWhiteSpace(valeur) ? throw new FichierRefuseException($"Il manque {quoi}.", place) : valeur.Trim();
}

/// <summary>Dates of the NOS: fourteen digits, ISO, ISO with an offset that is <c>+01:00</c> all year round; the day is what counts.</summary>
internal static class DateNos
{
    /// <summary>An ISO date as the fourteen digits that versions are; anything else as it is.</summary>
    public static string? Version(string? texte) => DateOnly.TryParseExact(texte?[..Math.Min(texte.Length, 10)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour)
        ? $"{jour:yyyyMMdd}120000" : texte;

    public static DateOnly? Lire(string? texte, string place) => string.IsNullOrWhiteSpace(texte) ? null
        : texte.Trim() is var t && t.Length == 14 && DateOnly.TryParseExact(t[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour
        : t.Length >= 10 && DateOnly.TryParseExact(t[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out jour) ? jour
        : throw new FichierRefuseException($"« {t[..Math.Min(t.Length, 40)]} » n'est pas une date.", place);
}
