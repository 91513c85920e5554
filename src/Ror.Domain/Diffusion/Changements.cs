using Ror.Domain.Acces;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Domain.Diffusion;

/// <summary>From two states of what is published to what happened, and to the members that changed for each profile.</summary>
public static class Changements
{
    private const int ATous = (1 << (Perimetre.ProfilMax + 1)) - 1;

    public static NatureChangement Nature(EtatOffrePubliee? avant, EtatOffrePubliee apres) =>
        avant is not null && avant.Structures.Parent.Id != apres.Structures.Parent.Id ? NatureChangement.Transfert : Nature(avant?.Statut, apres.Statut);

    public static NatureChangement Nature(EtatStructurePubliee? avant, EtatStructurePubliee apres) => Nature(avant?.Statut, apres.Statut);

    public static Emplacement Emplacement(EtatOffrePubliee etat) => new(etat.Region, etat.Structures.EntiteGeographique.Id, etat.ChampActivite, etat.UniteSensible);

    public static NatureChangement Nature(EtatLieuPublie? avant, EtatLieuPublie apres) => Nature(avant?.Statut, apres.Statut);

    public static Emplacement Emplacement(EtatLieuPublie etat) => new(etat.Region, etat.EntiteGeographique.Id, null, etat.UniteSensible);

    public static Emplacement Emplacement(EtatStructurePubliee etat) => new(etat.Region, etat.EntiteGeographiqueId, null, false);

    /// <param name="contenus">Published contents; null when the content did not change.</param>
    public static Liste<ChampModifie> Champs(EtatOffrePubliee avant, EtatOffrePubliee apres, (ContenuOffre Avant, ContenuOffre Apres)? contenus)
    {
        var (ouvertAvant, ouvertApres) = (avant.Ouvert, apres.Ouvert);
        List<(string Champ, object? Avant, object? Apres)> membres =
        [
            ("/numeroVersion", avant.NumeroVersion, apres.NumeroVersion),
            ("/statut", avant.Statut, apres.Statut),
            ("/region", avant.Region, apres.Region),
            ("/departement", avant.Departement, apres.Departement),
            ("/structures/entiteJuridique", avant.Structures.EntiteJuridique, apres.Structures.EntiteJuridique),
            ("/structures/entiteGeographique", avant.Structures.EntiteGeographique, apres.Structures.EntiteGeographique),
            ("/structures/pole", avant.Structures.Pole, apres.Structures.Pole),
            ("/structures/uniteFonctionnelle", avant.Structures.UniteFonctionnelle, apres.Structures.UniteFonctionnelle),
        ];
        return Modifies(membres)
            .Concat(SelonLaVue("/localisations", Equals(Localisation(avant), Localisation(apres)), Equals(Localisation(ouvertAvant), Localisation(ouvertApres))))
            .Concat(SelonLaVue("/fermeture", Equals(EnCours(avant), EnCours(apres)), Equals(EnCours(ouvertAvant), EnCours(ouvertApres))))
            .Concat(SelonLaVue("/fermeturePrevue", Equals(avant.FermeturePrevue, apres.FermeturePrevue), Equals(ouvertAvant.FermeturePrevue, ouvertApres.FermeturePrevue)))
            .Concat(contenus is { } c ? Contenu(c.Avant, c.Apres, avant, apres) : []).EnListe();
    }

    public static Liste<ChampModifie> Champs(EtatStructurePubliee avant, EtatStructurePubliee apres)
    {
        List<(string Champ, object? Avant, object? Apres)> membres =
        [
            ("/statut", avant.Statut, apres.Statut),
            ("/fermeture", EnCours(avant.Fermeture, avant.FermeturePrevue), EnCours(apres.Fermeture, apres.FermeturePrevue)),
            ("/fermeturePrevue", avant.FermeturePrevue, apres.FermeturePrevue),
            ("/region", avant.Region, apres.Region),
            ("/departement", avant.Departement, apres.Departement),
        ];
        return Modifies(membres)
            .Concat(Fiche(nameof(EtatStructurePubliee.FicheEntiteJuridique), FicheEntiteJuridique.Champs, avant.FicheEntiteJuridique, apres.FicheEntiteJuridique, apres.Secteur))
            .Concat(Fiche(nameof(EtatStructurePubliee.FicheEntiteGeographique), FicheEntiteGeographique.Champs, avant.FicheEntiteGeographique, apres.FicheEntiteGeographique, apres.Secteur))
            .Concat(Fiche(nameof(EtatStructurePubliee.FicheOrganisationInterne), FicheOrganisationInterne.Champs, avant.FicheOrganisationInterne, apres.FicheOrganisationInterne, apres.Secteur))
            .EnListe();
    }

