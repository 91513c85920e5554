using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.ModelesSaisie;

/// <summary>Why a modèle cannot be active: all that it says which no offer could follow. Pointers are into its own representation.</summary>
public static class Contradictions
{
    // The modèle that an offer takes is not for a modèle to say.
    private const string Reserve = "modeleSaisie";

    // A situation is of one champ.
    private const string ChampDActivite = "champActivite";

    public static IReadOnlyList<Erreur> De(ModeleSaisie modele, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        var situations = Situations(modele, nomenclatures, jour);
        return
        [
            .. DuContexte(modele, situations.Count > 0, nomenclatures, jour),
            .. modele.Regles.SelectMany((regle, i) => ChampDe(regle) is not { } champ || champ.Nom == Reserve || champ.ParOperations || regle.Section == DonneesNationales.Cle
                ? [ModeleErreurs.ChampInconnu.Sur($"/regles/{i}", regle.Section, regle.Champ)]
                : DeLaRegle(modele, regle, i, champ, situations, nomenclatures, jour)),
            .. EntreChamps(modele, situations),
        ];
    }

    public static Champ? ChampDe(RegleChamp regle) => LesSections.Toutes.FirstOrDefault(s => s.Cle == regle.Section)?.Champs.FirstOrDefault(c => c.Nom == regle.Champ);

    /// <summary>May a default be given for it? Rows of contacts or hours belong to one offer alone.</summary>
    public static bool SePreregle(Champ champ) => champ.Type is not (TypeChamp.Lignes or TypeChamp.Objet) || champ.Nomenclature is not null;

    private static IEnumerable<Erreur> DuContexte(ModeleSaisie modele, bool aUneSituation, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        var contexte = modele.Contexte;
        if (modele.Parcours == LesParcours.Structure.Cle && contexte.Professions.Count + contexte.Specialites.Count > 0)
        {
            yield return ModeleErreurs.PersonneHorsLiberal.Sur(contexte.Professions.Count > 0 ? "/contexte/professions" : "/contexte/specialites");
        }

        var codes = Formes.Verifier(ContexteModele.Champs, contexte, nomenclatures, jour, "/contexte").ToList();
        foreach (var erreur in codes)
        {
            yield return erreur;
        }

        if (contexte.Categories.Count == 0)
        {
            yield return ModeleErreurs.SansCategorie.Sur("/contexte/categories");
        }
        else if (codes.Count == 0 && !aUneSituation)
        {
            yield return ModeleErreurs.SansSituation.Sur("/contexte/champsActivite");
        }
    }

    private static IEnumerable<Erreur> DeLaRegle(
        ModeleSaisie modele, RegleChamp regle, int rang, Champ champ, IReadOnlyList<ContexteSaisie> situations, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        var ici = $"/regles/{rang}";
        Erreur[] doubles = modele.Regles.Take(rang).Any(r => r.Section == regle.Section && r.Champ == regle.Champ) ? [ModeleErreurs.RegleDouble.Sur(ici, champ.Libelle)] : [];
        return doubles.Concat(DesCodes(regle, champ, $"{ici}/codesAutorises", nomenclatures, jour))
            .Concat(DesFamilles(regle, champ, $"{ici}/familles", situations, nomenclatures, jour))
            .Concat(DuPrereglage(regle, champ, ici, situations, nomenclatures, jour))
            .Concat(DesExigences(regle, champ, ici, situations));
    }

    private static IEnumerable<Erreur> DesCodes(RegleChamp regle, Champ champ, string ici, CatalogueNomenclatures nomenclatures, DateOnly jour) =>
        regle.CodesAutorises is not { } codes ? []
        : champ.Nomenclature is null ? [ModeleErreurs.SansListe.Sur(ici, champ.Libelle)]
        : codes.Count == 0 ? [ModeleErreurs.ListeVide.Sur(ici, champ.Libelle)]
        : codes.SelectMany((code, i) => CodeErreurs.Verifier(nomenclatures[champ.Nomenclature], code, $"{ici}/{i}", jour) is { } erreur ? [erreur]
            : codes.Take(i).Contains(code) ? new[] { ChampErreurs.Doublon.Sur($"{ici}/{i}", champ.Libelle) } : []);

