namespace Ror.Domain.Champs;

/// <summary>How much a field is wanted. The order is the lattice: the greater wins, so that a modèle only tightens.</summary>
public enum Exigence
{
    Facultatif,
    Obligatoire,
    NonApplicable,
}

public static class Exigences
{
    public static Exigence Combiner(this Exigence socle, Exigence modele) => (Exigence)Math.Max((int)socle, (int)modele);
}
