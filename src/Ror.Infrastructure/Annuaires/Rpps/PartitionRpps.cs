using System.Globalization;
using System.Text;
using System.Text.Json;
using Ror.Application.Annuaires;
using Ror.Application.Commun;
using Ror.Domain.Annuaires;
using Ror.Domain.Identifiants;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>All the lines of one person, in the order of the file.</summary>
/// <param name="Entiere">False: one more line of theirs could not be read.</param>
internal sealed record LignesDUnePersonne(long Rpps, List<(int Numero, string Texte)> Lignes, bool Entiere);

/// <summary>
/// An extract, read to its end and laid down on disk so that all the lines of a person are in one piece: the file has no order to count on, and is too large for
/// memory. Gone when disposed.
/// </summary>
internal sealed class PartitionRpps : IDisposable
{
    private const int Morceaux = 64;
    private const int Tampon = 1 << 14;
    private const int LongueurRpps = 11;
    private const int Chiffres = 10;

    // Beyond, nobody looks for whom they meant.
    private const int ClesFaussesMax = 1000;

    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("ror-rpps-");
    private readonly List<long> _personnes = [];
    private readonly HashSet<long> _incompletes = [];
    private int _clesFausses;

    private PartitionRpps()
    {
    }

    public EnteteRpps Entete { get; private set; } = null!;

    /// <summary>Lines below the header.</summary>
    public int Lignes { get; private set; }

    /// <summary>Of the extract; null when its name does not tell.</summary>
    public DateOnly? Du { get; private set; }

    /// <exception cref="FichierRefuseException">The file is no extract of activities, or is cut.</exception>
    public static async Task<PartitionRpps> LireAsync(string chemin, string nom, CancellationToken ct)
    {
        var partition = new PartitionRpps();
        try
        {
            var lus = 0;
            await foreach (var (fichier, flux) in FichiersNationaux.OuvrirAsync(chemin, nom, LecteurRpps.EstExtraitActivites, ct: ct))
            {
                if (++lus > 1)
                {
                    throw new FichierRefuseException("L'archive contient plusieurs extraits d'activités.", fichier);
                }

                partition.Du = LecteurRpps.DateDuFichier(fichier) ?? LecteurRpps.DateDuFichier(nom);
                await partition.RepartirAsync(await LecteurRpps.OuvrirAsync(flux, ct), ct);
            }

            if (partition._personnes.Count == 0)
            {
                throw new FichierRefuseException("Aucune ligne de ce fichier ne nomme un professionnel.");
            }

            partition._personnes.Sort();
            return partition;
        }
        catch
        {
            partition.Dispose();
            throw;
        }
    }

    /// <summary>Lines of which nobody knows whom they told of.</summary>
    public int Anonymes { get; private set; }

    /// <summary>Does the extract tell of that person, or may a line of which the number is wrong?</summary>
    public bool Contient(string rpps) => long.Parse(rpps, CultureInfo.InvariantCulture) is var numero && (_personnes.BinarySearch(numero) >= 0 || _incompletes.Contains(numero));

    /// <summary>Lines that name nobody, with their faults, in the order of the file.</summary>
    public IEnumerable<LigneAnnuaire> Illisibles() => File.ReadLines(Chemin("illisibles")).Select(l => JsonSerializer.Deserialize<LigneAnnuaire>(l, JsonRor.Stockage)!);

    /// <summary>Persons, in an order that is the same for the same file.</summary>
    public IEnumerable<LignesDUnePersonne> Personnes()
    {
        for (var morceau = 0; morceau < Morceaux; morceau++)
        {
            var lignes = File.ReadLines(Chemin(Nom(morceau))).Select(Lire).ToList();
            lignes.Sort((a, b) => a.Rpps != b.Rpps ? a.Rpps.CompareTo(b.Rpps) : a.Numero.CompareTo(b.Numero));
            for (var (debut, fin) = (0, 0); debut < lignes.Count; debut = fin)
            {
                while (fin < lignes.Count && lignes[fin].Rpps == lignes[debut].Rpps)
                {
                    fin++;
                }

                yield return new(lignes[debut].Rpps, [.. lignes[debut..fin].Select(l => (l.Numero, l.Texte))], !_incompletes.Contains(lignes[debut].Rpps));
            }
        }
    }

