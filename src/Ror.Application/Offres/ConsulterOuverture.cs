using System.Text.Json.Serialization;
using MediatR;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Ouverture;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>Is it open then, by the working copy?</summary>
/// <param name="Moment">UTC; null for now.</param>
/// <param name="Type">J41; null for any kind that opens the door.</param>
public sealed record ConsulterOuvertureQuery(Guid OffreId, DateTime? Moment, string? Type) : IRequete<OuvertureLue>;

/// <summary>Open then, or not; instants are UTC.</summary>
/// <param name="Le">The instant asked about.</param>
/// <param name="Fuseau">IANA name of the zone by which the hours are read.</param>
/// <param name="Statut">Of the offer now: one that is closed is not open at any time.</param>
/// <param name="Jusqua">End of the present opening; absent when it never closes.</param>
/// <param name="ProchaineOuverture">Absent when none will ever come.</param>
public sealed record OuvertureLue(
    DateTime Le, string Fuseau, StatutOffre Statut, bool Ouverte, DateTime? Jusqua, DateTime? ProchaineOuverture, [property: JsonIgnore] long Version) : IVersionnee
{
    /// <param name="prevue">What closes it next.</param>
    internal static OuvertureLue De(Horaires? horaires, StatutOffre statut, Fermeture? prevue, TimeZoneInfo fuseau, DateTime moment, string? type, long version)
    {
        var etat = statut is StatutOffre.FermeeTemporairement or StatutOffre.FermeeDefinitivement ? EtatOuverture.Fermee : new CalculOuverture(horaires, fuseau, type, prevue?.Date).A(moment);
        return new(moment, fuseau.Id, statut, etat.Ouverte, etat.Jusqua, etat.ProchaineOuverture, version);
    }

    /// <summary>A code that does not exist is a typo, not an empty answer.</summary>
    internal static Erreur? RefuserType(string? type, IReferentiels referentiels) =>
        type is null || referentiels.Nomenclatures[TypeHoraire].DeCode(type).Any() ? null : RequeteErreurs.ParametreInvalide.Avec("type");

    private const string TypeHoraire = "J41";
}

internal sealed class ConsulterOuvertureHandler(AccesOffres offres, IReferentiels referentiels, TimeProvider horloge) : IRequestHandler<ConsulterOuvertureQuery, Resultat<OuvertureLue>>
{
    public async Task<Resultat<OuvertureLue>> Handle(ConsulterOuvertureQuery request, CancellationToken cancellationToken)
    {
        var lu = await offres.Lire(request.OffreId, cancellationToken);
        if (!lu.EstSucces)
        {
            return Resultat<OuvertureLue>.Echec(lu.Erreurs);
        }

        var (offre, eg, environnement) = lu.Valeur;
        var prevue = Previsions.De(offre, [eg, .. await offres.Niveaux(offre, cancellationToken)]);
        return OuvertureLue.RefuserType(request.Type, referentiels) is { } refus ? refus
            : OuvertureLue.De(offre.Contenu.Horaires, offre.Statut, prevue, offre.Fuseau(environnement), request.Moment ?? horloge.Instant(), request.Type, offre.Version);
    }
}
