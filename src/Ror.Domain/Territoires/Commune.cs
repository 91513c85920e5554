namespace Ror.Domain.Territoires;

/// <summary>A commune of today, or an arrondissement of Paris, Lyon or Marseille.</summary>
/// <param name="Code">INSEE.</param>
/// <param name="CodesPostaux">Empty for the districts where nobody lives.</param>
/// <param name="Population">Legal municipal population; null where there is none.</param>
/// <param name="ArrondissementDe">Code of its commune, for an arrondissement.</param>
public sealed record Commune(string Code, string Nom, Departement Departement, IReadOnlyList<string> CodesPostaux, int? Population, string? ArrondissementDe);
