using Ror.Domain.Anomalies;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Demo;

/// <summary>What another platform has to say of CH ALBI; waiting for its responsable.</summary>
internal static class AnomaliesDemo
{
    public static IEnumerable<Anomalie> Faire(EntiteGeographique eg, IReadOnlyList<Domain.Offres.Offre> offres, UniteFonctionnelle uf, DateTime instant)
    {
        yield return Declarer(IdsDemo.Anomalie, Offre(0), Horaires.Cle, "/semaineType", null, "Les horaires affichés ne sont plus ceux du secrétariat.");
        yield return Declarer(IdsDemo.AnomalieATraiter, Offre(1), Patientele.Cle, "/ageMin", null, "Les enfants sont reçus aussi.");
        yield return Declarer(IdsDemo.AnomalieAAccepter, new(TypeObjetAnomalie.UniteFonctionnelle, uf.Id, uf.Identifiant.Valeur, eg.Id, eg.IdNatStruct.Valeur, eg.Region, null, Nationale: false), null, "/nom", "\"Unité médico-chirurgicale de jour\"", null);

        CibleAnomalie Offre(int rang) => new(TypeObjetAnomalie.Offre, offres[rang].Id, offres[rang].Identifiant.Valeur, eg.Id, eg.IdNatStruct.Valeur, eg.Region, null, Nationale: false);

        Anomalie Declarer(Guid id, CibleAnomalie cible, string? section, string champ, string? proposee, string? description) => Anomalie.Declarer(
            id,
            new(cible, new(section, champ, Nationale: false), "06", "COR", null, proposee is null ? null : ValeurJson.De(proposee), description, "plateforme-fictive", "plateforme-fictive", "Plateforme d'orientation fictive", null),
            null,
            instant);
    }
}