    private static IEnumerable<Erreur> DesFamilles(RegleChamp regle, Champ champ, string ici, IReadOnlyList<ContexteSaisie> situations, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        var familles = champ.Colonnes.FirstOrDefault(c => c.Nomenclature is not null && c.Nomenclature != champ.Nomenclature);
        return regle.Familles is not { } admises ? []
            : champ.Nomenclature is null || familles is null ? [ModeleErreurs.SansListe.Sur(ici, champ.Libelle)]
            : admises.SelectMany((lien, i) => (regle.Autorise(new(lien.Activite)) && admises.Take(i).All(a => a.Activite != lien.Activite) ? [] : new[] { ModeleErreurs.FamillesHorsActivite.Sur($"{ici}/{i}/activite", lien.Activite) })
                .Concat(Verifier(nomenclatures[champ.Nomenclature], lien.Activite, $"{ici}/{i}/activite"))
                .Concat(lien.Familles.SelectMany((famille, j) => Verifier(nomenclatures[familles.Nomenclature!], famille, $"{ici}/{i}/familles/{j}")))
                .Concat(SansFamille(lien, situations, nomenclatures) ? [ModeleErreurs.SansFamille.Sur($"{ici}/{i}/familles", lien.Activite)] : []));

        IEnumerable<Erreur> Verifier(JeuDeValeurs liste, string code, string pointeur) => CodeErreurs.Verifier(liste, new(code), pointeur, jour) is { } erreur ? [erreur] : [];
    }

    // Where a famille is asked for, one that is admitted must go with the activité.
    private static bool SansFamille(FamillesAdmises lien, IReadOnlyList<ContexteSaisie> situations, CatalogueNomenclatures nomenclatures) =>
        lien.Familles.Count == 0
        || (situations.Any(s => s.EstChamp("04")) && nomenclatures.FamillesActivite?.De(lien.Activite) is { } liees && !lien.Familles.Any(liees.Contains));

    private static IEnumerable<Erreur> DuPrereglage(RegleChamp regle, Champ champ, string ici, IReadOnlyList<ContexteSaisie> situations, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        if (regle.ParDefaut is not { } valeur)
        {
            return regle.Fixe ? [ModeleErreurs.FixeSansValeur.Sur($"{ici}/fixe", champ.Libelle)] : [];
        }

        var section = LesSections.DeCle(regle.Section);
        var pointeur = $"/prereglages/{section.Membre}";
        if (!SePreregle(champ))
        {
            return [ModeleErreurs.SansPrereglage.Sur(pointeur + champ.Pointeur, champ.Libelle)];
        }

        var interdits = CodesEmployes.De([champ], champ.Ecrire(section.Vide, valeur)).Where(c => c.Liste == champ.Nomenclature && !regle.Autorise(c.Code))
            .Select(c => ModeleErreurs.ValeurNonAutorisee.Sur(pointeur + champ.Pointeur, c.Code.Code, champ.Libelle)).ToList();
        return Formes.Verifier([champ], champ.Ecrire(section.Vide, valeur), nomenclatures, jour, pointeur)
            .Concat(interdits.Count > 0 ? interdits
                : Intenable(regle, champ, situations) is { } intenable ? [ModeleErreurs.ValeurIntenable.Sur(pointeur + champ.Pointeur, champ.Libelle, intenable.ChampActivite!, intenable.Categorie)] : []);
    }

    // A fixed value is taken by every offer of the context; a default, by one of them at least.
    private static ContexteSaisie? Intenable(RegleChamp regle, Champ champ, IReadOnlyList<ContexteSaisie> situations)
    {
        var refus = situations.Where(s => !Tient(regle, champ, s)).ToList();
        return refus.Count > 0 && (regle.Fixe || refus.Count == situations.Count) ? refus[0] : null;
    }

