using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Offres.Parcours;

namespace Ror.Domain.Offres;

/// <content>Its modèle de saisie, and the passage to another.</content>
public sealed partial class Offre
{
    /// <summary>What another modèle would change, if it fits.</summary>
    public Resultat<ChangementModele> PrevoirModele(string? reference, Environnement environnement)
    {
        if (Refuser(ActionOffre.Modifier, environnement) is { } refus)
        {
            return refus;
        }

        if (reference is null)
        {
            return ModeleErreurs.ANommer.Sur("/modeleSaisie") with { ValeursAdmises = [.. Contexte(environnement).ModelesProposes.Select(m => m.Reference)] };
        }

        if (Contenu.InformationsGenerales is not { } informations || environnement.Modeles.Trouver(reference) is not { } modele)
        {
            return Inadapte(reference, Contexte(environnement));
        }

        var apres = Contexte(environnement, Contenu with { InformationsGenerales = informations with { ModeleSaisie = reference } });
        if (apres.Modele is null)
        {
            return apres.Convient(modele) && apres.Exclus(modele).Select(c => c.Libelle).ToList() is { Count: > 0 } exclus
                ? OffreErreurs.ModeleExclutPublie.Sur("/modeleSaisie", reference, string.Join(", ", exclus)) : Inadapte(reference, apres);
        }

        // A value that it sets may be one that it does not fit.
        var changement = ChangementModele.Entre(Contexte(environnement), apres);
        return Contexte(environnement, changement.Contenu).Modele is null ? Inadapte(reference, apres) : changement;
    }

    /// <summary>Takes another modèle: the steps that it touches are to be reviewed, the others stay as they are.</summary>
    public Resultat<Rien> ChangerModele(string? reference, Environnement environnement)
    {
        var prevu = PrevoirModele(reference, environnement);
        if (!prevu.EstSucces)
        {
            return Resultat<Rien>.Echec(prevu.Erreurs);
        }

        var changement = prevu.Valeur;
        if (changement.Contenu.Equals(Contenu))
        {
            return default(Rien);
        }

        var contexte = Contexte(environnement, changement.Contenu);
        var tenues = EvaluerEtapes(environnement).Where(e => e.Etat == EtatEtape.Validee).Select(e => e.Etape.Cle).ToList();
        var marques = Marques.Select(m => Parcours.Trouver(m.Cle) is { } etape && !etape.Sections.Any(s => changement.Touchees.Contains(s.Cle)) && tenues.Contains(m.Cle)
            ? m with { Empreinte = etape.Empreinte(contexte) } : m with { Empreinte = "" });
        return Garder(changement.Contenu, marques.EnListe(), environnement);
    }

    private static Erreur Inadapte(string reference, ContexteSaisie contexte) =>
        OffreErreurs.ModeleInadapte.Sur("/modeleSaisie", reference) with { ValeursAdmises = [.. contexte.ModelesProposes.Select(m => m.Reference)] };
}
