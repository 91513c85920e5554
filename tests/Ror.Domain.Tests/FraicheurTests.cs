using Ror.Domain.Offres;
using Ror.Domain.Qualite;

namespace Ror.Domain.Tests;

/// <summary>RE1.2 (mos-and-consumers §b.3), and "toujours exact".</summary>
public sealed class FraicheurTests
{
    private static readonly AnneeEcoulee Annee = AnneeEcoulee.En("81", Fabrique.Instant);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    [InlineData(12, 3)]
    [InlineData(13, 4)]
    [InlineData(100, 25)]
    public void Le_nombre_attendu_suit_le_nombre_d_offres_ouvertes(int ouvertes, int attendues)
    {
        Assert.Equal(attendues, Fraicheur.Attendues(ouvertes));
        Assert.Equal(Conformite.Conforme, Fraicheur.DeLEtablissement("355", true, ouvertes, attendues, Annee).Resultat);
        if (attendues > 0)
        {
            var ecart = Fraicheur.DeLEtablissement("355", true, ouvertes, attendues - 1, Annee);
            Assert.Equal((Conformite.Ecart, ouvertes, attendues - 1, attendues), (ecart.Resultat, ecart.OffresOuvertes, ecart.OffresTouchees, ecart.OffresAttendues));
        }
    }

    [Theory]
    [InlineData("SA05", true)]
    [InlineData("SA07", true)]
    [InlineData("SA08", true)]
    [InlineData("SA09", true)]
    [InlineData("355", false)]
    public void Hors_de_la_regle_il_n_y_a_pas_de_verdict(string categorie, bool ouvert)
    {
        var fraicheur = Fraicheur.DeLEtablissement(categorie, ouvert, 3, 0, Annee);
        Assert.Equal((Conformite.SansObjet, null), (fraicheur.Resultat, fraicheur.OffresAttendues));
        Assert.NotEmpty(fraicheur.Preuve);
    }

    [Fact]
    public void Un_pole_a_les_comptes_sans_le_verdict()
    {
        var fraicheur = Fraicheur.DuPole(9, 2, Annee);
        Assert.Equal((Conformite.SansObjet, 9, 2, Annee.Seuil), (fraicheur.Resultat, fraicheur.OffresOuvertes, fraicheur.OffresTouchees, fraicheur.Seuil));
    }

    // Summer time in Albi: the day began at 22:00 UTC the evening before. Réunion is two hours ahead of that, all year.
    [Theory]
    [InlineData("81", "2025-09-14T22:00:00Z", true)]
    [InlineData("81", "2025-09-14T21:59:59Z", false)]
    [InlineData("974", "2025-09-14T20:00:00Z", true)]
    [InlineData("974", "2025-09-14T19:59:59Z", false)]
    public void L_annee_commence_le_meme_jour_local_un_an_avant(string departement, string instant, bool compte)
    {
        var annee = AnneeEcoulee.En(departement, Fabrique.Instant);
        Assert.Equal(new DateOnly(2025, 9, 15), annee.Seuil);
        Assert.Equal(compte, annee.Contient(DateTime.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime()));
        Assert.False(annee.Contient(null));
    }

    [Fact]
    public void Touchee_est_la_derniere_des_deux_dates()
    {
        var (avant, apres) = (Fabrique.Instant, Fabrique.Instant.AddDays(1));
        Assert.Equal(apres, Fraicheur.ToucheeLe(avant, apres));
        Assert.Equal(apres, Fraicheur.ToucheeLe(apres, avant));
        Assert.Equal(avant, Fraicheur.ToucheeLe(avant, null));
        Assert.Null(Fraicheur.ToucheeLe(null, null));
    }

    [Theory]
    [InlineData(StatutOffre.Validee)]
    [InlineData(StatutOffre.FermeeTemporairement)]
    public void Toujours_exact_date_l_offre_et_ne_change_rien_d_autre(StatutOffre statut)
    {
        var offre = Fabrique.Chirurgie.EnEtat(statut, enAttente: true);
        var (version, publie, numero, contenu, validee) = (offre.Version, offre.Publie, offre.NumeroVersion, offre.Contenu, offre.ValideeLe);
        var plusTard = Fabrique.Instant.AddDays(400);

        offre.Confirmer(Fabrique.Environnement(instant: plusTard)).Reussit();

        Assert.Equal(plusTard, offre.ExacteLe);
        Assert.Equal((version + 1, numero, validee, statut), (offre.Version, offre.NumeroVersion, offre.ValideeLe, offre.Statut));
        Assert.Same(publie, offre.Publie);
        Assert.Same(contenu, offre.Contenu);
    }
}
