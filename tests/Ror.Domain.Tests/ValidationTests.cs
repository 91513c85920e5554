using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Tests;

/// <summary>L2: what <c>valider</c> demands, and that reads show exactly what it refuses.</summary>
public sealed class ValidationTests
{
    // Domain §4 by hand, with what the two modèles add (publicsPrisEnCharge; temporaliteAccueil and ouvertureAnnuelle in the EHPAD).
    private static readonly Dictionary<string, Dictionary<string, string>> Obligatoires = new()
    {
        ["chirurgie"] = Attendus("nom champActivite modeleSaisie uniteSensible", "typesOffre modePriseEnCharge", "publicsPrisEnCharge ageMin ageMax"),
        ["psychiatrie"] = Attendus("nom champActivite uniteSensible", "typesOffre modePriseEnCharge", "ageMin ageMax"),
        ["ehpad"] = Attendus("nom champActivite modeleSaisie uniteSensible", "typesOffre modePriseEnCharge temporaliteAccueil ouvertureAnnuelle", "publicsPrisEnCharge ageMin ageMax"),
        ["service-medico-social"] = Attendus("nom champActivite uniteSensible", "typesOffre modePriseEnCharge", "publicsPrisEnCharge ageMin ageMax"),
        ["service-social"] = Attendus("nom champActivite uniteSensible", "typesOffre modePriseEnCharge", "ageMin ageMax"),
        ["centre-de-sante"] = Attendus("nom champActivite uniteSensible", "typesOffre modePriseEnCharge", "ageMin ageMax"),
    };

    private static readonly Dictionary<string, string> SansObjet = new()
    {
        ["chirurgie"] = "secteurPsychiatrique communes accord extrait anomalies",
        ["psychiatrie"] = "modeleSaisie communes accord extrait anomalies",
        ["ehpad"] = "secteurPsychiatrique habilitationSoinsSansConsentement communes accord extrait anomalies",
        ["service-medico-social"] = "modeleSaisie secteurPsychiatrique habilitationSoinsSansConsentement accord extrait anomalies",
        ["service-social"] = "modeleSaisie secteurPsychiatrique habilitationSoinsSansConsentement accord extrait anomalies",
        ["centre-de-sante"] = "modeleSaisie secteurPsychiatrique habilitationSoinsSansConsentement communes accord extrait anomalies",
    };

    public static TheoryData<string> Dossiers() => [.. Fabrique.Dossiers.Keys];

    public static TheoryData<string, string, string> ChampsObligatoires() =>
    [
        .. from dossier in Obligatoires
           from section in dossier.Value
           from champ in section.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           select (dossier.Key, section.Key, champ),
    ];

    public static TheoryData<string, string> Sections() => [.. from dossier in Obligatoires from section in dossier.Value.Keys select (dossier.Key, section)];

    [Fact]
    public void Toutes_les_sections_du_catalogue_sont_couvertes() =>
        Assert.All(Obligatoires.Values, o => Assert.Equal(LesSections.Toutes.Select(s => s.Cle), o.Keys));

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Une_offre_complete_et_relue_se_valide(string nom) =>
        Assert.Equal(StatutOffre.Validee, Fabrique.Dossiers[nom].Publiee().Statut);

