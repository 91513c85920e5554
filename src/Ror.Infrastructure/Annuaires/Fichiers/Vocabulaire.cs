namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <summary>A few hundred values that come back in millions of lines, each made once. Not for several threads.</summary>
internal sealed class Vocabulaire<T>(Func<string, T> faire)
{
    // A file where everything differs must not fill the memory.
    private const int Max = 10_000;

    private readonly Dictionary<string, T> _connus = new(StringComparer.Ordinal);

    public T this[ReadOnlySpan<char> texte]
    {
        get
        {
            if (_connus.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(texte, out var connu))
            {
                return connu;
            }

            var nouveau = texte.ToString();
            var valeur = faire(nouveau);
            return _connus.Count < Max ? _connus[nouveau] = valeur : valeur;
        }
    }
}
