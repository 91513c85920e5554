namespace Ror.Domain.Identifiants;

/// <summary>National identifier of a structure: one digit for its kind (TRE_G07), then the number.</summary>
public sealed record IdNatStruct
{
    private IdNatStruct(string valeur) => Valeur = valeur;

    /// <summary>Prefix and number, <c>1810099990</c>.</summary>
    public string Valeur { get; }

    public static IdNatStruct? Lire(string? valeur) => valeur is { Length: > 1 } && NumeroValide(valeur[0], valeur[1..]) ? new(valeur) : null;

    public override string ToString() => Valeur;

    private static bool NumeroValide(char type, string numero) => type switch
    {
        '0' => IdentifiantsNationaux.EstAdeliRang(numero),
        '1' => IdentifiantsNationaux.EstFiness(numero),
        '2' => IdentifiantsNationaux.EstSiren(numero),
        '3' => IdentifiantsNationaux.EstSiret(numero),
        '4' => IdentifiantsNationaux.EstRppsRang(numero),
        _ => false,
    };
}
