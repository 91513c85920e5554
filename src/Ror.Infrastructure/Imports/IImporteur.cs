using Ror.Application.Imports;

namespace Ror.Infrastructure.Imports;

/// <param name="Chemin">A file or a folder.</param>
/// <param name="Nom">What the report calls it.</param>
internal sealed record DemandeImport(Guid ImportId, Guid Execution, string Auteur, bool Simulation, string Chemin, string Nom);

/// <summary>Carries out the imports of one kind.</summary>
internal interface IImporteur
{
    GenreImport Genre { get; }

    /// <summary>Goes on after what an earlier run of the same import has done.</summary>
    /// <exception cref="ImportRetireException">Somebody else carries it out from now on, or wants it to stop.</exception>
    /// <exception cref="Nomenclatures.FichierRefuseException">Nothing of the file can be taken; the report says why.</exception>
    Task ExecuterAsync(DemandeImport demande, Suivi suivi, CancellationToken ct);
}

/// <summary>This run no longer carries the import out: it was cancelled, or another has taken it over.</summary>
internal sealed class ImportRetireException : Exception;
