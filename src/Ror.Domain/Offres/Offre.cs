using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Offres;

/// <summary>
/// Offre opérationnelle: one champ d'activité, one mode de prise en charge. Born a Brouillon; what the world reads is
/// <see cref="Publie"/>, what its authors edit is <see cref="Contenu"/>.
/// </summary>
public sealed partial class Offre : Noeud
{
    private (object?[] Bases, IReadOnlyList<EtapeEvaluee>? Etapes) _evaluation = ([], null);

    private Offre()
    {
    }

    /// <summary>National identifier, region of the EG at birth; never changes.</summary>
    public IdentifiantRegional Identifiant { get; private init; } = null!;

    /// <summary>Key of its parcours.</summary>
    public string CleParcours { get; private init; } = null!;

    public override TypeNoeud Type => TypeNoeud.Offre;

    public override TypeNoeud TypeDuParent => ParentType;

    internal override Guid ParentDirect => ParentId;

    public TypeNoeud ParentType { get; private set; }

    public Guid ParentId { get; private set; }

    public Rattachement Rattachement => new(ParentType, ParentId);

    public Guid EntiteGeographiqueId { get; private set; }

    public StatutOffre Statut { get; private set; }

    public override StatutOffre Etat => Statut;

    /// <summary>Draft, or working copy.</summary>
    public ContenuOffre Contenu { get; private set; } = ContenuOffre.Vide;

    /// <summary>Last published content; null before the first publication.</summary>
    public ContenuOffre? Publie { get; private set; }

    /// <summary>Number of the last published version; 0 before.</summary>
    public int NumeroVersion { get; private set; }

    public Liste<MarqueEtape> Marques { get; private set; } = [];

    /// <summary>Keys of the steps that another offer filled and that were not validated since.</summary>
    public Liste<string> EtapesPreremplies { get; private set; } = [];

    /// <summary>The version that changed each section last.</summary>
    public Liste<MarqueSection> SectionsModifiees { get; private set; } = [];

    /// <summary>UTC instant of the last publication.</summary>
    public DateTime? ValideeLe { get; private set; }

    public string Nom => Contenu.InformationsGenerales?.Nom ?? "";

    public bool ModificationsEnAttente => Publie is not null && !Publie.Equals(Contenu);

    public Parcours.Parcours Parcours => LesParcours.DeCle(CleParcours);

    public ContexteSaisie Contexte(Environnement environnement) => Contexte(environnement, Contenu);

    /// <summary>Keys of the sections that changed after that version.</summary>
    public IReadOnlyList<string> SectionsModifieesDepuis(long version) =>
        [.. LesSections.Toutes.Select(s => s.Cle).Where(cle => SectionsModifiees.Any(m => m.Cle == cle && m.Version > version))];

    public IReadOnlyList<EtapeEvaluee> EvaluerEtapes(Environnement environnement)
    {
        // One representation asks for it a dozen times: it is worked out again only when something that it rests upon was replaced.
        object?[] bases = [environnement, Contenu, Publie, Marques, EtapesPreremplies];
        if (_evaluation.Etapes is null || !_evaluation.Bases.SequenceEqual(bases, ReferenceEqualityComparer.Instance))
        {
            _evaluation = (bases, Parcours.Evaluer(Marques, EtapesPreremplies, Contexte(environnement)));
        }

        return _evaluation.Etapes;
    }

    public BilanCompletude Bilan(Environnement environnement) => BilanCompletude.De(Contexte(environnement), EtapesAValider(environnement));

    /// <summary>P2: what lost its validity by the last act, that its author should know.</summary>
    /// <param name="contenuAvant">Content before the act.</param>
    /// <param name="etapesAvant">Steps before the act.</param>
    public IReadOnlyList<Erreur> Consequences(ContenuOffre contenuAvant, IReadOnlyList<EtapeEvaluee> etapesAvant, Environnement environnement)
    {
        var perdues = EtapesAValider(environnement)
            .Where(apres => apres.Etat == EtatEtape.ARevoir && etapesAvant.Single(e => e.Etape.Cle == apres.Etape.Cle).Etat == EtatEtape.Validee)
            .Select(e => e.Etape.Titre).ToList();
        var modeleRetire = contenuAvant.InformationsGenerales?.ModeleSaisie is not null && Contenu.InformationsGenerales?.ModeleSaisie is null;
        return
        [
            .. perdues.Count > 0 ? [OffreErreurs.EtapesARevoir.Avec(string.Join(", ", perdues))] : Array.Empty<Erreur>(),
            .. modeleRetire ? [OffreErreurs.ModeleRetire.Avec()] : Array.Empty<Erreur>(),
        ];
    }