    public void Dispose() => _dossier.Delete(recursive: true);

    private async Task RepartirAsync(LecteurRpps lecteur, CancellationToken ct)
    {
        Entete = lecteur.Entete;
        var interprete = new InterpreteRpps(Entete, _ => true);
        var morceaux = Enumerable.Range(0, Morceaux).Select(i => Ecrivain(Nom(i))).ToList();
        await using var illisibles = Ecrivain("illisibles");
        try
        {
            await foreach (var ligne in lecteur.LireAsync(ct))
            {
                Lignes++;
                var nommee = Entete.Rpps(ligne.Texte) is { Length: LongueurRpps } rpps && long.TryParse(rpps, NumberStyles.None, CultureInfo.InvariantCulture, out var lu) ? lu : (long?)null;
                if (nommee is { } numero)
                {
                    _personnes.Add(numero);
                    Soupconner(numero);
                    if (ligne.Faute is null)
                    {
                        Ecrire(morceaux[(int)(numero / 10 % Morceaux)], numero, ligne);
                        continue;
                    }

                    _incompletes.Add(numero);
                }

                var rapport = new RapportAnnuaire();
                var faute = ligne.Faute ?? interprete.Interpreter(ligne.Numero, ligne.Texte).Faute ?? throw new InvalidOperationException($"Ligne {ligne.Numero} : ni personne, ni faute.");
                rapport.Refuser(ligne.Numero, nommee is { } rppsLu ? $"{rppsLu}" : null, faute);
                Anonymes += nommee is null && faute.Type != AnnuaireErreurs.Adeli && faute.Type != AnnuaireErreurs.TypeIdentifiant ? 1 : 0;
                illisibles.Write($"{JsonSerializer.Serialize(rapport.Lignes[0], JsonRor.Stockage)}\n");
            }
        }
        finally
        {
            morceaux.ForEach(m => m.Dispose());
        }
    }

    // One digit was mistaken, as a rule: the person is one of those whose number differs by one.
    private void Soupconner(long numero)
    {
        if (IdentifiantsNationaux.EstRpps(numero.ToString("D11", CultureInfo.InvariantCulture)))
        {
            return;
        }

        if (++_clesFausses > ClesFaussesMax)
        {
            Anonymes++;
            return;
        }

        for (var (rang, poids) = (0, 1L); rang < LongueurRpps; rang++, poids *= Chiffres)
        {
            var autres = numero - (numero / poids % Chiffres * poids);
            _incompletes.UnionWith(Enumerable.Range(0, Chiffres).Select(chiffre => autres + (chiffre * poids)));
        }
    }

    private static void Ecrire(StreamWriter morceau, long rpps, LigneLue ligne)
    {
        morceau.Write(rpps);
        morceau.Write(' ');
        morceau.Write(ligne.Numero);
        morceau.Write(' ');
        morceau.Write(ligne.Texte);
        morceau.Write('\n');
    }

    private static (long Rpps, int Numero, string Texte) Lire(string ligne)
    {
        var premier = ligne.IndexOf(' ', StringComparison.Ordinal);
        var second = ligne.IndexOf(' ', premier + 1);
        return (long.Parse(ligne.AsSpan(0, premier), CultureInfo.InvariantCulture), int.Parse(ligne.AsSpan(premier + 1, second - premier - 1), CultureInfo.InvariantCulture), ligne[(second + 1)..]);
    }

    private static string Nom(int morceau) => morceau.ToString(CultureInfo.InvariantCulture);

    private string Chemin(string nom) => Path.Combine(_dossier.FullName, nom);

    private StreamWriter Ecrivain(string nom) => new(Chemin(nom), append: false, new UTF8Encoding(false), Tampon);
}
