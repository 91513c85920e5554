using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres;

/// <summary>Completeness of an offer: what reads show is what <c>valider</c> refuses.</summary>
/// <param name="Obligatoires">Mandatory fields of this offer.</param>
/// <param name="Renseignes">Those that are filled.</param>
/// <param name="Manquants">Every shortcoming, with its section and pointer.</param>
public sealed record BilanCompletude(int Obligatoires, int Renseignes, IReadOnlyList<Erreur> Manquants)
{
    public bool EstComplet => Manquants.Count == 0;

    public static BilanCompletude De(ContexteSaisie contexte, IEnumerable<EtapeEvaluee> etapes)
    {
        var sections = LesSections.Toutes.Select(d => (Description: d, Section: d.Lire(contexte.Contenu) ?? d.Vide)).ToList();
        var obligatoires = sections.SelectMany(s => s.Description.Champs
            .Where(champ => ChampEnContexte.De(s.Description.Cle, champ, contexte).Exigence == Exigence.Obligatoire)
            .Select(champ => champ.EstRempli(s.Section))).ToList();
        var manquants = sections.SelectMany(s => DeLaSection(s.Description, contexte)).Concat(etapes
            .Where(e => e.Etat != EtatEtape.Validee)
            .Select(e => OffreErreurs.EtapeNonValidee.Avec(e.Etape.Titre) with { Section = e.Etape.Sections[0].Cle, Precisions = new Dictionary<string, object> { ["etape"] = e.Etape.Cle } }));
        return new(obligatoires.Count, obligatoires.Count(rempli => rempli), [.. manquants]);
    }

    /// <summary>Shortcomings of one section, shape included; empty when it is good.</summary>
    public static IEnumerable<Erreur> DeLaSection(DescriptionSection description, ContexteSaisie contexte)
    {
        var section = description.Lire(contexte.Contenu) ?? description.Vide;
        return description.VerifierForme(section, contexte).Concat(description.Evaluer(section, contexte).Select(m => m.Erreur));
    }
}
