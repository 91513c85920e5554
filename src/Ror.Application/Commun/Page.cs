namespace Ror.Application.Commun;

/// <summary>Where a page starts and how long it is; lists are ordered by id and nothing else.</summary>
/// <param name="Apres">Id of the last element of the previous page.</param>
public sealed record Page(int Limite, Guid? Apres, bool AvecTotal);

/// <param name="Suivant">Id after which the next page starts; null on the last page.</param>
public sealed record Tranche<T>(IReadOnlyList<T> Elements, Guid? Suivant, int? Total)
{
    /// <summary>Cuts a list that was read with one element more than the page.</summary>
    public static Tranche<T> De(IReadOnlyList<T> lus, Page page, Func<T, Guid> id, int? total) =>
        lus.Count > page.Limite ? new([.. lus.Take(page.Limite)], id(lus[page.Limite - 1]), total) : new(lus, null, total);
}
