namespace Ror.TestKit.Marche;

/// <summary>The life of one offer, from domain.md: the transition table, L1–L7, P4 of the strict parcours, H1, H4 and H8.</summary>
public static class ModeleOffres
{
    private const int Patientele = 2;

    public static Verdict ValiderEtape(NoeudModele offre, int etape, ContenuModele contenu) =>
        Ecrire(offre) ?? (offre.Versions.Count > 0 ? Verdict.Conflit("parcours.termine")
            : offre.Etapes.Take(etape).Any(e => e != EtatEtape.Validee) ? Verdict.Conflit("parcours.etape-precedente")
            : etape == Patientele && contenu.AgeMin is null ? new(422, Verdict.Plusieurs, "champ.obligatoire")
            : Verdict.Fait with { Effet = () => (offre.Travail, offre.Etapes[etape]) = (contenu, EtatEtape.Validee) });

    /// <param name="etape">The step of the section.</param>
    public static Verdict ModifierSection(NoeudModele offre, int etape, ContenuModele contenu)
    {
        if (Ecrire(offre) is { } refus)
        {
            return refus;
        }

        var brouillon = offre.Statut == StatutNoeud.Brouillon;
        return brouillon && offre.Etapes[etape] == EtatEtape.AFaire ? Verdict.Conflit("section.par-etape") : Verdict.Fait with
        {
            Effet = () =>
            {
                offre.Travail = contenu;
                if (brouillon && etape == Patientele)
                {
                    // P4: "a spoilt step becomes a-revoir".
                    offre.Etapes[etape] = contenu.AgeMin is null ? EtatEtape.ARevoir : EtatEtape.Validee;
                }
            },
        };
    }

    /// <summary>L4: the care mode of a published offer.</summary>
    public static Verdict ChangerDeMode(NoeudModele offre) => Ecrire(offre) ?? Verdict.Conflit("offre.champ-immuable");

    public static Verdict Valider(NoeudModele offre, bool relu)
    {
        var brouillon = offre.Statut == StatutNoeud.Brouillon;
        var manques = offre.Travail.AgeMin is null || (brouillon && offre.Etapes.Any(e => e != EtatEtape.Validee));
        return Verdict.Si(
                (offre.Statut == StatutNoeud.FermeeDefinitivement || (!brouillon && !offre.EnAttente), Verdict.Transition),
                (brouillon && offre.SousFerme, Verdict.ParentFerme))
            ?? (manques ? new(422, "validation.incomplete") : !relu ? new(422, "validation.relu-requis") : Verdict.Fait with
            {
                Effet = () =>
                {
                    offre.Versions.Add(offre.Travail);
                    offre.Statut = brouillon ? StatutNoeud.Validee : offre.Statut;
                },
            });
    }

    public static Verdict Abandonner(NoeudModele offre) =>
        offre.EnAttente && offre.Statut != StatutNoeud.FermeeDefinitivement ? Verdict.Fait with { Effet = () => offre.Travail = offre.Versions[^1] } : Verdict.Conflit(Verdict.Transition);

    public static Verdict Supprimer(NoeudModele offre) =>
        offre.Statut == StatutNoeud.Brouillon ? new(204) { Effet = () => offre.Parent!.Enfants.Remove(offre) } : Verdict.Conflit(Verdict.Transition);

    /// <summary>A version goes back to the working copy, which then follows the same rules.</summary>
    public static Verdict Restaurer(NoeudModele offre, int numero) => offre.Statut == StatutNoeud.FermeeDefinitivement
        ? Verdict.Conflit(Verdict.Transition)
        : Verdict.Fait with { Effet = () => offre.Travail = offre.Versions[numero - 1] };

    /// <param name="destination">Null when nobody has that id.</param>
    public static Verdict Transferer(NoeudModele offre, NoeudModele? destination)
    {
        if (offre.Statut == StatutNoeud.FermeeDefinitivement)
        {
            return Verdict.Conflit(Verdict.Transition);
        }

        if (destination is null)
        {
            return new(422, "transfert.destination-introuvable", Verdict.Plusieurs);
        }

        var sanitaire = offre.Eg.EstSanitaire;
        return Verdict.Si(
                (destination.EstFerme || destination.SousFerme, Verdict.ParentFerme),
                (destination.Eg.EstSanitaire != sanitaire, "transfert.autre-secteur"),
                (destination.Genre == GenreNoeud.UniteFonctionnelle != sanitaire, Verdict.ParentInterdit))
            ?? Verdict.Fait with { Effet = () => Deplacer(offre, destination) };
    }

    /// <summary>H1, H2, H8: what may be born under a parent.</summary>
    public static Verdict Creer(NoeudModele parent, GenreNoeud enfant, bool champDuSecteur)
    {
        var admis = enfant switch
        {
            GenreNoeud.EntiteGeographique => false,
            GenreNoeud.Pole => parent is { Genre: GenreNoeud.EntiteGeographique, EstSanitaire: true },
            GenreNoeud.UniteFonctionnelle => parent.Genre == GenreNoeud.Pole,
            GenreNoeud.Offre => parent.Genre == GenreNoeud.UniteFonctionnelle || parent is { Genre: GenreNoeud.EntiteGeographique, EstSanitaire: false },
        };
        return Verdict.Si((parent.EstFerme || parent.SousFerme, Verdict.ParentFerme), (!admis, Verdict.ParentInterdit))
            ?? (champDuSecteur ? new(201) : new(422, "code.non-admis", Verdict.Plusieurs, "modele.inadapte"));
    }

    /// <summary>A name of a structure: "yes" in every state but the last.</summary>
    public static Verdict Renommer(NoeudModele structure, string nom) => structure.Statut == StatutNoeud.FermeeDefinitivement
        ? Verdict.Conflit(Verdict.Transition)
        : Verdict.Fait with { Effet = () => structure.Nom = nom };

    // H8: a Brouillon left by a definitive cascade is "only deleted or transferred".
    private static Verdict? Ecrire(NoeudModele offre) => Verdict.Si(
        (offre.Statut == StatutNoeud.FermeeDefinitivement, Verdict.Transition), (offre.Statut == StatutNoeud.Brouillon && offre.SousFermeDefinitivement, Verdict.ParentFerme));

    private static void Deplacer(NoeudModele offre, NoeudModele destination)
    {
        offre.Parent!.Enfants.Remove(offre);
        offre.Parent = destination;
        destination.Enfants.Add(offre);

        // What closed it is no longer above it: its closing is its own from now on. The page does not say it; the service does it so.
        offre.FermePar = offre.FermePar is null ? null : offre;
    }
}
