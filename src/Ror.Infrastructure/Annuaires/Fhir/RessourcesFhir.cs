using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ror.Infrastructure.Annuaires.Fhir;

// The little of FHIR R4 that is read, under FHIR's own names; everything else is ignored. Lists may hold nulls: FHIR writes them beside extended primitives.

internal sealed record Paquet(string? ResourceType, string? Type, IReadOnlyList<LienPaquet?>? Link, IReadOnlyList<EntreePaquet?>? Entry);

internal sealed record LienPaquet(string? Relation, string? Url);

internal sealed record EntreePaquet(JsonElement Resource);

internal sealed record Meta(string? LastUpdated, IReadOnlyList<Coding?>? Tag);

internal sealed record Coding(string? System, string? Code);

internal sealed record Concept(IReadOnlyList<Coding?>? Coding);

internal sealed record Identifiant(Concept? Type, string? Value);

internal sealed record Periode(string? Start, string? End);

internal sealed record Renvoi(string? Reference);

internal sealed record ExtensionFhir(
    string? Url, string? ValueString, string? ValueCode, bool? ValueBoolean, Coding? ValueCoding, Concept? ValueCodeableConcept, Periode? ValuePeriod);

internal sealed record Coordonnee(string? System, string? Value, IReadOnlyList<ExtensionFhir?>? Extension);

internal sealed record NomHumain(string? Use, string? Family, IReadOnlyList<string?>? Given, IReadOnlyList<string?>? Prefix, IReadOnlyList<string?>? Suffix);

internal sealed record Ligne(IReadOnlyList<ExtensionFhir?>? Extension);

internal sealed record AdresseFhir(
    IReadOnlyList<string?>? Line, [property: JsonPropertyName("_line")] IReadOnlyList<Ligne?>? Lignes, string? City, string? PostalCode, IReadOnlyList<ExtensionFhir?>? Extension);

internal sealed record Qualification(Concept? Code, Periode? Period);

internal abstract record Ressource
{
    public string? Id { get; init; }

    public Meta? Meta { get; init; }

    public bool? Active { get; init; }

    public IReadOnlyList<ExtensionFhir?>? Extension { get; init; }

    /// <summary>A server says so of what it did not send whole.</summary>
    public bool EstPartielle => (Meta?.Tag).Presents().Any(t => t.Code == "SUBSETTED");
}

internal sealed record Practitioner : Ressource
{
    public IReadOnlyList<Identifiant?>? Identifier { get; init; }

    public IReadOnlyList<NomHumain?>? Name { get; init; }

    public IReadOnlyList<Qualification?>? Qualification { get; init; }
}

internal sealed record PractitionerRole : Ressource
{
    public Renvoi? Practitioner { get; init; }

    public Renvoi? Organization { get; init; }

    public Periode? Period { get; init; }

    public IReadOnlyList<Concept?>? Code { get; init; }
}

internal sealed record Organization : Ressource
{
    public IReadOnlyList<Identifiant?>? Identifier { get; init; }

    public IReadOnlyList<Concept?>? Type { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<string?>? Alias { get; init; }

    public IReadOnlyList<Coordonnee?>? Telecom { get; init; }

    public IReadOnlyList<AdresseFhir?>? Address { get; init; }

    public Renvoi? PartOf { get; init; }
}