    /// <summary>Is the step writable now, leaving its content aside?</summary>
    public Erreur? RefuserEtape(string cle, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        if (Publie is not null && !EstLiberale)
        {
            return OffreErreurs.ParcoursTermine.Avec();
        }

        if (EstLiberale && cle == LesParcours.CleRecapitulatif)
        {
            return Refuser(ActionOffre.Valider, environnement);
        }

        var etapes = EvaluerEtapes(environnement);
        var avant = etapes.TakeWhile(e => e.Etape.Cle != cle).FirstOrDefault(e => e.Etat != EtatEtape.Validee);
        return etapes.All(e => e.Etape.Cle != cle) ? OffreErreurs.EtapeInconnue.Avec(cle)
            : Parcours.OrdreStrict && avant is not null ? OffreErreurs.EtapePrecedente.Avec(avant.Etape.Titre) with { Precisions = Precision("etape", avant.Etape.Cle) }
            : null;
    }

    /// <summary>P4: is the section writable now, outside its step?</summary>
    public Erreur? RefuserSection(string cle, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        if (cle == LieuxRealisation.Cle)
        {
            return LieuErreurs.ParSesRoutes.Avec();
        }

        // An answer to the national directories declares anomalies: its step alone does.
        var etape = cle == DonneesNationales.Cle ? LesParcours.Liberal.Trouver(cle) : Publie is null ? Parcours.EtapesDe(cle).FirstOrDefault(e => Marques.All(m => m.Cle != e.Cle)) : null;
        return etape is null ? null : OffreErreurs.SectionParEtape.Avec(cle, etape.Titre) with { Precisions = Precision("etape", etape.Cle) };
    }

    /// <summary>L7 and H8: is the action possible now?</summary>
    public Erreur? Refuser(ActionOffre action, Environnement environnement) => (Permet(action), action, environnement.FermetureParent?.Type, Statut) switch
    {
        (false, _, _, _) => CycleDeVie.Refus(Statut, action, ActionsPossibles.Where(a => Refuser(a, environnement) is null)),
        (_, ActionOffre.Valider, not null, StatutOffre.Brouillon) => StructureErreurs.ParentFerme.Avec(ParentType),
        (_, ActionOffre.Rouvrir, not null, StatutOffre.FermeeTemporairement) => StructureErreurs.ParentFerme.Avec(ParentType),
        (_, ActionOffre.Detacher, _, _) when environnement.CabinetFerme is { } cabinet => OffreErreurs.SansCabinet.Avec(cabinet),
        (_, ActionOffre.Modifier, TypeFermeture.Definitive, StatutOffre.Brouillon) => StructureErreurs.ParentFerme.Avec(ParentType),
        _ => null,
    };

    private ContexteSaisie Contexte(Environnement environnement, ContenuOffre contenu) => environnement.Contexte(CleParcours, contenu) with
    {
        Avant = Contenu,
        Publie = Publie,
        Exercice = Exercice,
        ModelesEpingles = [Contenu.InformationsGenerales?.ModeleSaisie, Publie?.InformationsGenerales?.ModeleSaisie],
    };

    // H5, H7: a liberal offer ends with the situation that it was born of; it stays where that is, or in a maison de santé.
    private protected override bool Permet(ActionOffre action) => CycleDeVie.Permet(Statut, action, ModificationsEnAttente, FermeturePrevue is not null) && action switch
    {
        ActionOffre.Supprimer or ActionOffre.Transferer => !EstLiberale,
        ActionOffre.Detacher => EstRattachee,
        ActionOffre.RattacherMsp => EstLiberale && !EstRattachee,
        _ => true,
    };

    // The structure parcours is over after the first publication: its steps no longer count. The last liberal step is the validation itself.
    private IEnumerable<EtapeEvaluee> EtapesAValider(Environnement environnement) =>
        Publie is null || EstLiberale ? EvaluerEtapes(environnement).Where(e => e.Etape.Cle != LesParcours.CleRecapitulatif) : [];

    private static Dictionary<string, object> Precision(string nom, string valeur) => new() { [nom] = valeur };
}
