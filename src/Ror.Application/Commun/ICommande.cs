using MediatR;
using Ror.Application.Lieux.Capacites;
using Ror.Application.Structures.Fermetures;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>A write: runs in one transaction, saved and audited only when its result is a success.</summary>
public interface ICommande : IRequest<Resultat<Ecriture>>;

/// <summary>What a write touched.</summary>
/// <param name="AChange">False when the write found everything as it asked: nothing to audit.</param>
/// <param name="Avertissements">What the author should know, though nothing was refused.</param>
public sealed record Ecriture(TypeObjet Type, Guid ObjetId, long Version, bool AChange, IReadOnlyList<Erreur> Avertissements)
{
    /// <summary>Nothing was done: what is missing is told by the validator.</summary>
    public static Ecriture Aucune(TypeObjet type) => new(type, Guid.Empty, 0, false, []);

    public static Ecriture DUnNouveau(TypeNoeud type, Agregat objet) => new(type, objet.Id, objet.Version, true, []);

    /// <summary>Every object that the act touched, itself first, when it may be more than one.</summary>
    public IReadOnlyList<Effet> Effets { get; init; } = [];

    /// <summary>Others of the same kind that the act changed, with their version.</summary>
    public IReadOnlyList<(Guid Id, long Version)> Aussi { get; init; } = [];

    /// <summary>What became of each lieu of a write of figures.</summary>
    public IReadOnlyList<IssueMesures> Issues { get; init; } = [];

    /// <summary>Nothing is stored: the act was only tried.</summary>
    public bool Simulee { get; init; }
}

/// <summary>A read.</summary>
public interface IRequete<T> : IRequest<Resultat<T>>;
