namespace Ror.TestKit;

/// <summary>The working copy that the tests were built from.</summary>
public static class Depot
{
    public static string Racine { get; } = Chercher(AppContext.BaseDirectory);

    public static string Chemin(string relatif) => Path.Combine(Racine, relatif);

    /// <summary>Compares a generated document with its committed copy, or rewrites the copy when the variable is 1.</summary>
    /// <returns>Null when they are the same; else where they part.</returns>
    public static string? Comparer(string relatif, string genere, string variable)
    {
        var chemin = Chemin(relatif);
        if (Environment.GetEnvironmentVariable(variable) == "1")
        {
            File.WriteAllText(chemin, genere);
        }

        var garde = File.ReadAllText(chemin);
        if (garde == genere)
        {
            return null;
        }

        var (avant, apres) = (garde.Split('\n'), genere.Split('\n'));
        var ligne = avant.Zip(apres).TakeWhile(l => l.First == l.Second).Count();
        return $"{relatif} n'est plus à jour (ligne {ligne + 1}) ; relancez avec {variable}=1 et relisez la différence.\n"
            + $"- {avant.ElementAtOrDefault(ligne)}\n+ {apres.ElementAtOrDefault(ligne)}";
    }

    private static string Chercher(string dossier) =>
        File.Exists(Path.Combine(dossier, "Ror.Api.sln")) ? dossier : Chercher(Path.GetDirectoryName(dossier) ?? throw new InvalidOperationException("Ror.Api.sln introuvable."));
}
