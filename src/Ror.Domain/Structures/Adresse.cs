using Ror.Domain.Territoires;

namespace Ror.Domain.Structures;

/// <summary>Postal address of a structure; the commune places it in a département and a region.</summary>
public sealed record Adresse(CodeCommune Commune, string Localite, string? CodePostal = null, string? Voie = null);
