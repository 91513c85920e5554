using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>What a write bears on: a node of the tree, or something beside it.</summary>
/// <param name="Noeud">Null of what is beside the tree.</param>
public readonly record struct TypeObjet(TypeNoeud? Noeud, bool EstAnomalie = false)
{
    public static readonly TypeObjet ModeleSaisie;

    public static readonly TypeObjet Anomalie = new(null, EstAnomalie: true);

    public static implicit operator TypeObjet(TypeNoeud noeud) => new(noeud);

    public override string ToString() => Noeud?.ToString() ?? (EstAnomalie ? nameof(Anomalie) : nameof(ModeleSaisie));
}
