using Microsoft.EntityFrameworkCore;

namespace Ror.Application.Imports;

public enum EtatImport
{
    EnAttente,
    EnCours,
    Termine,
    Annule,

    /// <summary>It could not be carried to its end; what it had done stays, and is in its report.</summary>
    Echoue,
}

/// <summary>What an import brings.</summary>
public enum GenreImport
{
    Nomenclatures,
    Rpps,
    Finess,
    Conventionnements,
}

/// <summary>
/// A long work on a file: kept in the database with the file itself, so that any node carries it out and that it survives the death of one. Its report
/// is written line by line, in the transaction of what each line tells.
/// </summary>
public sealed class Import
{
    public const int FichierMax = 255;

    public required Guid Id { get; init; }

    public GenreImport Genre { get; init; }

    public EtatImport Etat { get; init; }

    /// <summary>Nothing is changed: the report tells what would be.</summary>
    public required bool Simulation { get; init; }

    public required string Auteur { get; init; }

    public required string Fichier { get; init; }

    /// <summary>Bytes.</summary>
    public required long Taille { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal; empty for a folder.</summary>
    public required string Empreinte { get; init; }

    /// <summary>UTC instant.</summary>
    public required DateTime DeposeLe { get; init; }

    public DateTime? CommenceLe { get; init; }

    public DateTime? TermineLe { get; init; }

    /// <summary>Files read so far of an archive or a folder of lists; lines of a national file.</summary>
    public int Fait { get; init; }

    public int Total { get; init; }

    /// <summary>Of national data: the day that they describe.</summary>
    public DateOnly? DonneesDu { get; init; }

    /// <summary>Batches that are done for good: another run begins after them. Not used for lists.</summary>
    public int LotsFaits { get; init; }

    /// <summary>What these batches did, as JSON.</summary>
    public string? Bilan { get; init; }

    public bool AnnulationDemandee { get; init; }

    /// <summary>How many runs have begun it.</summary>
    public int Essais { get; init; }

    /// <summary>Which run carries it out, and when that run last gave a sign of life: without one, another takes over.</summary>
    public Guid? Execution { get; init; }

    public DateTime? Battement { get; init; }
}

/// <summary>A piece of the file, until the work is done.</summary>
public sealed record MorceauImport(Guid ImportId, int Rang, byte[] Octets)
{
    public const int Taille = 1 << 20;
}

/// <summary>A line of the report, as JSON.</summary>
public sealed record LigneImport(Guid ImportId, int Rang, string Contenu);

public interface IImportsDb
{
    DbSet<Import> Imports { get; }

    DbSet<MorceauImport> MorceauxImport { get; }

    DbSet<LigneImport> LignesImport { get; }

    /// <summary>Sends what is pending, in the open transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}

/// <summary>Wakes whoever carries imports out on this node.</summary>
public interface ISignalImports
{
    void Deposer();
}
