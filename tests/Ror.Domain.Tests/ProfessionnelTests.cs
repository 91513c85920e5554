using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>A professional of the national directory, and the offer that is born of a situation.</summary>
public sealed class ProfessionnelTests
{
    private static readonly DateTime Instant = new(2026, 1, 5, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Jour = new(2026, 1, 5);
    private static readonly Conventionnement Secteur1 = new(new("c1"), false, true, Jour);

    [Fact]
    public void L_ordre_des_lignes_d_une_source_ne_fait_pas_de_difference()
    {
        var fiche = Fiche("B", "A");
        Assert.Equal(fiche.Ordonnee(), Fiche("A", "B").Ordonnee());
        Assert.NotEqual(fiche, fiche.Ordonnee());
    }

    [Fact]
    public void Une_fiche_egale_ne_touche_a_rien()
    {
        var professionnel = Professionnel.Creer(Guid.CreateVersion7(), Fiche("A"), Jour, Instant);
        professionnel.Actualiser(Fiche("A"), Jour.AddDays(1), Instant);
        Assert.Equal((1, Jour), (professionnel.Version, professionnel.DonneesDu));
        professionnel.Actualiser(Fiche("A", "B"), Jour.AddDays(1), Instant);
        Assert.Equal((2, Jour.AddDays(1), 2), (professionnel.Version, professionnel.DonneesDu, professionnel.NombreSituations));
    }

    [Fact]
    public void Un_conventionnement_ne_recule_pas_et_reste_quand_la_situation_reste()
    {
        var professionnel = Professionnel.Creer(Guid.CreateVersion7(), Fiche("A", "B"), Jour, Instant);
        Assert.True(professionnel.Conventionner("A", Secteur1, Instant).Valeur);
        Assert.False(professionnel.Conventionner("A", Secteur1, Instant).Valeur);
        Assert.Equal("annuaire.plus-ancien", professionnel.Conventionner("A", Secteur1 with { Le = Jour.AddDays(-1) }, Instant).Erreurs.Single().Type.Code);
        Assert.Equal("annuaire.situation-inconnue", professionnel.Conventionner("Z", Secteur1, Instant).Erreurs.Single().Type.Code);

        var apres = Fiche("A", "C").AvecConventionnements(professionnel.Fiche);
        Assert.Equal([Secteur1, null], apres.Situations.Select(s => s.Conventionnement));
    }

    [Theory]
    [InlineData("SA07", null)]
    [InlineData("SA08", null)]
    [InlineData("603", null)]
    [InlineData("620", "hierarchie.parent-interdit")]
    [InlineData("355", "hierarchie.parent-interdit")]
    [InlineData("500", "hierarchie.parent-interdit")]
    public void Une_offre_liberale_nait_en_ville_hors_des_officines(string categorie, string? refus)
    {
        var offre = Cabinet(categorie).FaireNaitreOffre(Naissance("SM54"));
        Assert.Equal(refus, offre.EstSucces ? null : offre.Erreurs.Single().Type.Code);
    }

    [Fact]
    public void Elle_nait_preregle_ne_se_supprime_pas_et_ne_se_transfere_pas()
    {
        var offre = Cabinet("SA07").FaireNaitreOffre(Naissance("SM54")).Valeur;
        Assert.Equal((StatutOffre.Brouillon, "liberal", "10000000009"), (offre.Statut, offre.CleParcours, offre.Rpps));
        Assert.Equal("https://ror.example/modeles-saisie/medecin-generaliste-ville|1", offre.Contenu.InformationsGenerales!.ModeleSaisie);
        Assert.DoesNotContain(ActionOffre.Supprimer, offre.ActionsPossibles);
        Assert.DoesNotContain(ActionOffre.Transferer, offre.ActionsPossibles);

        // The modèle of généralistes is not a cardiologist's.
        var cardiologue = Cabinet("SA07").FaireNaitreOffre(Naissance("SM04")).Valeur;
        Assert.Null(cardiologue.Contenu.InformationsGenerales!.ModeleSaisie);
        Assert.Equal("183", cardiologue.Contenu.AccueilPriseEnCharge!.TypesOffre.Single().Code);
        Assert.Equal("offre.sans-type-liberal", Cabinet("SA07").FaireNaitreOffre(Naissance("SM25")).Erreurs.Single().Type.Code);
    }

    private static FicheProfessionnel Fiche(params string[] structures) => new()
    {
        Rpps = "10000000009",
        Nom = "DEMONSTRATION",
        Exercices = [new(new("10"), "C", [new("S", "SM54")])],
        Situations = structures.Select(s => new SituationExercice(s, new("10"), SituationExercice.Liberal)).EnListe(),
    };

    private static NaissanceOffre Naissance(string specialite)
    {
        var fiche = Fiche("A");
        var environnement = new Environnement(Secteur.Ville, "SA07", null, Fabrique.Nomenclatures, Fabrique.Modeles, Instant);
        return new(Guid.CreateVersion7(), Ror.Domain.Identifiants.IdentifiantRegional.Creer("76", 1), fiche, new(new CodeNos("10"), "C", [new("S", specialite)]), environnement);
    }

    private static EntiteGeographique Cabinet(string categorie)
    {
        var ej = EntiteJuridique.Importer(Guid.CreateVersion7(), new() { IdNatStruct = "EJ10000000009009", RaisonSociale = "CABINET" }, Origine.Rpps, Instant).Valeur;
        return ej.ImporterEntiteGeographique(Guid.CreateVersion7(), new() { IdNatStruct = "410000000009009", Denomination = "CABINET", Categorie = new(categorie), Adresse = new() { Commune = "81004" } }, Origine.Rpps, Instant).Valeur;
    }
}
