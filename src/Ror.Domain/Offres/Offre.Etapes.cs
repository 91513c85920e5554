using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Parcours;

namespace Ror.Domain.Offres;

/// <content>Steps of its parcours: what validates one.</content>
public sealed partial class Offre
{
    /// <summary>Validating a step is what saves it in the draft.</summary>
    public Resultat<Rien> ValiderEtape(string cle, IReadOnlyList<ISection> sections, Environnement environnement)
    {
        if (RefuserEtape(cle, environnement) is { } refus)
        {
            return refus;
        }

        var etape = Parcours.Trouver(cle)!;
        if (!etape.Sections.Select(s => s.Type).SequenceEqual(sections.Select(s => s.GetType())))
        {
            throw new ArgumentException("Une étape s'écrit avec ses sections, toutes et elles seules.", nameof(sections));
        }

        var (contenu, figes) = Ecrire(sections, environnement);
        var contexte = Contexte(environnement, contenu);
        List<Erreur> manquements = [.. figes, .. RefuserExceptions(sections, environnement), .. etape.Sections.SelectMany(s => s.Evaluer(s.Lire(contenu)!, contexte)).Select(m => m.Erreur)];
        return manquements.Count > 0 ? manquements : Valider(etape, contenu, environnement);
    }

    /// <summary>The same for a step that has a record of its own: other fields and codes of the sections that it shares stay as they are.</summary>
    public Resultat<Rien> ValiderEtape<TEtape>(TEtape saisie, Environnement environnement)
        where TEtape : class, IEtape<TEtape>, new()
    {
        if (RefuserEtape(TEtape.Cle, environnement) is { } refus)
        {
            return refus;
        }

        // An oversized list is a matter of shape, already told: writing it out would cost, and say nothing more.
        if (Formes.EstDemesuree(TEtape.Champs, saisie))
        {
            return default(Rien);
        }

        var (etape, vue) = (Parcours.Trouver(TEtape.Cle)!, Parcours.Trouver(TEtape.Cle)!.Vue!);
        saisie = saisie.Completer(Contexte(environnement));
        var contenu = vue.Ecrire(Contenu, saisie);
        contenu = vue.Sections.Aggregate(contenu, (c, s) => s.Ecrire(c, s.Completee(s.Lire(c)!, Contexte(environnement, c))));
        var contexte = Contexte(environnement, contenu);
        List<Erreur> manquements = [.. vue.VerifierTailles(saisie, contexte), .. vue.Evaluer(vue.Completer(saisie, contenu), contexte).Select(m => m.Erreur)];
        return manquements.Count > 0 ? manquements : Valider(etape, contenu, environnement);
    }

    private Rien Valider(Etape etape, ContenuOffre contenu, Environnement environnement)
    {
        var empreinte = etape.Empreinte(Contexte(environnement, contenu));
        if (Contenu.Equals(contenu) && Marques.Any(m => m.Cle == etape.Cle && m.Empreinte == empreinte) && !EtapesPreremplies.Contains(etape.Cle))
        {
            return default;
        }

        EtapesPreremplies = EtapesPreremplies.Where(cle => cle != etape.Cle).EnListe();
        return Garder(contenu, AvecMarque(etape.Cle, empreinte, environnement.Instant), environnement);
    }

    private Liste<MarqueEtape> AvecMarque(string cle, string empreinte, DateTime instant) => Marques.Where(m => m.Cle != cle).Append(new(cle, instant, empreinte)).EnListe();
}
