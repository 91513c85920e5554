using System.Text.RegularExpressions;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <param name="Postale">What every national file says.</param>
/// <param name="LieuDit">A place, a box of the post, or one after the other.</param>
internal sealed record AdresseFiness(AdresseBrute Postale, string? LieuDit, Localisation Localisation);

/// <summary>What FINESS writes in its own way in an address.</summary>
/// <param name="estTypeVoie">Is this a code of J219?</param>
internal sealed partial class AdressesFiness(Func<string, bool> estTypeVoie)
{
    /// <param name="sansCommune">What becomes of an object whose commune is none of ours: an address without a commune places nothing.</param>
    public Adresse? Lire(AdresseFiness lue, Constat constat, Action<Erreur> sansCommune)
    {
        // Saint-Pierre-et-Miquelon and the Pacific have communes and no région: nobody would see what is there.
        if (CodeCommune.Lire(lue.Postale.Commune)?.Region is null)
        {
            sansCommune(FinessErreurs.Commune.Sur("/adresse/commune", lue.Postale.Commune ?? ""));
            return null;
        }

        if (lue.Localisation.Raison is { } raison)
        {
            constat.Signaler(raison);
        }

        var (boite, lieu) = Boite(lue.LieuDit);
        var (autreBoite, complement) = Boite(lue.Postale.Complement);
        var type = lue.Postale.TypeVoie?.ToUpperInvariant();
        var postale = lue.Postale with
        {
            Numero = lue.Postale.Numero?.TrimStart('0') is { Length: > 0 } numero ? numero : null,
            TypeVoie = type,
            LibelleTypeVoie = TypesVoie.Mot(type),
            Complement = complement,
            Mention = boite ?? autreBoite,
            Acheminement = Cedex().Replace(lue.Postale.Acheminement ?? "", ""),
        };
        return postale.Construire(estTypeVoie)! with
        {
            LieuDit = lieu,
            Latitude = lue.Localisation.Position?.LatitudeEnDegres,
            Longitude = lue.Localisation.Position?.LongitudeEnDegres,
        };
    }

    private static (string? Boite, string? Reste) Boite(string? texte)
    {
        var lue = BoitePostale().Match(texte ?? "");
        return lue.Success ? (lue.Value.TrimEnd(), TexteNational.Nettoyer(texte!.Remove(lue.Index, lue.Length).Trim(' ', '-', ','))) : (null, texte);
    }

    [GeneratedRegex(@"\b(?:B\.?P\.?|CS|TSA|BOITE POSTALE) *(?:N[°O]? *)?[0-9][0-9 ]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BoitePostale();

    [GeneratedRegex(@"(^| +)CEDEX\b.*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Cedex();
}
