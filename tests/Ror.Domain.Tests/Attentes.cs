using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Tests;

/// <summary>What tests ask of results, said once. Errors are read by their stable codes, which are the contract.</summary>
internal static class Attentes
{
    public static void Reussit<T>(this Resultat<T> resultat) => Assert.True(resultat.EstSucces, string.Join(" ; ", resultat.Erreurs));

    /// <summary>The only error of a refusal.</summary>
    public static Erreur Refuse<T>(this Resultat<T> resultat, string attendue) => resultat.Erreurs.Seule(attendue);

    public static Erreur Seule(this IEnumerable<Erreur> erreurs, string attendue)
    {
        var lues = erreurs.ToList();
        Assert.Equal([attendue], lues.Lisibles());
        Assert.All(lues, ParleLesDeuxLangues);
        return lues[0];
    }

    /// <summary><c>section/champ code</c>, sorted.</summary>
    public static List<string> Lisibles(this IEnumerable<Erreur> erreurs) =>
        [.. erreurs.Select(e => $"{e.Section}{e.Champ} {e.Type.Code}".TrimStart()).Order(StringComparer.Ordinal)];

    public static void ParleLesDeuxLangues(Erreur erreur)
    {
        Assert.NotEmpty(erreur.Message());
        Assert.NotEmpty(erreur.Message(enAnglais: true));
        Assert.DoesNotContain("{", erreur.Message(), StringComparison.Ordinal);
    }

    /// <summary>What the section is refused for, and what it lacks, in the context of the dossier.</summary>
    public static List<Erreur> Evaluer(this Dossier dossier, string section)
    {
        var description = LesSections.DeCle(section);
        return [.. description.Evaluer(description.Lire(dossier.Contenu)!, dossier.Contexte).Select(m => m.Erreur)];
    }

    public static List<Erreur> VerifierForme(this Dossier dossier, string section)
    {
        var description = LesSections.DeCle(section);
        return [.. description.VerifierForme(description.Lire(dossier.Contenu)!, dossier.Contexte)];
    }

    public static List<EtatEtape> Etats(this Offre offre, Dossier dossier) => [.. offre.EvaluerEtapes(dossier.Environnement).Select(e => e.Etat)];

    /// <summary>Everything that a refused act must leave as it was.</summary>
    public static object Instantane(this Offre offre) => (
        offre.Version, offre.ModifieLe, offre.Statut, offre.Contenu, offre.Publie, offre.NumeroVersion, offre.Marques, offre.Fermeture, offre.ValideeLe);

    public static ChampEnContexte Champ(this Dossier dossier, string section, string champ) =>
        ChampEnContexte.De(section, LesSections.DeCle(section).Champs.Single(c => c.Nom == champ), dossier.Contexte);
}
