using System.Collections;
using System.Runtime.CompilerServices;

namespace Ror.Domain.Commun;

/// <summary>An immutable list compared by its elements, so that two section records with the same content are equal.</summary>
[CollectionBuilder(typeof(Liste), nameof(Liste.Creer))]
public sealed class Liste<T> : IReadOnlyList<T>, ICompte, IEquatable<Liste<T>>
{
    public static readonly Liste<T> Vide = new([]);

    private readonly T[] _elements;

    internal Liste(T[] elements) => _elements = elements;

    public int Count => _elements.Length;

    public T this[int index] => _elements[index];

    public bool Equals(Liste<T>? other) => other is not null && _elements.AsSpan().SequenceEqual(other._elements);

    public override bool Equals(object? obj) => Equals(obj as Liste<T>);

    public override int GetHashCode() => _elements.Aggregate(_elements.Length, HashCode.Combine);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_elements).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", _elements)}]";
}

/// <summary>The size of a list, whatever its elements.</summary>
public interface ICompte
{
    int Count { get; }
}

public static class Liste
{
    public static Liste<T> Creer<T>(ReadOnlySpan<T> elements) => new(elements.ToArray());

    public static Liste<T> EnListe<T>(this IEnumerable<T> elements) => new([.. elements]);
}
