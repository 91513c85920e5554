using MediatR;
using Ror.Domain.Commun;

namespace Ror.Application.Commun;

/// <summary>A write: runs in one transaction, saved and audited only when its result is a success.</summary>
public interface ICommande : IRequest<Resultat<Ecriture>>;

/// <summary>What a write touched.</summary>
/// <param name="Avertissements">What the author should know, though nothing was refused.</param>
public sealed record Ecriture(string TypeObjet, Guid ObjetId, long Version, IReadOnlyList<Erreur> Avertissements);

/// <summary>A read.</summary>
public interface IRequete<T> : IRequest<Resultat<T>>;
