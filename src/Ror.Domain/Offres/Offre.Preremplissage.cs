using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres;

/// <summary>What another offer would bring to one step (P5).</summary>
/// <param name="Champs">Fields that would change: those of the step, or of its section.</param>
/// <param name="Remplace">It was validated, or filled, already: its author asks for the replacement.</param>
/// <param name="Contenu">The offer with that step filled.</param>
public sealed record PreremplissageEtape(Etape Etape, IReadOnlyList<string> Champs, bool Remplace, ContenuOffre Contenu);

/// <content>P5: a professional's offer fills the others, step by step.</content>
public sealed partial class Offre
{
    /// <summary>Steps that may be filled from another offer; without the name, which is each offer's own, and without exceptional hours.</summary>
    public static IReadOnlyList<string> EtapesTransmissibles { get; } = [DescriptionOffre.Cle, ModalitesIntervention.Cle, Contacts.Cle, Horaires.Cle];

    /// <summary>What the published content of that offer would change in this one; steps that are alike are left out.</summary>
    public IReadOnlyList<PreremplissageEtape> PrevoirPreremplissage(Offre source, Environnement environnement) =>
    [
        .. from cle in EtapesTransmissibles
           let etape = Parcours.Trouver(cle)!
           let contenu = Transmettre(etape, Contenu, source.Publie!, environnement)
           let champs = Differences(etape, contenu).ToList()
           where champs.Count > 0
           select new PreremplissageEtape(etape, champs, Marques.Any(m => m.Cle == cle) || EtapesPreremplies.Contains(cle), contenu),
    ];

    /// <summary>Fills those steps, without validating them. Nothing that was validated, or filled, is replaced unless it is asked for.</summary>
    public Resultat<Rien> Preremplir(Offre source, IReadOnlyCollection<string> etapes, bool remplacer, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        var prevus = PrevoirPreremplissage(source, environnement).Where(p => etapes.Contains(p.Etape.Cle)).ToList();
        var remplacees = prevus.Where(p => p.Remplace && !remplacer).Select(p => p.Etape).ToList();
        if (remplacees.Count > 0)
        {
            return OffreErreurs.PreremplissageRemplacerait.Avec(string.Join(", ", remplacees.Select(e => e.Titre))) with { Precisions = new Dictionary<string, object> { ["etapes"] = remplacees.Select(e => e.Cle).ToList() } };
        }

        if (prevus.Count == 0)
        {
            return default(Rien);
        }

        EtapesPreremplies = EtapesPreremplies.Union(prevus.Select(p => p.Etape.Cle)).EnListe();
        return Garder(prevus.Aggregate(Contenu, (c, p) => Transmettre(p.Etape, c, source.Publie!, environnement)), Marques, environnement);
    }

    private ContenuOffre Transmettre(Etape etape, ContenuOffre contenu, ContenuOffre source, Environnement environnement)
    {
        var rempli = etape.Vue is { } vue ? vue.Ecrire(contenu, vue.Lire(source)) : etape.Sections.Aggregate(contenu, (c, s) => s.Ecrire(c, s.Lire(source)));
        rempli = rempli with
        {
            InformationsGenerales = contenu.InformationsGenerales,
            Horaires = ReferenceEquals(rempli.Horaires, contenu.Horaires) ? contenu.Horaires : rempli.Horaires?.AvecExceptions(contenu.Horaires?.Exceptions ?? []),
        };
        return etape.Sections.Aggregate(rempli, (c, s) => s.Ecrire(c, s.Lire(c) is { } section ? s.Figee(section, Contexte(environnement, contenu)) : null));
    }

    private IEnumerable<string> Differences(Etape etape, ContenuOffre apres) => etape.Vue is { } vue
        ? Champs([.. vue.Emprunts.Select(e => e.Champ)], vue.Lire(Contenu), vue.Lire(apres))
        : etape.Sections.SelectMany(s => Champs(s.Champs, s.Lire(Contenu) ?? s.Vide, s.Lire(apres) ?? s.Vide));

    private static IEnumerable<string> Champs(IReadOnlyList<Champ> champs, object avant, object apres) => champs.Where(c => !Equals(c.Lire(avant), c.Lire(apres))).Select(c => c.Pointeur);
}
