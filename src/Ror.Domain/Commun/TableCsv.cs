namespace Ror.Domain.Commun;

/// <summary>Reads the semicolon tables that lie beside the rules they belong to, embedded in this assembly.</summary>
internal static class TableCsv
{
    public static IEnumerable<string[]> Lire(string nom)
    {
        using var flux = typeof(TableCsv).Assembly.GetManifestResourceStream(nom) ?? throw new InvalidOperationException($"Table absente : {nom}");
        using var lecteur = new StreamReader(flux);
        _ = lecteur.ReadLine();
        while (lecteur.ReadLine() is { } ligne)
        {
            yield return ligne.Split(';');
        }
    }
}
