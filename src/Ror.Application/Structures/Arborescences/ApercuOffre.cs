using Ror.Domain.Commun;

namespace Ror.Application.Structures.Arborescences;

/// <summary>What a tree tells of an offer, kept beside it so that nobody evaluates its content to draw one (ADR 33).</summary>
/// <param name="Version">Of the offer.</param>
/// <param name="Base">All that it depends upon besides, as <see cref="EtatReferentiels.Base"/> writes it: with another one, it is worked out again.</param>
public sealed record ApercuOffre(Guid OffreId, long Version, string Base, ContenuDuNoeud Contenu);

/// <summary>What a tree tells of the content of an offer.</summary>
/// <param name="Lieux">Identifiers; null without any.</param>
public sealed record ContenuDuNoeud(string Nom, bool ModificationsEnAttente, CompletudeResumee Completude, Liste<string>? Lieux);
