using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>An object whose published form has changed.</summary>
public readonly record struct ObjetChange(TypeNoeud Type, Guid Id, string Identifiant);

/// <summary>
/// Told what has changed in what is published: by an act of this node before its caller is answered, by another node within a quarter of a second.
/// </summary>
public interface ISuiviPublication
{
    void Changes(IEnumerable<ObjetChange> objets);

    /// <summary>Too much to be told one by one.</summary>
    void ToutAChange();
}
