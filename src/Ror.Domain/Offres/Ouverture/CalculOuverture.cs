using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Offres.Ouverture;

/// <summary>
/// "Open at?" and "next opening", exact across changes of the clock: a row is open at the UTC instants whose local time falls in it, so that the hour
/// that spring skips is not there, and the one that autumn repeats is open twice.
/// </summary>
/// <param name="horaires">Null when none are known: never open.</param>
/// <param name="type">Kind asked about (J41); null for any that opens the door.</param>
/// <param name="fermeeDes">First local day of the closing that is planned, if any.</param>
public sealed class CalculOuverture(Horaires? horaires, TimeZoneInfo fuseau, string? type = null, DateOnly? fermeeDes = null)
{
    // Between two bounds every week is alike: what has not come in two of them, of which a change of the clock may hide one day, never does.
    private const int Horizon = 15;

    private readonly JoursOuverts _jours = new(horaires ?? new(), type, fermeeDes);

    /// <param name="instant">UTC.</param>
    public EtatOuverture A(DateTime instant)
    {
        var ouverte = Ouvertures(instant, instant.AddTicks(1)).Any();
        var jusqua = ouverte ? Bascule(instant, versOuvert: false) : null;
        return new(ouverte, jusqua, ouverte && jusqua is null ? null : Bascule(jusqua ?? instant, versOuvert: true));
    }

    // The first instant after that one at which it is no longer as it was; day by day, from bound to bound.
    private DateTime? Bascule(DateTime depuis, bool versOuvert)
    {
        var bornes = new Queue<DateTime>(_jours.Bornes.Select(b => Fuseaux.Debut(fuseau, b)).Where(b => b > depuis));
        var (position, limite) = (depuis, depuis.AddDays(Horizon));
        while (true)
        {
            for (; position < limite; position = position.AddDays(1))
            {
                if (Premier(position, position.AddDays(1), versOuvert) is { } trouve)
                {
                    return trouve;
                }

                while (bornes.TryPeek(out var atteinte) && atteinte <= position.AddDays(1))
                {
                    limite = bornes.Dequeue().AddDays(Horizon);
                }
            }

            if (!bornes.TryDequeue(out var borne))
            {
                return null;
            }

            (position, limite) = (borne, borne.AddDays(Horizon));
        }
    }

    private DateTime? Premier(DateTime de, DateTime a, bool versOuvert)
    {
        var position = de;
        foreach (var (debut, fin) in Ouvertures(de, a))
        {
            if (versOuvert || debut > position)
            {
                return versOuvert ? debut : position;
            }

            position = fin;
        }

        return versOuvert || position == a ? null : position;
    }

    private IEnumerable<(DateTime Debut, DateTime Fin)> Ouvertures(DateTime de, DateTime a) =>
        from troncon in HeureLocale.Troncons(fuseau, de, a)
        let premier = DateOnly.FromDateTime(troncon.De + troncon.Ecart)
        let dernier = DateOnly.FromDateTime(troncon.A + troncon.Ecart - TimeSpan.FromTicks(1))
        from jour in Enumerable.Range(0, dernier.DayNumber - premier.DayNumber + 1).Select(premier.AddDays)
        from plage in _jours.Le(jour)
        let minuit = DateTime.SpecifyKind(jour.ToDateTime(TimeOnly.MinValue) - troncon.Ecart, DateTimeKind.Utc)
        let debut = Max(troncon.De, minuit.AddMinutes(plage.Debut))
        let fin = Min(troncon.A, minuit.AddMinutes(plage.Fin))
        where debut < fin
        select (debut, fin);

    private static DateTime Max(DateTime un, DateTime autre) => un > autre ? un : autre;

    private static DateTime Min(DateTime un, DateTime autre) => un < autre ? un : autre;
}
