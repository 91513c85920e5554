using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>What a write bears on: a node of the tree, or something beside it.</summary>
/// <param name="Noeud">Null of a modèle de saisie.</param>
public readonly record struct TypeObjet(TypeNoeud? Noeud)
{
    public static readonly TypeObjet ModeleSaisie;

    public static implicit operator TypeObjet(TypeNoeud noeud) => new(noeud);

    public override string ToString() => Noeud?.ToString() ?? nameof(ModeleSaisie);
}
