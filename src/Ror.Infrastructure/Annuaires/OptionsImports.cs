using Microsoft.Extensions.Configuration;
using Ror.Infrastructure.Persistence;

namespace Ror.Infrastructure.Annuaires;

/// <summary>Section <c>Imports</c> of the configuration.</summary>
public sealed class OptionsImports
{
    private const int Tout = 100;

    /// <summary>So few are no wave, unless they are most of what there is.</summary>
    private const int Tolerees = 20;

    /// <summary>Percents of the known situations; when more are gone from an extract, none is ended.</summary>
    public int DisparitionsMax { get; set; } = 5;

    /// <param name="connues">Situations, or établissements, known before the import.</param>
    public long Limite(long connues) => Math.Max(Math.Min(Tolerees, (connues + 1) / 2), connues * DisparitionsMax / Tout);

    public static OptionsImports? Lire(IConfiguration configuration, ICollection<string> fautes)
    {
        var options = configuration.Lire<OptionsImports>("Imports", fautes);
        if (options?.DisparitionsMax is < 0 or > Tout)
        {
            fautes.Add($"Imports:DisparitionsMax : de 0 à {Tout} pour cent.");
        }

        return options;
    }
}
