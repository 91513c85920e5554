using Ror.Domain.Lieux;

namespace Ror.Application.Lieux.Capacites;

/// <summary>Keeps what figures were, by the thousand, in the open act.</summary>
public interface IHistoriqueCapacites
{
    Task AjouterAsync(IReadOnlyCollection<MesureCapacite> mesures, CancellationToken ct);
}
