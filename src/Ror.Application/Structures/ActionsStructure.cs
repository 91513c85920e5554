using Ror.Application.Commun;
using Ror.Domain.Acces;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Structures;

/// <summary>From what the domain allows to the calls that a front end shows; what is not offered here is refused there.</summary>
internal static class ActionsStructure
{
    /// <param name="fermetureParent">The closing of the legal entity, if any.</param>
    public static IReadOnlyList<ActionLue> De(EntiteGeographique eg, Fermeture? fermetureParent, Perimetre perimetre)
    {
        var href = Liens.EntiteGeographique(eg.Id);
        return
        [
            new("arborescence", null, "GET", $"{href}/arborescence"),
            .. CreerOffre(eg, TypeNoeud.EntiteGeographique, eg.Fermeture, href),
            .. Hierarchie.Refuser(TypeNoeud.Pole, TypeNoeud.EntiteGeographique, eg.Secteur, eg.Categorie, eg.Fermeture) is null
                ? [new("creer-pole", null, "POST", $"{href}/poles")] : Array.Empty<ActionLue>(),
            .. eg.Fermeture is null ? [new("creer-lieu", null, "POST", $"{href}/lieux")] : Array.Empty<ActionLue>(),
            .. Vie(eg, eg, fermetureParent, perimetre),
        ];
    }

    public static IReadOnlyList<ActionLue> De(Pole pole, EntiteGeographique eg, Perimetre perimetre) =>
    [
        .. pole.Fermeture is null && eg.Fermeture is null
            ? [new("creer-unite-fonctionnelle", null, "POST", $"{Liens.Pole(pole.Id)}/unites-fonctionnelles")] : Array.Empty<ActionLue>(),
        .. Vie(pole, eg, eg.Fermeture, perimetre),
    ];

    public static IReadOnlyList<ActionLue> De(UniteFonctionnelle uf, Pole pole, EntiteGeographique eg, Perimetre perimetre) =>
    [
        .. CreerOffre(eg, TypeNoeud.UniteFonctionnelle, Hierarchie.FermetureEffective(eg, uf), Liens.UniteFonctionnelle(uf.Id)),
        .. Vie(uf, eg, eg.Fermeture ?? pole.Fermeture, perimetre),
    ];

    // "Créer +" shows where the domain would accept an offer, and nowhere else.
    private static IReadOnlyList<ActionLue> CreerOffre(EntiteGeographique eg, TypeNoeud parent, Fermeture? fermeture, string href) =>
        Hierarchie.Refuser(TypeNoeud.Offre, parent, eg.Secteur, eg.Categorie, fermeture) is not null ? []
            : [new("formulaire-offre", null, "GET", $"{href}/formulaire-offre"), new("creer-offre", null, "POST", $"{href}/offres")];

    public static IEnumerable<ActionLue> Vie(Noeud noeud, EntiteGeographique eg, Fermeture? fermetureParent, Perimetre perimetre) => noeud.ActionsPossibles
        .Where(a => perimetre.Refuser(a, noeud.Type, eg.Region) is null && !(a == ActionOffre.Rouvrir && noeud.Fermeture is not null && fermetureParent is not null))
        .Select(a => Acte(a, Liens.De(noeud.Type, noeud.Id)));

    private static ActionLue Acte(ActionOffre action, string href) => action switch
    {
        ActionOffre.Modifier => new("modifier", null, "PUT", href),
        ActionOffre.FermerTemporairement => new("fermer-temporairement", null, "POST", $"{href}/fermeture"),
        ActionOffre.FermerDefinitivement => new("fermer-definitivement", null, "POST", $"{href}/fermeture"),
        ActionOffre.Rouvrir => new("rouvrir", null, "POST", $"{href}/reouverture"),
        ActionOffre.AnnulerFermeturePrevue => new("annuler-fermeture-prevue", null, "DELETE", $"{href}/fermeture-prevue"),
        ActionOffre.Valider or ActionOffre.Abandonner or ActionOffre.Supprimer or ActionOffre.Transferer or ActionOffre.DesignerSuccesseur or ActionOffre.Detacher or ActionOffre.RattacherMsp or ActionOffre.Confirmer => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
