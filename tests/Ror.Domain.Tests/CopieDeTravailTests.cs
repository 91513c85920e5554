using Ror.Domain.Commun;
using Ror.Domain.Offres;

namespace Ror.Domain.Tests;

/// <summary>L3 and L4.</summary>
public sealed class CopieDeTravailTests
{
    private static readonly Dossier Dossier = Fabrique.Chirurgie;

    [Fact]
    public void L3_modifier_une_offre_validee_ne_change_que_la_copie_de_travail()
    {
        var offre = Dossier.Publiee();
        var publie = offre.Publie;

        Renommer(offre, "Autre nom").Reussit();

        Assert.True(offre.ModificationsEnAttente);
        Assert.Equal(publie, offre.Publie);
        Assert.Equal("Autre nom", offre.Contenu.InformationsGenerales!.Nom);
        Assert.Equal((StatutOffre.Validee, 1), (offre.Statut, offre.NumeroVersion));
    }

    [Fact]
    public void L3_valider_publie_la_copie_de_travail_comme_version_suivante()
    {
        var offre = Dossier.Publiee();
        Renommer(offre, "Autre nom").Reussit();
        var plusTard = Fabrique.Instant.AddDays(3);

        offre.Valider(relu: true, Fabrique.Environnement(instant: plusTard)).Reussit();

        Assert.Equal((2, plusTard, "Autre nom"), (offre.NumeroVersion, offre.ValideeLe, offre.Publie!.InformationsGenerales!.Nom));
        Assert.False(offre.ModificationsEnAttente);
    }

    [Fact]
    public void L3_abandonner_rend_le_contenu_publie()
    {
        var offre = Dossier.Publiee();
        var publie = offre.Publie;
        Renommer(offre, "Autre nom").Reussit();

        offre.AbandonnerModifications(Dossier.Environnement).Reussit();

        Assert.False(offre.ModificationsEnAttente);
        Assert.Equal(publie, offre.Contenu);
        Assert.Equal((StatutOffre.Validee, 1), (offre.Statut, offre.NumeroVersion));
    }

    [Fact]
    public void Revenir_a_la_valeur_publiee_ne_laisse_rien_en_attente()
    {
        var offre = Dossier.Publiee();
        Renommer(offre, "Autre nom").Reussit();

        Renommer(offre, Dossier.Informations.Nom!).Reussit();

        Assert.False(offre.ModificationsEnAttente);
        offre.Valider(relu: true, Dossier.Environnement).Refuse("offre.transition-interdite");
    }

    [Fact]
    public void Ecrire_la_meme_section_ne_fait_pas_une_nouvelle_version()
    {
        var offre = Dossier.EnAttente();
        var avant = offre.Instantane();

        offre.ModifierSection(Dossier.Contacts, "contacts", Dossier.Environnement).Reussit();

        Assert.Equal(avant, offre.Instantane());
    }

    [Theory]
    [InlineData("03")]
    [InlineData(null)]
    public void L4_le_champ_publie_est_accepte_a_l_identique_ou_absent(string? champ)
    {
        var offre = Fabrique.Psychiatrie.Publiee();

        offre.ModifierSection(
            Fabrique.Psychiatrie.Informations with { Nom = "Autre nom", ChampActivite = champ is null ? null : Fabrique.Code(champ) },
            Fabrique.Informations, Fabrique.Psychiatrie.Environnement).Reussit();

        Assert.Equal(Fabrique.Code("03"), offre.Contenu.InformationsGenerales!.ChampActivite);
        Assert.Equal("Autre nom", offre.Contenu.InformationsGenerales.Nom);
    }

    [Theory]
    [InlineData("28")]
    [InlineData(null)]
    public void L4_le_mode_publie_est_accepte_a_l_identique_ou_absent(string? mode)
    {
        var offre = Dossier.Publiee();

        offre.ModifierSection(
            Dossier.Accueil with { ModePriseEnCharge = mode is null ? null : Fabrique.Code(mode), OuvertureAnnuelle = Fabrique.Code("03") },
            Fabrique.Accueil, Dossier.Environnement).Reussit();

        Assert.Equal(Fabrique.Code("28"), offre.Contenu.AccueilPriseEnCharge!.ModePriseEnCharge);
        Assert.Equal(Fabrique.Code("03"), offre.Contenu.AccueilPriseEnCharge.OuvertureAnnuelle);
    }

    [Fact]
    public void L4_le_champ_et_le_mode_changent_dans_un_brouillon()
    {
        var offre = Fabrique.Psychiatrie.Complet();

        offre.ModifierSection(Fabrique.Psychiatrie.Accueil with { ModePriseEnCharge = Fabrique.Code("29") }, Fabrique.Accueil, Fabrique.Psychiatrie.Environnement).Reussit();
        offre.ModifierSection(Fabrique.Psychiatrie.Informations with { ChampActivite = Fabrique.Code("02") }, Fabrique.Informations, Fabrique.Psychiatrie.Environnement).Reussit();

        Assert.Equal(Fabrique.Code("29"), offre.Contenu.AccueilPriseEnCharge!.ModePriseEnCharge);
        Assert.Equal(Fabrique.Code("02"), offre.Contenu.InformationsGenerales!.ChampActivite);
    }

    [Fact]
    public void L4_une_offre_abandonnee_puis_modifiee_garde_son_champ()
    {
        var offre = Fabrique.Psychiatrie.EnAttente();
        offre.AbandonnerModifications(Fabrique.Psychiatrie.Environnement).Reussit();

        offre.ModifierSection(Fabrique.Psychiatrie.Informations with { ChampActivite = Fabrique.Code("02") }, Fabrique.Informations, Fabrique.Psychiatrie.Environnement)
            .Refuse("informations-generales/champActivite offre.champ-immuable");
    }

    [Fact]
    public void L6_une_version_publiee_garde_son_auteur_son_instant_et_son_contenu()
    {
        var offre = Dossier.EnAttente();
        offre.Valider(relu: true, Dossier.Environnement).Reussit();

        var version = VersionOffre.De(offre, "auteur-1");

        Assert.Equal((offre.Id, 2, Fabrique.Instant, "auteur-1"), (version.OffreId, version.Numero, version.Le, version.Auteur));
        Assert.Equal(offre.Publie, version.Contenu);
    }

    private static Resultat<Rien> Renommer(Offre offre, string nom) =>
        offre.ModifierSection(Dossier.Informations with { Nom = nom }, Fabrique.Informations, Dossier.Environnement);
}
