using Ror.Domain.Commun;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>Where each column of an extract of activities is. Immutable: one serves any number of threads.</summary>
internal sealed class EnteteRpps
{
    public const char Separateur = '|';

    // The know-how of a person is also an extract of its own, and may leave this one.
    private static readonly ColonneRpps[] Facultatives =
        [ColonneRpps.TypeSavoirFaire, ColonneRpps.LibelleTypeSavoirFaire, ColonneRpps.SavoirFaire, ColonneRpps.LibelleSavoirFaire];

    // The last four columns came in 2022.
    private static readonly ColonneRpps[] De2022 = [ColonneRpps.Role, ColonneRpps.LibelleRole, ColonneRpps.GenreActivite, ColonneRpps.LibelleGenreActivite];

    private readonly int[] _places;

    private EnteteRpps(int[] places, int cellules) => (_places, Cellules) = (places, cellules);

    /// <summary>Cells of a line, without the empty one that a trailing separator makes.</summary>
    public int Cellules { get; }

    /// <exception cref="FichierRefuseException">A column is missing or there twice, or the file is another one.</exception>
    public static EnteteRpps Lire(string ligne)
    {
        var noms = ligne.TrimEnd().TrimEnd(Separateur).Split(Separateur);
        var places = new int[NomsColonnesRpps.Noms.Count];
        Array.Fill(places, -1);
        for (var i = 0; i < noms.Length; i++)
        {
            if (NomsColonnesRpps.Trouver(noms[i]) is { } colonne)
            {
                places[(int)colonne] = places[(int)colonne] < 0 ? i : throw new FichierRefuseException($"La colonne « {noms[i].Trim()} » y est deux fois.", "1");
            }
        }

        List<ColonneRpps> manquantes = [.. Enum.GetValues<ColonneRpps>().Where(c => places[(int)c] < 0).Except(Facultatives)];
        return manquantes.Count == 0 ? new(places, noms.Length) : throw new FichierRefuseException(Raison(noms, manquantes), "1");
    }

    /// <summary>Index of the cell; -1 when the file does not have the column.</summary>
    public int Place(ColonneRpps colonne) => _places[(int)colonne];

    /// <summary>The RPPS that a raw line speaks of, without reading the rest of it; whatever stands there, empty when nothing does.</summary>
    public ReadOnlySpan<char> Rpps(ReadOnlySpan<char> ligne)
    {
        var rpps = Cellule(ligne, Place(ColonneRpps.Identifiant));
        return rpps.IsEmpty && Cellule(ligne, Place(ColonneRpps.IdentificationNationale)) is [_, .. var numero] ? numero : rpps;
    }

    private static ReadOnlySpan<char> Cellule(ReadOnlySpan<char> ligne, int place)
    {
        for (; place > 0; place--)
        {
            var fin = ligne.IndexOf(Separateur);
            ligne = fin < 0 ? [] : ligne[(fin + 1)..];
        }

        return (ligne.IndexOf(Separateur) is >= 0 and var longueur ? ligne[..longueur] : ligne).Trim();
    }

    private static string Raison(string[] noms, List<ColonneRpps> manquantes)
    {
        var plies = noms.Select(Texte.Plier).ToHashSet();
        return plies.Contains("code diplome obtenu") ? "C'est l'extrait des diplômes et autorisations d'exercice (Dipl_AutExerc) ; il faut celui des activités (Personne_activite)."
            : EstSavoirFaire(noms, manquantes) ? "C'est l'extrait des savoir-faire (SavoirFaire) ; il faut celui des activités (Personne_activite)."
            : manquantes.SequenceEqual(De2022) ? $"C'est un extrait d'avant 2022, qui n'est plus lu : il y manque {Enumerer(manquantes)}."
            : manquantes.Count > NomsColonnesRpps.Noms.Count - Facultatives.Length - 2 ? "Ce n'est pas l'extrait des activités du RPPS (Personne_activite) : sa première ligne ne nomme pas ses colonnes."
            : $"Colonnes manquantes : {Enumerer(manquantes)}.";
    }

    private static bool EstSavoirFaire(string[] noms, List<ColonneRpps> manquantes) =>
        noms.Length < NomsColonnesRpps.Noms.Count / 2 && manquantes.Contains(ColonneRpps.ModeExercice) && noms.Any(n => NomsColonnesRpps.Trouver(n) == ColonneRpps.SavoirFaire);

    private static string Enumerer(IEnumerable<ColonneRpps> colonnes) => string.Join(", ", colonnes.Select(c => $"« {NomsColonnesRpps.Nom(c)} »"));
}
