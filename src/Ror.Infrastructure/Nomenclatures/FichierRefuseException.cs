namespace Ror.Infrastructure.Nomenclatures;

/// <summary>A file that holds no list, or one that is broken or hostile.</summary>
/// <param name="place">Line and column, JSON Pointer, or entry of the archive; null when the whole file is at fault.</param>
internal sealed class FichierRefuseException(string faute, string? place = null) : Exception(faute)
{
    public string? Place { get; } = place;
}
