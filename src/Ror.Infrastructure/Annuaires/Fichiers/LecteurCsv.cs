using System.Runtime.CompilerServices;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Sylvan.Data.Csv;

namespace Ror.Infrastructure.Annuaires.Fichiers;

/// <param name="Numero">From 1.</param>
/// <param name="Cellules">Unquoted, spaces kept; empty when the line is at fault.</param>
internal readonly record struct LigneCsv(int Numero, string[] Cellules, Erreur? Faute);

/// <summary>
/// RFC 4180 with semicolons, one line at a time: a quoted cell holds on its line, so that a stray quote spoils one line and never swallows the next ones.
/// A quote inside an unquoted cell is ordinary. Blank lines are no lines.
/// </summary>
internal sealed class LecteurCsv(Stream flux, char separateur = ';')
{
    private readonly LecteurLignes _lignes = new(flux);
    private readonly CsvDataReaderOptions _options = new() { Delimiter = separateur, HasHeaders = false };
    private readonly char[] _tampon = new char[LecteurLignes.OctetsMax + 2];

    /// <summary>Of the lines read so far.</summary>
    public Encodages Encodages => _lignes.Encodages;

    public async IAsyncEnumerable<LigneCsv> LireAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var (numero, texte, faute) in _lignes.LireAsync(ct))
        {
            if (faute is not null)
            {
                yield return new(numero, [], faute);
            }
            else if (!string.IsNullOrWhiteSpace(texte))
            {
                yield return Decouper(texte) is { } cellules ? new(numero, cellules, null) : new(numero, [], AnnuaireErreurs.Guillemets.Avec().ALaLigne(numero));
            }
        }
    }

    // Without a quote the format is a plain split, which most lines are.
    private string[]? Decouper(string ligne) => ligne.Contains('"', StringComparison.Ordinal) ? AvecGuillemets(ligne) : ligne.Split(separateur);

    private string[]? AvecGuillemets(string ligne)
    {
        try
        {
            using var lecteur = CsvDataReader.Create(new StringReader(ligne), _tampon, _options);
            return lecteur.Read() ? [.. Enumerable.Range(0, lecteur.RowFieldCount).Select(lecteur.GetString)] : null;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }
}