    public static Liste<ChampModifie> Champs(EtatLieuPublie avant, EtatLieuPublie apres)
    {
        List<(string Champ, object? Avant, object? Apres)> membres =
        [
            ("/statut", avant.Statut, apres.Statut),
            ("/fermeture", EnCours(avant.Fermeture, avant.FermeturePrevue), EnCours(apres.Fermeture, apres.FermeturePrevue)),
            ("/fermeturePrevue", avant.FermeturePrevue, apres.FermeturePrevue),
            ("/region", avant.Region, apres.Region),
            ("/departement", avant.Departement, apres.Departement),
            ("/entiteGeographique", avant.EntiteGeographique, apres.EntiteGeographique),
        ];
        return Modifies(membres)
            .Concat(Fiche("Fiche", FicheLieu.Champs, avant.Fiche, apres.Fiche, apres.Secteur))
            .Concat(Fiche("Equipements", EquipementsLieu.Champs, avant.Equipements, apres.Equipements, apres.Secteur))
            .Concat(ParProfil("/capacites", p => Visibilite.Capacites(avant.Capacites, p, avant.Secteur), p => Visibilite.Capacites(apres.Capacites, p, apres.Secteur)))
            .Concat(ParProfil("/offres", p => Visibilite.Offres(avant.Offres, p), p => Visibilite.Offres(apres.Offres, p)))
            .EnListe();
    }

    private static IEnumerable<ChampModifie> ParProfil<T>(string champ, Func<int, Liste<T>> avant, Func<int, Liste<T>> apres)
    {
        var profils = Profils.Where(p => !avant(p).Equals(apres(p))).Sum(p => 1 << p);
        return profils == 0 ? [] : [new(champ, profils)];
    }

    private static NatureChangement Nature(StatutOffre? avant, StatutOffre apres) => (avant, apres) switch
    {
        (null, _) => NatureChangement.Publication,
        ({ } a, _) when a == apres => NatureChangement.Modification,
        (_, StatutOffre.Validee) => NatureChangement.Reouverture,
        _ => NatureChangement.Fermeture,
    };

    private static IEnumerable<ChampModifie> Modifies(IEnumerable<(string Champ, object? Avant, object? Apres)> membres) =>
        membres.Where(m => !Equals(m.Avant, m.Apres)).Select(m => new ChampModifie(m.Champ, ATous));

    // Those who see sensitive units, and the others.
    private static IEnumerable<ChampModifie> SelonLaVue(string champ, bool pareil, bool pareilOuvert)
    {
        var profils = Profils.Where(p => !(Visibilite.VoitOffre(p, uniteSensible: true) ? pareil : pareilOuvert)).Sum(p => 1 << p);
        return profils == 0 ? [] : [new(champ, profils)];
    }

    private static (Liste<LieuNomme>, Adresse?) Localisation(EtatOffrePubliee etat) => (etat.Lieux, etat.AdresseEtablissement);

    private static (Fermeture?, bool) EnCours(EtatOffrePubliee etat) => EnCours(etat.Fermeture, etat.FermeturePrevue);

    // One that is planned is told as PRE while nothing is closed.
    private static (Fermeture? Fermeture, bool EstPrevue) EnCours(Fermeture? fermeture, Fermeture? prevue) => (fermeture ?? prevue, fermeture is null);

    private static IEnumerable<ChampModifie> Contenu(ContenuOffre avant, ContenuOffre apres, EtatOffrePubliee etatAvant, EtatOffrePubliee etatApres)
    {
        var vus = Profils.ToDictionary(p => p, p => Difference.Entre(Vu(avant, etatAvant, p), Vu(apres, etatApres, p)).Select(Pointeur).ToHashSet());
        return Difference.Entre(avant, apres).Select(Pointeur).Select(champ => new ChampModifie(champ, Profils.Where(p => vus[p].Contains(champ)).Sum(p => 1 << p)));
    }

    private static ContenuOffre Vu(ContenuOffre contenu, EtatOffrePubliee etat, int profil) => Visibilite.Filtrer(Visibilite.SansLieuxCaches(contenu, etat.Lieux, profil), profil, etat.Secteur);

    private static IEnumerable<ChampModifie> Fiche<TFiche>(string membre, IReadOnlyList<Champ> champs, TFiche? avant, TFiche? apres, Secteur? secteur)
        where TFiche : class
    {
        if (avant is null || apres is null)
        {
            return [];
        }

        var vues = Profils.Select(p => (Profil: p, Avant: Vue(avant, p), Apres: Vue(apres, p))).ToList();
        return champs.Where(c => !Equals(c.Lire(avant), c.Lire(apres)))
            .Select(c => new ChampModifie($"/{char.ToLowerInvariant(membre[0])}{membre[1..]}{c.Pointeur}", vues.Where(v => Differe(c, v.Profil, v.Avant, v.Apres)).Sum(v => 1 << v.Profil)));

        (TFiche Fiche, List<string> Masques) Vue(TFiche fiche, int profil)
        {
            var masques = new List<string>();
            return (Visibilite.Filtrer(champs, fiche, profil, secteur, "", masques), masques);
        }

        // Whoever is told of masks reads that one comes or goes.
        static bool Differe(Champ champ, int profil, (TFiche Fiche, List<string> Masques) avant, (TFiche Fiche, List<string> Masques) apres) =>
            !Equals(champ.Lire(avant.Fiche), champ.Lire(apres.Fiche))
            || (profil > 0 && !avant.Masques.Where(m => Dans(champ, m)).SequenceEqual(apres.Masques.Where(m => Dans(champ, m))));

        static bool Dans(Champ champ, string masque) => masque == champ.Pointeur || masque.StartsWith($"{champ.Pointeur}/", StringComparison.Ordinal);
    }

    private static IEnumerable<int> Profils => Enumerable.Range(0, Perimetre.ProfilMax + 1);

    private static string Pointeur(Difference difference) => $"/sections/{difference.Section.Membre}{difference.Champ.Pointeur}";
}
