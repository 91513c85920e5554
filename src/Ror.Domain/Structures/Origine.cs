namespace Ror.Domain.Structures;

/// <summary>Where the fields marked national of a structure come from; elsewhere than entered by hand, they are read-only (RG_EXP_031).</summary>
public enum Origine
{
    Saisie,
    Finess,
    Rpps,
}