    // By what judges an offer; a default may still lack what its author will add.
    private static bool Tient(RegleChamp regle, Champ champ, ContexteSaisie situation)
    {
        var section = LesSections.DeCle(regle.Section);
        var porteur = (ISection)champ.Ecrire(section.Vide, regle.ParDefaut);
        return Evaluation.De(section.Cle, [champ], porteur, situation).Select(m => m.Erreur).Concat(porteur.Verifier(situation)).Where(e => e.Champ!.StartsWith(champ.Pointeur, StringComparison.Ordinal)).All(e => !regle.Fixe && e.Type == ChampErreurs.Obligatoire)
            && (champ.Nom != ChampDActivite || Admis(champ, (CodeNos)regle.ParDefaut!, situation));
    }

    private static bool Admis(Champ champ, CodeNos code, ContexteSaisie situation) =>
        champ.Admet?.Invoke(situation, code) != false && (champ.Nom != ChampDActivite || code.Code == situation.ChampActivite);

    // What defaults say together, wherever the offer is: ages, an activité and its famille.
    private static IEnumerable<Erreur> EntreChamps(ModeleSaisie modele, IReadOnlyList<ContexteSaisie> situations) =>
        from section in LesSections.Toutes
        let regles = modele.Regles.Where(r => r.Section == section.Cle && r.ParDefaut is not null && ChampDe(r) is { } champ && SePreregle(champ)).ToList()
        where regles.Count > 1 && situations.Count > 0
        let prereglee = regles.Aggregate(section.Vide, (s, r) => (ISection)ChampDe(r)!.Ecrire(s, r.ParDefaut))
        from erreur in situations.Select(s => prereglee.Verifier(s).ToList()).Aggregate((a, b) => [.. a.Where(e => b.Any(f => f.Type == e.Type && f.Champ == e.Champ))])
        select erreur with { Champ = $"/prereglages/{section.Membre}{erreur.Champ}" };

    private static IEnumerable<Erreur> DesExigences(RegleChamp regle, Champ champ, string ici, IReadOnlyList<ContexteSaisie> situations)
    {
        if (regle.Masque)
        {
            return (regle with { Masque = false }).EstVide ? EstExige(champ, situations) ? [ModeleErreurs.MasqueObligatoire.Sur($"{ici}/masque", champ.Libelle, champ.Obligatoire!)] : []
                : [ModeleErreurs.MasqueAvecRegle.Sur($"{ici}/masque", champ.Libelle)];
        }

        var enContexte = situations.Select(s => new ChampEnContexte(regle.Section, champ, regle, s)).ToList();
        return regle.Obligatoire && enContexte.Count > 0 && enContexte.All(c => c.Exigence == Exigence.NonApplicable) ? [ModeleErreurs.SansObjet.Sur($"{ici}/obligatoire", champ.Libelle)]
            : enContexte.FirstOrDefault(c => regle.CodesAutorises is { Count: > 0 } codes && c.Exigence == Exigence.Obligatoire && codes.All(code => !Admis(champ, code, c.Contexte))) is { } sans
                ? [ModeleErreurs.AucuneValeur.Sur($"{ici}/codesAutorises", champ.Libelle, sans.Contexte.ChampActivite!)]
            : [];
    }

    private static bool EstExige(Champ champ, IReadOnlyList<ContexteSaisie> situations) =>
        ReferenceEquals(champ.Exigence, Champ.Toujours) || situations.Any(s => champ.Exigence(s) == Exigence.Obligatoire);

    // An offer of each kind that may take the modèle, empty but for its champ.
    private static List<ContexteSaisie> Situations(ModeleSaisie modele, CatalogueNomenclatures nomenclatures, DateOnly jour)
    {
        var modeles = new CatalogueModeles([modele with { Statut = StatutModele.Actif }]);
        return
        [
            .. modele.Contexte.Situations(modele.Parcours).Select(s => new ContexteSaisie(
                modele.Parcours, s.Secteur, s.Categorie, new() { InformationsGenerales = new() { ChampActivite = new(s.ChampActivite), ModeleSaisie = modele.Reference } }, nomenclatures, modeles, jour)),
        ];
    }
}
