using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Offres.Sections;
using static Ror.Domain.Tests.Fabrique;

namespace Ror.Domain.Tests;

/// <summary>What keeps a modèle from being active.</summary>
public sealed class ContradictionsTests
{
    private static readonly DateOnly Jour = new(2026, 11, 23);

    public static TheoryData<string, string[]> Cas => new()
    {
        { "champ inconnu", ["modele.champ-inconnu /regles/0"] },
        { "section inconnue", ["modele.champ-inconnu /regles/0"] },
        { "modele", ["modele.champ-inconnu /regles/0"] },
        { "deux regles", ["modele.regle-double /regles/1"] },
        { "code hors liste", ["code.inconnu /regles/0/codesAutorises/1"] },
        { "code double", ["liste.doublon /regles/0/codesAutorises/1"] },
        { "liste vide", ["modele.liste-vide /regles/0/codesAutorises"] },
        { "sans liste", ["modele.sans-liste /regles/0/codesAutorises"] },
        { "fixe sans valeur", ["modele.fixe-sans-valeur /regles/0/fixe"] },
        { "fixe non autorise", ["modele.valeur-non-autorisee /prereglages/accueilPriseEnCharge/modePriseEnCharge"] },
        { "defaut inconnu", ["code.inconnu /prereglages/accueilPriseEnCharge/modePriseEnCharge"] },
        { "texte trop long", ["texte.trop-long /prereglages/informationsGenerales/nom"] },
        { "contacts", ["modele.sans-prereglage /prereglages/contacts/patients"] },
        { "fixe hors champ", ["modele.valeur-intenable /prereglages/informationsGenerales/champActivite"] },
        { "fixe hors situation", ["modele.valeur-intenable /prereglages/accueilPriseEnCharge/typesOffre"] },
        { "ages inverses", ["patientele.ages-inverses /prereglages/patientele/ageMax"] },
        { "personne", ["modele.personne-hors-liberal /contexte/professions"] },
        { "liberal hors ville", ["modele.sans-situation /contexte/champsActivite"] },
        { "masque obligatoire", ["modele.masque-obligatoire /regles/0/masque"] },
        { "masque avec regle", ["modele.masque-avec-regle /regles/0/masque"] },
        { "sans objet", ["modele.sans-objet /regles/0/obligatoire"] },
        { "aucune valeur", ["modele.aucune-valeur /regles/0/codesAutorises"] },
        { "familles", ["modele.familles-hors-activites /regles/0/familles/0/activite", "code.inconnu /regles/0/familles/0/familles/0"] },
        { "sans categorie", ["modele.sans-categorie /contexte/categories"] },
        { "categorie inconnue", ["code.inconnu /contexte/categories/0"] },
        { "sans situation", ["modele.sans-situation /contexte/champsActivite"] },
        { "sans categorie, nom masque", ["modele.sans-categorie /contexte/categories", "modele.masque-obligatoire /regles/0/masque"] },
        { "personne sans categorie", ["modele.personne-hors-liberal /contexte/professions", "modele.sans-categorie /contexte/categories"] },
        { "deux regles dont une fausse", ["modele.regle-double /regles/1", "code.inconnu /regles/1/codesAutorises/0"] },
        { "champ d'activite ailleurs", ["modele.aucune-valeur /regles/0/codesAutorises"] },
        { "activite fixe sans famille", ["modele.valeur-intenable /prereglages/specificites/activites"] },
        { "famille non liee", ["modele.sans-famille /regles/0/familles/0/familles"] },
        { "familles vides", ["modele.sans-famille /regles/0/familles/0/familles"] },
    };

    [Theory]
    [MemberData(nameof(Cas))]
    public void Chaque_contradiction_se_dit_a_sa_place(string cas, string[] attendues) =>
        Assert.Equal(attendues, Contradictions.De(Contradictoire(cas), Fabrique.Nomenclatures, Jour).Select(e => $"{e.Type.Code} {e.Champ}"));

