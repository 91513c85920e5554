using Ror.Application.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Territoires;

namespace Ror.Application.Lieux;

/// <summary>Of what an offer is located by.</summary>
public enum OrigineLocalisation
{
    Lieu,
    Adresse,
    Etablissement,
}

/// <summary>Where an offer is delivered: at each of its lieux; without any, at its address; without one, at that of its établissement.</summary>
/// <param name="Lieu">When it is one.</param>
/// <param name="Statut">J224, of a lieu.</param>
/// <param name="CoordonneesFiables">Of a lieu, when it is known.</param>
public sealed record LocalisationLue(OrigineLocalisation Origine, LieuCite? Lieu, CodeLu? Statut, Adresse Adresse, bool? CoordonneesFiables)
{
    internal static IReadOnlyList<LocalisationLue> De(IReadOnlyList<LieuNomme> lieux, Adresse? adresse, Adresse? etablissement, CatalogueNomenclatures nomenclatures, Func<LieuNomme, string> href) =>
        lieux.Count > 0 ? [.. lieux.Select(l => De(l, nomenclatures, href(l)))]
        : adresse is not null ? [new(OrigineLocalisation.Adresse, null, null, adresse, null)]
        : etablissement is not null ? [new(OrigineLocalisation.Etablissement, null, null, etablissement, null)] : [];

    private static LocalisationLue De(LieuNomme l, CatalogueNomenclatures nomenclatures, string href) => new(
        OrigineLocalisation.Lieu,
        new(l.Id, l.Identifiant, l.Nom, l.Fonction is { } f ? nomenclatures.Lire("J198", f.Code) : null, href),
        nomenclatures.Lire("J224", LieuRealisationOffre.Statut(l.Statut)),
        l.Adresse,
        l.CoordonneesFiables);
}
