using System.Text.RegularExpressions;

namespace Ror.Domain.Identifiants;

/// <summary>
/// National identifier of a structure: one digit for its kind (TRE_G07), then the number; <c>EJ</c> then the rang for the artificial legal entity of a
/// practice.
/// </summary>
public sealed partial record IdNatStruct
{
    private const string Artificielle = "EJ";

    private IdNatStruct(string valeur) => Valeur = valeur;

    /// <summary>Prefix and number, <c>1810099990</c>.</summary>
    public string Valeur { get; }

    /// <summary>The number without its prefix.</summary>
    public string Numero => Valeur.StartsWith(Artificielle, StringComparison.Ordinal) ? Valeur[Artificielle.Length..] : Valeur[1..];

    /// <summary>The SIREN or SIRET that the identifier is made of; null when it is made of another number.</summary>
    public string? NumeroSirene => Valeur[0] is '2' or '3' ? Numero : null;

    /// <summary>A practice known by the rang of its professional: it has no legal entity of its own.</summary>
    public bool EstRang => Valeur[0] is '0' or '4';

    public static IdNatStruct? Lire(string? valeur) => LireEntiteGeographique(valeur) ?? LireEntiteJuridique(valeur);

    /// <summary>FINESS, else RPPS-rang, ADELI-rang or SIRET.</summary>
    public static IdNatStruct? LireEntiteGeographique(string? valeur) => Lire(valeur, (type, numero) => type switch
    {
        '0' => IdentifiantsNationaux.EstAdeliRang(numero),
        '1' => IdentifiantsNationaux.EstFiness(numero),
        '3' => IdentifiantsNationaux.EstSiret(numero),
        '4' => IdentifiantsNationaux.EstRppsRang(numero),
        _ => false,
    });

    /// <summary>FINESS, else SIREN; an artificial one too.</summary>
    public static IdNatStruct? LireEntiteJuridique(string? valeur) => EstArtificielle(valeur) ? new(valeur!) : Lire(valeur, (type, numero) => type switch
    {
        '1' => IdentifiantsNationaux.EstFiness(numero),
        '2' => IdentifiantsNationaux.EstSiren(numero),
        _ => false,
    });

    /// <summary>As a national directory or the database gives it: by shape only, since directories hold numbers whose key is wrong.</summary>
    public static IdNatStruct? LireConnu(string? valeur) => valeur is not null && FormeConnue().IsMatch(valeur) ? new(valeur) : null;

    /// <summary>Of the artificial legal entity of this practice.</summary>
    public IdNatStruct EntiteJuridiqueArtificielle() => new(Artificielle + Numero);

    /// <summary>A legal entity that exists with its practice only.</summary>
    public static bool EstArtificielle(string? valeur) => valeur?.StartsWith(Artificielle, StringComparison.Ordinal) == true
        && valeur[Artificielle.Length..] is var rang && (IdentifiantsNationaux.EstRppsRang(rang) || IdentifiantsNationaux.EstAdeliRang(rang));

    public override string ToString() => Valeur;

    [GeneratedRegex(@"^(0[0-9][0-9AB][0-9]{9}|1[0-9][0-9A-Z][0-9]{7}|2[0-9]{9}|[34][0-9]{14}|EJ([0-9]{14}|[0-9][0-9AB][0-9]{9}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex FormeConnue();

    private static IdNatStruct? Lire(string? valeur, Func<char, string, bool> estJuste) => valeur is { Length: > 1 } && estJuste(valeur[0], valeur[1..]) ? new(valeur) : null;
}
