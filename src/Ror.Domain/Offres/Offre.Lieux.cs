using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Offres;

/// <content>Where it is delivered: links to lieux of its établissement, published by the validation like every other content.</content>
public sealed partial class Offre
{
    /// <summary>Lieux of the draft or working copy.</summary>
    public Liste<string> Lieux => Contenu.Lieux?.Lieux ?? [];

    /// <summary>Lieux that the world reads.</summary>
    public Liste<string> LieuxPublies => Publie?.Lieux?.Lieux ?? [];

    public Resultat<Rien> Associer(LieuRealisationOffre lieu, Environnement environnement)
    {
        var identifiant = lieu.Identifiant.Valeur;
        return Refuser(ActionOffre.Modifier, environnement) is { } refus ? refus
            : lieu.EntiteGeographiqueId != EntiteGeographiqueId ? LieuErreurs.AutreEtablissement.Avec()
            : Lieux.Contains(identifiant) ? default(Rien)
            : lieu.Fermeture is { Type: TypeFermeture.Definitive } ? LieuErreurs.Ferme.Avec()
            : Lieux.Count >= LieuxRealisation.NombreMax ? LieuErreurs.TropDeLieux.Avec(LieuxRealisation.NombreMax)
            : GarderLieux(Lieux.Append(identifiant), environnement);
    }

    public Resultat<Rien> Dissocier(LieuRealisationOffre lieu, Environnement environnement) =>
        Refuser(ActionOffre.Modifier, environnement) is { } refus ? refus
        : !Lieux.Contains(lieu.Identifiant.Valeur) ? default(Rien)
        : GarderLieux(Lieux.Where(l => l != lieu.Identifiant.Valeur), environnement);

    private Rien GarderLieux(IEnumerable<string> lieux, Environnement environnement) =>
        Garder(Contenu with { Lieux = Ou(lieux.EnListe()) }, Marques, environnement);

    // H4, H7: they stay with the établissement that the offer leaves. What the world reads follows at once.
    private void QuitterLesLieux(DateTime instant)
    {
        Contenu = Contenu with { Lieux = null };
        if (LieuxPublies.Count > 0)
        {
            Publier(Publie! with { Lieux = null }, instant);
        }
    }

    private static LieuxRealisation? Ou(Liste<string> lieux) => lieux.Count == 0 ? null : new() { Lieux = lieux };
}
