namespace Ror.Domain.Commun;

/// <summary>Reads the semicolon tables that lie beside the rules they belong to, embedded in this assembly.</summary>
internal static class TableCsv
{
    public static IEnumerable<string[]> Lire(string nom)
    {
        using var lecteur = new StreamReader(Ouvrir(nom));
        _ = lecteur.ReadLine();
        while (lecteur.ReadLine() is { } ligne)
        {
            yield return ligne.Split(';');
        }
    }

    /// <summary>The file as it is, for a table too long to be cut into texts.</summary>
    public static byte[] LireOctets(string nom)
    {
        using var flux = Ouvrir(nom);
        var octets = new byte[flux.Length];
        flux.ReadExactly(octets);
        return octets;
    }

    private static Stream Ouvrir(string nom) =>
        typeof(TableCsv).Assembly.GetManifestResourceStream(nom) ?? throw new InvalidOperationException($"Table absente : {nom}");
}
