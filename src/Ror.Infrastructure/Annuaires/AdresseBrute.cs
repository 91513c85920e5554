using System.Text.RegularExpressions;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires;

/// <summary>An address as a national file gives it: texts without spaces too many, null where it says nothing.</summary>
internal sealed partial record AdresseBrute
{
    private const string CodeFrance = "99100";
    private const string CodesEtrangers = "99";

    public string? Destinataire { get; init; }

    public string? Complement { get; init; }

    public string? Numero { get; init; }

    /// <summary>B, BIS…</summary>
    public string? Repetition { get; init; }

    /// <summary>TRE_R35, or anything else.</summary>
    public string? TypeVoie { get; init; }

    public string? LibelleTypeVoie { get; init; }

    public string? Voie { get; init; }

    public string? Mention { get; init; }

    /// <summary><c>81000 ALBI CEDEX</c>, or the office alone.</summary>
    public string? Acheminement { get; init; }

    public string? CodePostal { get; init; }

    /// <summary>INSEE code.</summary>
    public string? Commune { get; init; }

    public string? NomCommune { get; init; }

    /// <summary>TRE_R20; null for France.</summary>
    public string? Pays { get; init; }

    /// <summary>As our declarations admit it; null when nothing of it is said. The commune may stay unknown: the postal code and the locality then tell it.</summary>
    public Adresse? Construire(Func<string, bool> estTypeVoie)
    {
        var (codeAcheminement, localite) = Acheminement is not null && LigneAcheminement().Match(Acheminement) is { Success: true } ligne
            ? (ligne.Groups[1].Value, Texte(ligne.Groups[2].Value))
            : (null, Acheminement);
        var adresse = AvecVoie(new Adresse
        {
            PointRemise = Destinataire,
            ComplementPointGeographique = Complement,
            MentionDistribution = Mention,
            CodePostal = EnFrance ? UnCodePostal(CodePostal) ?? codeAcheminement : null,
            Localite = NomCommune ?? localite,
            Commune = CodeCommune.Lire(Commune)?.Valeur,
        }, estTypeVoie);
        return adresse == new Adresse() ? null : TexteNational.Couper(adresse);
    }

    private bool EnFrance => Pays is null or CodeFrance || !Pays.StartsWith(CodesEtrangers, StringComparison.Ordinal);

    private Adresse AvecVoie(Adresse adresse, Func<string, bool> estTypeVoie)
    {
        var numero = NumeroLisible().Match(Numero ?? "");
        if (Numero is not null && (!numero.Success || (numero.Groups[2].Length > 0 && Repetition is not null)))
        {
            // What is not a number stays before the name of the street, as it was written.
            return adresse with { LibelleVoie = Texte($"{Numero} {Repetition} {VoieEcrite()}") };
        }

        var type = TypeVoie is not null && estTypeVoie(TypeVoie) ? new CodeNos(TypeVoie) : null;
        return adresse with
        {
            NumeroVoie = Texte(numero.Groups[1].Value),
            Extension = Repetition ?? Texte(numero.Groups[2].Value),
            TypeVoie = type,
            LibelleVoie = type is null ? Texte(VoieEcrite()) : VoieSansType(),
        };
    }

    private string VoieEcrite() => (LibelleTypeVoie ?? TypeVoie) is { } type && !Commence(Voie, type) && !Commence(Voie, TypeVoie) ? $"{type} {Voie}" : Voie ?? "";

    // The type is often written twice: in its column, and at the head of the name.
    private string? VoieSansType() =>
        new[] { LibelleTypeVoie, TypeVoie }.FirstOrDefault(type => Commence(Voie, type)) is { } ecrit ? Texte(Voie![ecrit.Length..]) ?? Voie : Voie;

    private static bool Commence(string? voie, string? type) =>
        voie is not null && type is not null && voie.StartsWith(type, StringComparison.OrdinalIgnoreCase) && (voie.Length == type.Length || voie[type.Length] == ' ');

    private static string? UnCodePostal(string? valeur) => valeur is { Length: 5 } && valeur.All(char.IsAsciiDigit) ? valeur : null;

    private static string? Texte(string valeur) => TexteNational.Nettoyer(valeur);

    [GeneratedRegex(@"^([0-9]{5})(?: +(.*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LigneAcheminement();

    /// <summary><c>12</c>, and <c>12B</c> or <c>12 TER</c> of those who have no other cell for it.</summary>
    [GeneratedRegex(@"^([0-9]{1,4})(?: ?([A-Z]|BIS|TER|QUATER))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumeroLisible();
}