    [Fact]
    public void Toutes_se_disent_a_la_fois_et_rien_n_est_active()
    {
        var modele = Modele(statut: StatutModele.Projet, categories: [], regles:
        [
            Regle("accueil-prise-en-charge", "inconnu"),
            Regle("accueil-prise-en-charge", "modePriseEnCharge", Codes("28", "ZZ"), Code("32"), fixe: true),
            Regle("patientele", "ageMin") with { Masque = true },
        ]);
        Assert.Equal(4, modele.Activer(Fabrique.Nomenclatures, Jour).Erreurs.Count(e => e.Type.Code is "modele.sans-categorie" or "modele.champ-inconnu" or "code.inconnu" or "modele.valeur-non-autorisee"));
    }

    [Fact]
    public void Les_modeles_livres_ne_se_contredisent_pas() => Assert.All(Modeles.Tous, m => Assert.Empty(Contradictions.De(m, Fabrique.Nomenclatures, Jour)));

    // Each act from each status: only those of the life Projet → Actif → Retire.
    [Fact]
    public void Un_modele_actif_ne_change_plus()
    {
        var projet = Modele(statut: StatutModele.Projet);
        var actif = projet.Activer(Fabrique.Nomenclatures, Jour).Valeur;
        var retire = actif.Retirer().Valeur;
        Assert.Equal((StatutModele.Actif, StatutModele.Retire), (actif.Statut, retire.Statut));
        Assert.Equal("Autre", projet.Modifier(projet with { Titre = "Autre" }).Valeur.Titre);
        foreach (var fige in new[] { actif, retire })
        {
            Assert.Equal(["modele.fige"], fige.Modifier(fige with { Titre = "Autre" }).Erreurs.Select(e => e.Type.Code));
            Assert.Equal(["modele.pas-un-projet"], fige.Activer(Fabrique.Nomenclatures, Jour).Erreurs.Select(e => e.Type.Code));
            Assert.Equal(StatutModele.Projet, fige.Suivant(Guid.CreateVersion7(), [fige]).Valeur.Statut);
        }

        Assert.Equal(["modele.pas-actif"], retire.Retirer().Erreurs.Select(e => e.Type.Code));
        Assert.Equal(["modele.pas-actif"], projet.Retirer().Erreurs.Select(e => e.Type.Code));
        Assert.Equal(["modele.encore-projet"], projet.Suivant(Guid.CreateVersion7(), [projet]).Erreurs.Select(e => e.Type.Code));
        Assert.Equal(["modele.projet-existant"], actif.Suivant(Guid.CreateVersion7(), [actif, projet]).Erreurs.Select(e => e.Type.Code));
    }

    [Theory]
    [InlineData("2", "1", "3")]
    [InlineData("10", "9", "11")]
    [InlineData("0.2.0", "0.1.9", "1")]
    [InlineData("v3", "v2", "4")]
    [InlineData("2026-02", "2026-01", "2027")]
    [InlineData("1.0", "1.0-beta", "2")]
    [InlineData("1.0-rc.10", "1.0-rc.9", "2")]
    [InlineData("1.1-beta", "1.0", "2")]
    [InlineData("b", "a", "b.1")]
    [InlineData("R1", "1", "R1.1")]
    [InlineData("202602131200", "1", "202602131201")]
    [InlineData("99999999999999999999", "2", "100000000000000000000")]
    public void La_version_suivante_est_un_nombre_au_dessus_de_toutes(string recente, string ancienne, string suivante)
    {
        var (a, b) = (Modele(version: recente), Modele(version: ancienne));
        Assert.True(a.EstPlusRecentQue(b));
        Assert.False(b.EstPlusRecentQue(a));
        Assert.Equal(suivante, b.Suivant(Guid.CreateVersion7(), [a, b]).Valeur.Version);
    }

