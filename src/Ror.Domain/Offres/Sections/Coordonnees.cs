using System.Text.RegularExpressions;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Offres.Sections;

/// <summary>Form and canonical form of a telecom, by its channel (J225).</summary>
public static partial class Coordonnees
{
    /// <summary>An e-mail address, in the form that JSON Schema reads too.</summary>
    public const string MotifCourriel = @"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$";

    private static readonly string[] Telephones = ["1", "2", "6", "8"];
    private static readonly string[] Courriels = ["3", "9", "MSSANTE"];
    private static readonly string[] Sites = ["4"];

    public static IEnumerable<Erreur> Verifier(CodeNos? canal, string? valeur, string pointeur)
    {
        if (canal is null || string.IsNullOrWhiteSpace(valeur))
        {
            return [];
        }

        var erreur = canal.Code switch
        {
            var c when Telephones.Contains(c) && Telephone.Normaliser(valeur) is null => OffreErreurs.TelephoneInvalide,
            var c when Courriels.Contains(c) && !EstCourriel(valeur) => OffreErreurs.CourrielInvalide,
            var c when Sites.Contains(c) && !EstSite(valeur) => OffreErreurs.SiteInvalide,
            _ => null,
        };
        return erreur is null ? [] : [erreur.Sur(pointeur)];
    }

    /// <summary>Phones in E.164; the others as they came.</summary>
    public static string? Canonique(CodeNos? canal, string? valeur) =>
        canal is not null && valeur is not null && Telephones.Contains(canal.Code) ? Telephone.Normaliser(valeur) ?? valeur : valeur;

    public static bool EstCourriel(string valeur) => Courriel().IsMatch(valeur) && valeur[^1] != '\n';

    public static bool EstHttps(string lien) => EstAdresse(lien, Uri.UriSchemeHttps);

    private static bool EstSite(string valeur) => EstAdresse(valeur, Uri.UriSchemeHttps) || EstAdresse(valeur, Uri.UriSchemeHttp);

    private static bool EstAdresse(string valeur, string protocole) =>
        valeur.StartsWith(protocole + Uri.SchemeDelimiter, StringComparison.OrdinalIgnoreCase)
        && !valeur.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(valeur, UriKind.Absolute, out var uri)
        && uri.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(MotifCourriel, RegexOptions.CultureInvariant)]
    private static partial Regex Courriel();
}
