using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Offres;

/// <summary>From what the domain allows to the calls that a front end shows; what is not offered here is refused there.</summary>
internal static class ActionsOffre
{
    /// <param name="lieux">Of the working copy, when each is to have its action.</param>
    public static IReadOnlyList<ActionLue> De(OffreEnPlace enPlace, Perimetre perimetre, IReadOnlyList<Guid>? lieux = null)
    {
        var (offre, eg, environnement) = enPlace;
        var href = Liens.Offre(offre.Id);
        var actes = offre.ActionsPossibles.Where(a => offre.Refuser(a, environnement) is null && perimetre.Refuser(a, TypeNoeud.Offre, eg.Region, offre.Rpps) is null).SelectMany(a => Acte(a, offre, href, lieux ?? []));
        if (perimetre.Refuser(ActionOffre.Modifier, TypeNoeud.Offre, eg.Region, offre.Rpps) is not null)
        {
            return [.. actes];
        }

        var etapes = offre.Parcours.Etapes.Where(e => e.Cle != LesParcours.CleRecapitulatif && offre.RefuserEtape(e.Cle, environnement) is null)
            .Select(e => new ActionLue("valider-etape", e.Cle, "PUT", $"{href}/etapes/{e.Cle}"));
        var sections = LesSections.Toutes.Where(s => offre.RefuserSection(s.Cle, environnement) is null)
            .Select(s => new ActionLue("modifier-section", s.Cle, "PUT", $"{href}/sections/{s.Cle}"));
        return [.. etapes, .. sections, .. PasserAuModeleSuivant(enPlace, href), .. Preremplir(offre, href), .. actes];
    }

    // Only when a newer version of its own is there, and would take it.
    private static IEnumerable<ActionLue> PasserAuModeleSuivant(OffreEnPlace enPlace, string href) =>
        enPlace.Environnement.Modeles is var modeles && modeles.Trouver(enPlace.Offre.Contenu.InformationsGenerales?.ModeleSaisie) is { } sien && modeles.PlusRecent(sien) is { } suivant
        && enPlace.Offre.PrevoirModele(suivant.Reference, enPlace.Environnement).EstSucces
            ? [new("changer-modele", null, "POST", $"{href}/changement-modele")] : [];

    // P5: the published content is what fills the others.
    private static IEnumerable<ActionLue> Preremplir(Offre offre, string href) => offre is { EstLiberale: true, Publie: not null, Statut: not StatutOffre.FermeeDefinitivement } ? [new("preremplir-mes-autres-offres", null, "GET", $"{href}/preremplissages")] : [];

    private static IEnumerable<ActionLue> Acte(ActionOffre action, Offre offre, string href, IReadOnlyList<Guid> lieux) => action switch
    {
        ActionOffre.Valider when offre.EstLiberale => [new("valider", LesParcours.CleRecapitulatif, "PUT", $"{href}/etapes/{LesParcours.CleRecapitulatif}")],
        ActionOffre.Valider => [new("valider", null, "POST", $"{href}/validation")],
        ActionOffre.Abandonner => [new("abandonner-modifications", null, "DELETE", $"{href}/modifications")],
        ActionOffre.Supprimer => [new("supprimer", null, "DELETE", href)],

        // The rest is told by the steps and sections above.
        ActionOffre.Modifier =>
        [
            new("ajouter-exception-horaire", null, "POST", $"{href}/exceptions-horaires"),
            new("choisir-lieu", LieuxRealisation.Cle, "GET", Liens.LieuxDe(offre.EntiteGeographiqueId)),
            .. lieux.Select(l => new ActionLue("dissocier-lieu", LieuxRealisation.Cle, "DELETE", Liens.LieuDeLOffre(l, offre.Id))),
        ],

        ActionOffre.FermerTemporairement => [new("fermer-temporairement", null, "POST", $"{href}/fermeture")],
        ActionOffre.FermerDefinitivement => [new("fermer-definitivement", null, "POST", $"{href}/fermeture")],
        ActionOffre.Rouvrir => [new("rouvrir", null, "POST", $"{href}/reouverture")],
        ActionOffre.AnnulerFermeturePrevue => [new("annuler-fermeture-prevue", null, "DELETE", $"{href}/fermeture-prevue")],
        ActionOffre.DesignerSuccesseur => [new("designer-successeur", null, "PUT", $"{href}/successeur")],
        ActionOffre.Transferer => [new("transferer", null, "POST", $"{href}/transfert")],
        ActionOffre.Detacher => [new("detacher", null, "POST", $"{href}/detachement")],
        ActionOffre.RattacherMsp => [new("rattacher-msp", null, "POST", $"{href}/rattachement-msp")],
        ActionOffre.Confirmer => [new("confirmer", null, "POST", $"{href}/confirmation")],
    };
}
