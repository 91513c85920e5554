using System.Globalization;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres.Ouverture;

/// <summary>What is open on a local day: the typical week, unless an exception holds.</summary>
/// <param name="type">Kind asked about (J41); null for any that opens the door.</param>
/// <param name="fermeeDes">First day of the closing that is planned; nothing reopens by itself.</param>
internal sealed class JoursOuverts(Horaires horaires, string? type, DateOnly? fermeeDes)
{
    private readonly (DateOnly Debut, DateOnly Fin, IReadOnlyList<PlageHoraire> Plages)[] _exceptions =
        [.. (horaires.Exceptions ?? []).Where(e => e is { DateDebut: not null, DateFin: not null }).Select(e => (e.DateDebut!.Value, e.DateFin!.Value, e.EnPlages()))];

    /// <summary>Days on which the pattern of a week may become another.</summary>
    public IEnumerable<DateOnly> Bornes => horaires.SemaineType.SelectMany(p => Bornees(p.DateDebut, p.DateFin)).Concat(_exceptions.SelectMany(e => Bornees(e.Debut, e.Fin)))
        .Concat(Bornees(fermeeDes, null)).Distinct().Order();

    /// <summary>Minutes of the day, in order, apart from each other.</summary>
    public IEnumerable<(int Debut, int Fin)> Le(DateOnly jour)
    {
        if (jour >= fermeeDes)
        {
            return [];
        }

        var plages = (_exceptions.FirstOrDefault(e => e.Debut <= jour && jour <= e.Fin).Plages ?? horaires.SemaineType).Where(p => p.Vaut(jour)).ToList();
        var fermees = Reunir(plages.Where(p => p.Type?.Code == TypesOuverts.Fermeture));
        return Reunir(plages.Where(p => p.Type is { } t && TypesOuverts.Ouvre(t.Code, type))).SelectMany(ouverte => Oter(ouverte, fermees));
    }

    private static List<(int Debut, int Fin)> Reunir(IEnumerable<PlageHoraire> plages)
    {
        var reunies = new List<(int Debut, int Fin)>();
        foreach (var (debut, fin) in plages.Select(p => (Minutes(p.Debut!), Minutes(p.Fin!))).Order())
        {
            if (reunies is [.., var derniere] && debut <= derniere.Fin)
            {
                reunies[^1] = (derniere.Debut, Math.Max(derniere.Fin, fin));
            }
            else
            {
                reunies.Add((debut, fin));
            }
        }

        return reunies;
    }

    private static IEnumerable<(int Debut, int Fin)> Oter((int Debut, int Fin) ouverte, List<(int Debut, int Fin)> fermees)
    {
        var debut = ouverte.Debut;
        foreach (var fermee in fermees.Where(f => f.Fin > ouverte.Debut && f.Debut < ouverte.Fin))
        {
            if (fermee.Debut > debut)
            {
                yield return (debut, fermee.Debut);
            }

            debut = fermee.Fin;
        }

        if (debut < ouverte.Fin)
        {
            yield return (debut, ouverte.Fin);
        }
    }

    private static IEnumerable<DateOnly> Bornees(DateOnly? debut, DateOnly? fin) => new[] { debut, fin?.AddDays(1) }.OfType<DateOnly>();

    // "HH:mm"; 24:00 is 1440.
    private static int Minutes(string heure) => (int.Parse(heure.AsSpan(0, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(heure.AsSpan(3), CultureInfo.InvariantCulture);
}
