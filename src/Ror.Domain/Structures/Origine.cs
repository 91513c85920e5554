namespace Ror.Domain.Structures;

/// <summary>Where the fields marked national of a structure come from; elsewhere than entered by hand, they are read-only (RG_EXP_031).</summary>
public enum Origine
{
    Saisie,
    Finess,
    Rpps,
}

public static class Origines
{
    private const char Finess = '1';

    /// <summary>The directory that a structure of that idNat_Struct belongs to.</summary>
    public static Origine De(string idNatStruct) => idNatStruct[0] == Finess ? Origine.Finess : Origine.Rpps;
}
