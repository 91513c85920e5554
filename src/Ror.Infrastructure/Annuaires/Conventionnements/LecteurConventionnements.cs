using System.Globalization;
using System.Runtime.CompilerServices;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Infrastructure.Annuaires.Fichiers;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Annuaires.Conventionnements;

/// <param name="Structure">idNat_Struct.</param>
/// <param name="Datee">The line says its day.</param>
internal sealed record LigneConventionnement(string Rpps, string Structure, Conventionnement Conventionnement, bool Datee);

/// <summary>One of the two.</summary>
internal readonly record struct LectureConventionnement(int Numero, LigneConventionnement? Ligne, Erreur? Faute);

/// <summary>
/// What no open file tells, in a file of ours: CSV with semicolons, columns <c>rpps;structure;secteur;optam;carteVitale;date</c> in any order; an empty
/// cell says nothing: what is known stays.
/// </summary>
/// <param name="aujourdhui">Day of a line that has no date; none may be later.</param>
internal sealed class LecteurConventionnements(Stream flux, DateOnly aujourdhui)
{
    private const string Oui = "oui";
    private const string Non = "non";

    private static readonly string[] Colonnes = ["rpps", "structure", "secteur", "optam", "carteVitale", "date"];

    private readonly LecteurCsv _csv = new(flux);

    /// <exception cref="FichierRefuseException">The first line does not name the columns.</exception>
    public async IAsyncEnumerable<LectureConventionnement> LireAsync([EnumeratorCancellation] CancellationToken ct = default)
    {
        Entete? entete = null;
        await foreach (var (numero, cellules, faute) in _csv.LireAsync(ct))
        {
            if (entete is null)
            {
                entete = faute is null ? LireEntete(cellules) : throw new FichierRefuseException($"La première ligne est illisible : {faute.Message()}", $"{numero}");
                continue;
            }

            var (ligne, erreur) = faute is null ? Interpreter(cellules, entete) : (null, faute);
            yield return new(numero, ligne, erreur?.ALaLigne(numero));
        }

        if (entete is null)
        {
            throw new FichierRefuseException("Ce fichier est vide.");
        }
    }

    private static Entete LireEntete(string[] noms)
    {
        var places = Colonnes.Select(colonne => Array.FindIndex(noms, nom => nom.Trim().Equals(colonne, StringComparison.OrdinalIgnoreCase))).ToArray();
        var manquantes = Colonnes.Where((_, i) => places[i] < 0).ToList();
        return manquantes.Count == 0
            ? new(places, noms.Length)
            : throw new FichierRefuseException($"Colonnes manquantes : {string.Join(", ", manquantes)} ; la première ligne doit nommer {string.Join(';', Colonnes)}.", "1");
    }

    private (LigneConventionnement?, Erreur?) Interpreter(string[] cellules, Entete entete)
    {
        if (cellules.Length != entete.Cellules)
        {
            return (null, AnnuaireErreurs.NombreCellules.Avec(cellules.Length, entete.Cellules));
        }

        var valeurs = entete.Places.Select(place => cellules[place].Trim()).ToArray();
        var (rpps, structure, secteur, optam, vitale, date) = (valeurs[0], valeurs[1], valeurs[2], valeurs[3], valeurs[4], valeurs[5]);
        var le = aujourdhui;
        var erreur = rpps.Length != 11 || !rpps.All(char.IsAsciiDigit) ? AnnuaireErreurs.RppsForme.Avec(rpps)
            : !IdentifiantsNationaux.EstRpps(rpps) ? AnnuaireErreurs.RppsCle.Avec(rpps)
            : !EstLieu(structure) ? AnnuaireErreurs.ConventionnementStructure.Avec(structure)
            : secteur.Length > 0 && !Conventionnement.Secteurs.Contains(secteur) ? AnnuaireErreurs.ConventionnementSecteur.Avec(secteur)
            : !EstOuiNon(optam) ? AnnuaireErreurs.ConventionnementOptam.Avec(optam)
            : !EstOuiNon(vitale) ? AnnuaireErreurs.ConventionnementCarteVitale.Avec(vitale)
            : date.Length > 0 && !EstDate(date, out le) ? AnnuaireErreurs.ConventionnementDate.Avec(date)
            : le > aujourdhui ? RapprochementErreurs.DateFuture.Avec(le)
            : null;
        return erreur is null ? (new(rpps, structure, new(secteur.Length == 0 ? null : new CodeNos(secteur), OuiNon(optam), OuiNon(vitale), le), date.Length > 0), null) : (null, erreur);
    }

    // By shape only, as the directory itself is read.
    private static bool EstLieu(string structure) => structure is ['0' or '1' or '3' or '4', ..] && IdNatStruct.LireConnu(structure) is not null;

    private static bool EstDate(string texte, out DateOnly jour) =>
        DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out jour) && jour.Year is >= 1990 and <= 2100;

    private static bool EstOuiNon(string texte) => texte is Oui or Non or "";

    private static bool? OuiNon(string texte) => texte.Length == 0 ? null : texte == Oui;

    private sealed record Entete(int[] Places, int Cellules);
}
