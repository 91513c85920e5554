using System.Text.RegularExpressions;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>An address as our fields admit it: what does not fit one is put where it reads well, or left out.</summary>
/// <param name="estTypeVoie">Is this a code of J219?</param>
internal sealed partial class LectureAdresse(Func<string, bool> estTypeVoie)
{
    /// <summary>Null when no commune places it: such an address is none here.</summary>
    public Adresse? Lire(Organization organisation)
    {
        var adresse = organisation.Address.Presents().FirstOrDefault(a => Commune(a) is not null);
        return adresse is null ? null : Voie(new()
        {
            CodePostal = adresse.PostalCode is { } code && CodePostal().IsMatch(code) ? code : null,
            Localite = TexteNational.Nettoyer(adresse.City, 100),
            Commune = Commune(adresse),
        }, adresse);
    }

    private Adresse Voie(Adresse place, AdresseFhir adresse)
    {
        List<ExtensionFhir> parts = [.. adresse.Lignes.Presents().SelectMany(l => l.Extension.Presents())];
        var (numero, reste) = Numero(Partie(parts, "houseNumber"));
        var (type, nom) = (Partie(parts, "streetNameType"), Partie(parts, "streetNameBase"));
        var code = type is not null && estTypeVoie(type.ToUpperInvariant()) ? new CodeNos(type.ToUpperInvariant()) : null;
        var libelle = TexteNational.Nettoyer(string.Join(' ', new[] { code is null ? type : null, nom }.OfType<string>()));
        return place with
        {
            NumeroVoie = numero,
            Extension = TexteNational.Nettoyer(Partie(parts, "buildingNumberSuffix") ?? reste, 10),
            TypeVoie = code,
            LibelleVoie = libelle ?? (code is null && numero is null ? TexteNational.Nettoyer(string.Join(' ', adresse.Line.Presents())) : null),
            ComplementPointGeographique = Partie(parts, "additionalLocator", 38),
            MentionDistribution = Partie(parts, "postBox", 38),
        };
    }

    private static string? Partie(List<ExtensionFhir> parts, string nom, int longueurMax = 255) => TexteNational.Nettoyer(parts.Nommee($"ADXP-{nom}")?.ValueString, longueurMax);

    // "12 BIS" and "12B" are a number and what follows it; anything else is no number.
    private static (string? Numero, string? Reste) Numero(string? texte) =>
        texte is not null && NumeroSuivi().Match(texte) is { Success: true } lu ? (lu.Groups[1].Value, lu.Groups[2].Value) : (null, texte);

    private static string? Commune(AdresseFhir adresse) => CodeCommune.Lire(adresse.Extension.Nommee("insee-code", "inseecode")?.ValueCoding?.Code?.Trim())?.Valeur;

    [GeneratedRegex(@"^([0-9]{1,4})\s*([^0-9].*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumeroSuivi();

    [GeneratedRegex(@"^[0-9]{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePostal();
}
