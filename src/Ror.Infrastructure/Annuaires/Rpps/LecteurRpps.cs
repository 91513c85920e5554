using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>The extract of activities: its header, then its raw lines. To interpret a line is another matter, for later or for another thread (<see cref="InterpreteRpps"/>).</summary>
internal sealed partial class LecteurRpps
{
    private readonly LecteurLignes _lecteur;
    private readonly IAsyncEnumerator<LigneLue> _lignes;

    private LecteurRpps(LecteurLignes lecteur, IAsyncEnumerator<LigneLue> lignes, EnteteRpps entete) => (_lecteur, _lignes, Entete) = (lecteur, lignes, entete);

    public EnteteRpps Entete { get; }

    /// <summary>Of the lines read so far.</summary>
    public Encodages Encodages => _lecteur.Encodages;

    /// <summary>Is this the file of activities, among those of the archive?</summary>
    public static bool EstExtraitActivites(string nom) => NomActivites().IsMatch(nom);

    /// <summary>Day of the extract, which only its name tells; null when it does not.</summary>
    public static DateOnly? DateDuFichier(string nom) =>
        Horodatage().Match(nom) is { Success: true } trouve && DateOnly.TryParseExact(trouve.Groups[1].ValueSpan, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;

    /// <exception cref="FichierRefuseException">The file is not an extract of activities.</exception>
    public static async Task<LecteurRpps> OuvrirAsync(Stream flux, CancellationToken ct = default)
    {
        var lecteur = new LecteurLignes(flux);
        var lignes = lecteur.LireAsync(ct).GetAsyncEnumerator(ct);
        var premiere = await lignes.MoveNextAsync() ? lignes.Current : throw new FichierRefuseException("Ce fichier est vide.");
        return premiere.Faute is null
            ? new(lecteur, lignes, EnteteRpps.Lire(premiere.Texte))
            : throw new FichierRefuseException($"La première ligne, qui nomme les colonnes, est illisible : {premiere.Faute.Message()}", "1");
    }

    /// <summary>Once. Blank lines are no lines.</summary>
    public async IAsyncEnumerable<LigneLue> LireAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await using (_lignes)
        {
            while (await _lignes.MoveNextAsync())
            {
                ct.ThrowIfCancellationRequested();
                if (_lignes.Current.Faute is not null || !string.IsNullOrWhiteSpace(_lignes.Current.Texte))
                {
                    yield return _lignes.Current;
                }
            }
        }
    }

    [GeneratedRegex("personne[ _-]activite.*\\.(txt|csv)\\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NomActivites();

    [GeneratedRegex("_([0-9]{8})[0-9]{4}(\\.[A-Za-z]+)*\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Horodatage();
}
