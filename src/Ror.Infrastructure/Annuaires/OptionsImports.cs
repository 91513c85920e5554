namespace Ror.Infrastructure.Annuaires;

/// <summary>Configuration <c>Imports</c>.</summary>
/// <param name="DisparitionsMax">Percents of the known situations; when more are gone from a file, none is ended.</param>
public sealed record OptionsImports(int DisparitionsMax = OptionsImports.DisparitionsParDefaut)
{
    public const int DisparitionsParDefaut = 5;

    /// <summary>So few are never a wave.</summary>
    public const int DisparitionsTolerees = 20;

    /// <param name="connues">Situations known before the import.</param>
    public long Limite(long connues) => Math.Max(DisparitionsTolerees, connues * DisparitionsMax / 100);
}
