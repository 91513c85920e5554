namespace Ror.Domain.Structures;

/// <summary>Kind of closing (J185): DEF, PRO; a planned one (PRE) is computed from its date.</summary>
public enum TypeFermeture
{
    Definitive,
    Provisoire,
}

/// <summary>H6: type and date go together; a reopening date only for a temporary closing, later than the closing.</summary>
public sealed record Fermeture(TypeFermeture Type, DateOnly Date, DateOnly? Reouverture = null);