    [Theory]
    [MemberData(nameof(Sections))]
    public void Les_champs_obligatoires_sont_ceux_du_domaine(string nom, string section) =>
        Assert.Equal(Obligatoires[nom][section].Split(' ', StringSplitOptions.RemoveEmptyEntries), Exiges(nom, section, Exigence.Obligatoire));

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Les_champs_sans_objet_sont_ceux_du_domaine(string nom) =>
        Assert.Equal(SansObjet[nom].Split(' '), LesSections.Toutes.SelectMany(s => Exiges(nom, s.Cle, Exigence.NonApplicable)));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Une_section_vide_a_une_forme_correcte(string nom, string section)
    {
        var description = LesSections.DeCle(section);

        Assert.Empty(description.VerifierForme(description.Vide, Fabrique.Dossiers[nom].Contexte));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void La_section_pleine_est_complete(string nom, string section)
    {
        var description = LesSections.DeCle(section);
        var complete = description.Lire(Fabrique.Dossiers[nom].Publiee().Contenu) ?? description.Vide;

        Assert.Empty(description.VerifierForme(complete, Fabrique.Dossiers[nom].Contexte));
        Assert.Empty(description.Evaluer(complete, Fabrique.Dossiers[nom].Contexte));
    }

    [Theory]
    [MemberData(nameof(ChampsObligatoires))]
    public void Oter_un_champ_obligatoire_fait_manquer_ce_champ_seul(string nom, string section, string champ)
    {
        var description = LesSections.DeCle(section);
        var dossier = Fabrique.Dossiers[nom];
        var contenu = dossier.Publiee().Contenu;
        var entamee = (ISection)description.Champs.Single(c => c.Nom == champ).Ecrire(description.Lire(contenu)!, null);
        var contexte = dossier.Environnement.Contexte("structure", description.Ecrire(contenu, entamee));

        var manquements = description.Evaluer(entamee, contexte).ToList();

        Assert.All(manquements, m => Assert.True(m.EstAbsence));
        if ((nom, champ) != ("psychiatrie", "champActivite"))
        {
            manquements.Select(m => m.Erreur).Seule($"{section}/{champ} champ.obligatoire");
            return;
        }

        // While the champ is not chosen, every active modèle of the category still fits: one is wanted too.
        Assert.Equal(["informations-generales/champActivite champ.obligatoire", "informations-generales/modeleSaisie champ.obligatoire"], manquements.Select(m => m.Erreur).Lisibles());
    }

    [Fact]
    public void Valider_une_offre_incomplete_liste_tous_les_champs_manquants()
    {
        var dossier = Fabrique.Chirurgie;
        var offre = dossier.Brouillon();
        var avant = offre.Instantane();

        var resultat = offre.Valider(relu: false, dossier.Environnement);

        Assert.Equal(
        [
            "/relu validation.relu-requis",
            "accueil-prise-en-charge etape.non-validee",
            "accueil-prise-en-charge/modePriseEnCharge champ.obligatoire",
            "accueil-prise-en-charge/typesOffre champ.obligatoire",
            "patientele etape.non-validee",
            "patientele/ageMax champ.obligatoire",
            "patientele/ageMin champ.obligatoire",
            "patientele/publicsPrisEnCharge champ.obligatoire",
            "specificites/activites champ.obligatoire",
        ], resultat.Erreurs.Lisibles());
        Assert.All(resultat.Erreurs, Attentes.ParleLesDeuxLangues);
        Assert.All(resultat.Erreurs, e => Assert.Equal(Nature.Contenu, e.Type.Nature));
        Assert.Equal(avant, offre.Instantane());
    }

    [Fact]
    public void Valider_dit_a_la_fois_les_manques_et_les_valeurs_fausses_de_plusieurs_sections()
    {
        var dossier = Fabrique.Chirurgie;
        var offre = dossier.Complet();
        offre.ModifierSection(dossier.Informations with { Nom = null }, Fabrique.Informations, dossier.Environnement).Reussit();
        var trop = Enumerable.Range(0, 21).Select(i => Fabrique.Contact(telecoms: Fabrique.Telecom(valeur: $"05630000{i:D2}"))).EnListe();
        offre.ModifierSection(new Contacts { Patients = trop }, "contacts", dossier.Environnement).Reussit();
        offre.ModifierSection(dossier.Patientele with { AgeMin = null }, "patientele", dossier.Environnement).Reussit();

        Assert.Equal(
        [
            "contacts/patients liste.trop-longue",
            "informations-generales etape.non-validee",
            "informations-generales/nom champ.obligatoire",
            "patientele etape.non-validee",
            "patientele/ageMin champ.obligatoire",
        ], offre.Valider(relu: true, dossier.Environnement).Erreurs.Lisibles());
    }

    [Fact]
    public void Une_offre_complete_mais_non_relue_est_refusee()
    {
        var dossier = Fabrique.Chirurgie;
        var offre = dossier.Complet();
        var avant = offre.Instantane();

        offre.Valider(relu: false, dossier.Environnement).Refuse("/relu validation.relu-requis");

        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [MemberData(nameof(ChampsObligatoires))]
    public void Valider_refuse_exactement_ce_que_montre_le_bilan(string nom, string section, string champ)
    {
        var dossier = Fabrique.Dossiers[nom];
        var description = LesSections.DeCle(section);
        var offre = dossier.Complet();
        var entamee = (ISection)description.Champs.Single(c => c.Nom == champ).Ecrire(description.Lire(offre.Contenu)!, null);
        offre.ModifierSection(entamee, section, dossier.Environnement).Reussit();

        var bilan = offre.Bilan(dossier.Environnement);
        var resultat = offre.Valider(relu: true, dossier.Environnement);

        Assert.Equal(bilan.EstComplet, resultat.EstSucces);
        Assert.Equal(bilan.Manquants.Lisibles(), resultat.Erreurs.Lisibles());
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Le_bilan_est_incomplet_tant_qu_une_etape_reste_a_valider(string nom)
    {
        var dossier = Fabrique.Dossiers[nom];
        var offre = dossier.Brouillon();
        var bilans = new List<bool> { offre.Bilan(dossier.Environnement).EstComplet };
        dossier.Accueillir(offre).Reussit();
        bilans.Add(offre.Bilan(dossier.Environnement).EstComplet);
        dossier.Specifier(offre).Reussit();
        bilans.Add(offre.Bilan(dossier.Environnement).EstComplet);

        Assert.Equal([false, false, true], bilans);
    }

    [Fact]
    public void Le_bilan_compte_les_champs_obligatoires_et_ceux_qui_sont_renseignes()
    {
        var (brouillon, complet) = (Fabrique.Chirurgie.Brouillon().Bilan(Fabrique.Chirurgie.Environnement), Fabrique.Chirurgie.Complet().Bilan(Fabrique.Chirurgie.Environnement));

        Assert.Equal((10, 4), (brouillon.Obligatoires, brouillon.Renseignes));
        Assert.Equal((10, 10), (complet.Obligatoires, complet.Renseignes));
    }

    [Fact]
    public void Une_copie_de_travail_incomplete_ne_se_publie_pas()
    {
        var dossier = Fabrique.Chirurgie;
        var offre = dossier.Publiee();
        offre.ModifierSection(dossier.Patientele with { AgeMax = null }, "patientele", dossier.Environnement).Reussit();

        offre.Valider(relu: true, dossier.Environnement).Refuse("patientele/ageMax champ.obligatoire");

        Assert.Equal(1, offre.NumeroVersion);
        Assert.NotNull(offre.Publie!.Patientele!.AgeMax);
    }

    [Fact]
    public void Une_offre_de_structure_se_valide_sans_contact()
    {
        var offre = Fabrique.Chirurgie.Publiee();

        Assert.Null(offre.Publie!.Contacts);
    }

    private static List<string> Exiges(string nom, string section, Exigence exigence)
    {
        var contexte = Fabrique.Dossiers[nom].Contexte;
        return [.. LesSections.DeCle(section).Champs.Where(c => ChampEnContexte.De(section, c, contexte).Exigence == exigence).Select(c => c.Nom)];
    }

    private static Dictionary<string, string> Attendus(string informations, string accueil, string patientele) => new()
    {
        ["informations-generales"] = informations,
        ["accueil-prise-en-charge"] = accueil,
        ["patientele"] = patientele,
        ["specificites"] = "activites",
        ["contacts"] = "",
        ["adresse"] = "",
        ["messagerie-securisee"] = "",
        ["horaires"] = "",
        ["zone-intervention"] = "",
        ["lieux"] = "",
        ["donnees-nationales"] = "",
    };
}
