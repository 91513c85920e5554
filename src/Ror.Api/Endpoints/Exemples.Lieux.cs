using Ror.Application.Lieux.Capacites;
using Ror.Domain.Lieux;

namespace Ror.Api.Endpoints;

/// <content>Of lieux and of their figures.</content>
internal static partial class Exemples
{
    public static FicheLieu Lieu { get; } = new()
    {
        Nom = "Bâtiment A, 2e étage, aile nord",
        Fonction = new("001"),
        Adresse = new() { NumeroVoie = "22", LibelleVoie = "boulevard de la Démonstration", CodePostal = "81000", Localite = "Albi", Commune = "81004", Latitude = 43.9277m, Longitude = 2.1450m },
        CoordonneesFiables = true,
        Acces = "Entrée principale, ascenseur B.",
        IdExterneSynchro = "ZL-CHIR-2N",
    };

    public static EquipementsLieu Equipements { get; } = new()
    {
        Equipements = [new() { Type = new("003"), NombreEnService = 1, Limites = [new() { Caracteristique = new("001"), Valeur = 250 }] }],
    };

    /// <summary>Figures of a morning; their instant is old, so that the example works on any day.</summary>
    public static Mesures Mesures { get; } = new()
    {
        Indicateurs =
        [
            new() { Nature = new("01"), Statut = new(IndicateurCapacite.Installe), Temporalite = new("01"), Nombre = 24, Source = new("02"), DateMaj = InstantMesures },
            new() { Nature = new("01"), Statut = new(IndicateurCapacite.Disponible), Temporalite = new("01"), Genre = new("01"), Nombre = 3, Source = new("02"), DateMaj = InstantMesures },
        ],
    };

    public static MesuresDeLieux MesuresDeLieux { get; } = new() { Lieux = [new() { LieuExterne = "ZL-CHIR-2", Indicateurs = Mesures.Indicateurs }] };

    private const string InstantMesures = "2026-03-01T08:30:00Z";
}
