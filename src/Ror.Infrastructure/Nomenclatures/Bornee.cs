using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Ror.Infrastructure.Nomenclatures;

/// <summary>
/// Elements of a file, of which there are not more than any list has: sixty megabytes of empty objects would be gigabytes of memory. Their number is counted
/// over the whole file, however deep they are.
/// </summary>
internal sealed class Bornee<T> : Collection<T>
{
    protected override void InsertItem(int index, T item)
    {
        Bornes.Compter(item);
        base.InsertItem(index, item);
    }
}

/// <summary>How many elements the file that is being read has given so far.</summary>
internal static class Bornes
{
    /// <summary>The largest TRE of the NOS has 39 700 codes with five properties each.</summary>
    private const int ElementsMax = 300_000;

    private static readonly AsyncLocal<StrongBox<int>?> Nombre = new();

    public static void Commencer() => Nombre.Value = new();

    /// <exception cref="FichierRefuseException">It is null, or one too many.</exception>
    public static void Compter<T>(T element)
    {
        if (element is null)
        {
            throw new FichierRefuseException("Un élément est « null ».");
        }

        Compter();
    }

    public static void Compter()
    {
        if (Nombre.Value is { } nombre && ++nombre.Value > ElementsMax)
        {
            throw new FichierRefuseException($"Plus de {ElementsMax} éléments.");
        }
    }
}
