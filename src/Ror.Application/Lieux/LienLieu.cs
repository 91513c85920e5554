using Ror.Domain.Identifiants;

namespace Ror.Application.Lieux;

/// <summary>
/// An offer at a lieu, on a light row kept with the offer: which offers are delivered at a lieu is asked without reading what they contain.
/// </summary>
/// <param name="Saisi">In the draft or working copy.</param>
/// <param name="Publie">In what the world reads.</param>
public sealed record LienLieu(Guid OffreId, IdentifiantRegional Lieu, bool Saisi, bool Publie);
