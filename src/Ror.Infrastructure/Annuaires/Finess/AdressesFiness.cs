using System.Text.RegularExpressions;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>From the parts that FINESS writes to those that we hold.</summary>
/// <param name="estTypeVoie">Is this a code of J219?</param>
internal sealed partial class AdressesFiness(Func<string, bool> estTypeVoie)
{
    private const int ExtensionMax = 10;
    private const int ComplementMax = 38;
    private const int LongueurMax = 100;

    /// <param name="sansCommune">What becomes of an object whose commune is none of ours: an address without a commune places nothing.</param>
    public Adresse? Lire(AdresseBrute brute, Constat constat, Action<Erreur> sansCommune)
    {
        if (CodeCommune.Lire(brute.Commune) is not { } commune)
        {
            sansCommune(FinessErreurs.Commune.Sur("/adresse/commune", brute.Commune ?? ""));
            return null;
        }

        if (brute.Localisation.Raison is { } raison)
        {
            constat.Signaler(raison);
        }

        var (numero, extension) = Numero(brute, constat);
        var (typeVoie, libelle) = Voie(brute.TypeVoie?.ToUpperInvariant(), brute.Voie);
        var (boite, lieu) = Boite(brute.LieuDit);
        var (autreBoite, complement) = Boite(brute.Complement);
        return new()
        {
            ComplementPointGeographique = Textes.Couper(complement, ComplementMax),
            NumeroVoie = numero,
            Extension = Textes.Couper(extension, ExtensionMax),
            TypeVoie = typeVoie is null ? null : new CodeNos(typeVoie),
            LibelleVoie = Textes.Couper(libelle, 255),
            LieuDit = Textes.Couper(lieu, LongueurMax),
            MentionDistribution = Textes.Couper(boite ?? autreBoite, ComplementMax),
            CodePostal = CodePostal(brute, constat),
            Localite = Textes.Couper(SansCedex(brute.Localite), LongueurMax),
            Commune = commune.Valeur,
            Latitude = brute.Localisation.Position?.LatitudeEnDegres,
            Longitude = brute.Localisation.Position?.LongitudeEnDegres,
        };
    }

    // Some write the extension beside the number: 12B, 12 BIS, 12-14.
    private static (string? Numero, string? Extension) Numero(AdresseBrute brute, Constat constat)
    {
        var lu = NumeroDeVoie().Match(brute.Numero ?? "");
        if (brute.Numero is not null && !lu.Success)
        {
            constat.Signaler(FinessErreurs.ValeurEcartee.Sur("/adresse/numeroVoie", brute.Numero));
        }

        return lu.Success ? (lu.Groups[1].Value, brute.Extension ?? Textes.Nettoyer(lu.Groups[2].Value)) : (null, brute.Extension);
    }

    private (string? Type, string? Libelle) Voie(string? type, string? voie)
    {
        if (type is null || voie is null)
        {
            return (null, voie);
        }

        var reste = TypesVoie.Reste(type, voie);
        return estTypeVoie(type) ? (type, reste ?? voie) : (null, reste is null ? $"{type} {voie}" : voie);
    }

    // A place, a box of the post, or one after the other.
    private static (string? Boite, string? Reste) Boite(string? texte)
    {
        var lue = BoitePostale().Match(texte ?? "");
        return lue.Success ? (lue.Value.TrimEnd(), Textes.Nettoyer(texte!.Remove(lue.Index, lue.Length))?.Trim(' ', '-', ',')) : (null, texte);
    }

    private static string? CodePostal(AdresseBrute brute, Constat constat)
    {
        if (brute.CodePostal is null || (brute.CodePostal.Length == 5 && brute.CodePostal.All(char.IsAsciiDigit)))
        {
            return brute.CodePostal;
        }

        constat.Signaler(FinessErreurs.ValeurEcartee.Sur("/adresse/codePostal", brute.CodePostal));
        return null;
    }

    private static string? SansCedex(string? localite) => localite is null ? null : Textes.Nettoyer(Cedex().Replace(localite, ""));

    [GeneratedRegex(@"^0{0,3}([0-9]{1,4})(?: *([^0-9 ].*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumeroDeVoie();

    [GeneratedRegex(@"\b(?:B\.?P\.?|CS|TSA|BOITE POSTALE) *(?:N[°O]? *)?[0-9][0-9 ]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BoitePostale();

    [GeneratedRegex(@"(^| +)CEDEX\b.*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cedex();
}
