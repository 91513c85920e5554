using Ror.Domain.Lieux;

namespace Ror.Application.Lieux.Capacites;

/// <summary>Figures of several lieux, added by key.</summary>
/// <param name="Lieux">That have a figure.</param>
/// <param name="Perimes">Of these, those of which a figure is stale.</param>
public sealed record TotauxCapacites(int Lieux, int Perimes, IReadOnlyList<TotalCapacite> Totaux);

/// <summary>One figure over several lieux.</summary>
/// <param name="Indicateur">With the sum, and the instant of the oldest measure.</param>
/// <param name="Lieux">That have it.</param>
/// <param name="Perimes">Of these, those whose measure is stale.</param>
public sealed record TotalCapacite(string Cle, IndicateurCapacite Indicateur, int Lieux, int Perimes);

/// <summary>Adds figures lieu by lieu, whatever their number.</summary>
internal sealed class SommeCapacites(LectureCapacites lecture)
{
    private readonly Dictionary<string, TotalCapacite> _totaux = [];
    private int _lieux;
    private int _perimes;

    public void Ajouter(IEnumerable<IndicateurCapacite> indicateurs)
    {
        var (vus, perime) = (0, false);
        foreach (var indicateur in indicateurs)
        {
            var (cle, perimee) = (indicateur.Cle(), lecture.EstPerimee(indicateur));
            (vus, perime) = (vus + 1, perime || perimee);
            _totaux[cle] = _totaux.TryGetValue(cle, out var total)
                ? new(cle, Somme(total.Indicateur, indicateur), total.Lieux + 1, total.Perimes + (perimee ? 1 : 0))
                : new(cle, indicateur with { Source = null }, 1, perimee ? 1 : 0);
        }

        (_lieux, _perimes) = (_lieux + (vus > 0 ? 1 : 0), _perimes + (perime ? 1 : 0));
    }

    public TotauxCapacites Totaux() => new(_lieux, _perimes, [.. _totaux.Values.OrderBy(t => t.Cle, StringComparer.Ordinal)]);

    private static IndicateurCapacite Somme(IndicateurCapacite total, IndicateurCapacite indicateur) => total with
    {
        Nombre = total.Nombre + indicateur.Nombre,
        DateMaj = string.CompareOrdinal(indicateur.DateMaj, total.DateMaj) < 0 ? indicateur.DateMaj : total.DateMaj,
    };
}
