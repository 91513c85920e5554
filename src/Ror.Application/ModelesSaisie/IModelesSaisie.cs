using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.ModelesSaisie;

namespace Ror.Application.ModelesSaisie;

/// <summary>Modèles as the database has them at this moment; memory follows.</summary>
public interface IModelesSaisie
{
    Task<IReadOnlyList<ModeleSaisie>> ListerAsync(CancellationToken ct);

    /// <summary>All versions of one modèle.</summary>
    Task<IReadOnlyList<ModeleSaisie>> VersionsAsync(string url, CancellationToken ct);

    Task<ModeleSaisie?> TrouverAsync(Guid id, CancellationToken ct);

    /// <summary>One act on modèles at a time, on all nodes, until the end of the transaction; every node reads them again after it.</summary>
    Task ReserverAsync(CancellationToken ct);

    void Ajouter(ModeleSaisie modele);

    /// <summary>In the place of the one of the same id, whose revision goes up by one.</summary>
    Task RemplacerAsync(ModeleSaisie modele, CancellationToken ct);

    Task SupprimerAsync(ModeleSaisie modele, CancellationToken ct);
}

internal static class VueModeles
{
    /// <summary>What is being written concerns who writes it.</summary>
    public static bool EstVu(this ModeleSaisie modele, IAppelant appelant) => modele.Statut != StatutModele.Projet || appelant.Perimetre.Roles.Contains(Role.Administrateur);
}