    private static ModeleSaisie Contradictoire(string cas) => cas switch
    {
        "champ inconnu" => Avec(Regle("patientele", "couleur")),
        "section inconnue" => Avec(Regle("cuisine", "nom")),
        "modele" => Avec(Regle("informations-generales", "modeleSaisie", parDefaut: "x|1")),
        "deux regles" => Avec(Regle("patientele", "ageMin", obligatoire: true), Regle("patientele", "ageMin", parDefaut: Age(3))),
        "code hors liste" => Avec(Regle("accueil-prise-en-charge", "modePriseEnCharge", Codes("28", "ZZ"))),
        "code double" => Avec(Regle("accueil-prise-en-charge", "modePriseEnCharge", Codes("28", "28"))),
        "liste vide" => Avec(Regle("accueil-prise-en-charge", "modalitesAccueil", [])),
        "sans liste" => Avec(Regle("patientele", "ageMin", Codes("01"))),
        "fixe sans valeur" => Avec(Regle("accueil-prise-en-charge", "modePriseEnCharge", fixe: true)),
        "fixe non autorise" => Avec(Regle("accueil-prise-en-charge", "modePriseEnCharge", Codes("28"), Code("32"), fixe: true)),
        "defaut inconnu" => Avec(Regle("accueil-prise-en-charge", "modePriseEnCharge", parDefaut: Code("ZZ"))),
        "texte trop long" => Avec(Regle("informations-generales", "nom", parDefaut: new string('x', 151))),
        "contacts" => Avec(Regle("contacts", "patients", parDefaut: (Liste<Contact>)[Contact()])),
        "fixe hors champ" => Avec(Regle("informations-generales", "champActivite", parDefaut: Code("03"), fixe: true)),
        "fixe hors situation" => Avec(Regle("accueil-prise-en-charge", "typesOffre", parDefaut: Codes("21"), fixe: true)),
        "ages inverses" => Avec(Regle("patientele", "ageMin", parDefaut: Age(90)), Regle("patientele", "ageMax", parDefaut: Age(2))),
        "personne" => Modele(statut: StatutModele.Projet) with { Contexte = new() { Categories = Codes("355"), Professions = Codes("60") } },
        "liberal hors ville" => Modele(statut: StatutModele.Projet, parcours: "liberal"),
        "masque obligatoire" => Avec(Regle("patientele", "ageMin") with { Masque = true }),
        "masque avec regle" => Avec(Regle("accueil-prise-en-charge", "modalitesAccueil", Codes("03")) with { Masque = true }),
        "sans objet" => Avec(Regle("informations-generales", "secteurPsychiatrique", obligatoire: true)),
        "aucune valeur" => Avec(Regle("accueil-prise-en-charge", "typesOffre", Codes("21"))),
        "familles" => Avec(Regle("specificites", "activites", [new("033")], familles: [new("017", ["ZZ"])])),
        "sans categorie" => Modele(statut: StatutModele.Projet, categories: []),
        "categorie inconnue" => Modele(statut: StatutModele.Projet, categories: ["ZZZ"]),
        "sans categorie, nom masque" => Modele(statut: StatutModele.Projet, categories: [], regles: [Regle("informations-generales", "nom") with { Masque = true }]),
        "personne sans categorie" => Modele(statut: StatutModele.Projet) with { Contexte = new() { Professions = Codes("60") } },
        "deux regles dont une fausse" => Avec(Regle("patientele", "publicsPrisEnCharge", obligatoire: true), Regle("patientele", "publicsPrisEnCharge", Codes("ZZ"))),
        "champ d'activite ailleurs" => Avec(Regle("informations-generales", "champActivite", Codes("02"))),
        "activite fixe sans famille" => Medicosocial(Regle("specificites", "activites", parDefaut: (Liste<ActiviteOperationnelle>)[new() { Activite = new("135") }], fixe: true)),
        "famille non liee" => Medicosocial(Regle("specificites", "activites", [new("135")], familles: [new("135", ["01"])])),
        "familles vides" => Medicosocial(Regle("specificites", "activites", [new("135")], familles: [new("135", [])])),
        "sans situation" => Modele(statut: StatutModele.Projet, champs: ["05"]),
        _ => throw new ArgumentOutOfRangeException(nameof(cas)),
    };

    private static ModeleSaisie Avec(params RegleChamp[] regles) => Modele(statut: StatutModele.Projet, regles: regles);

    private static ModeleSaisie Medicosocial(RegleChamp regle) => Modele(statut: StatutModele.Projet, categories: ["500"], champs: ["04"], regles: [regle]);
}
