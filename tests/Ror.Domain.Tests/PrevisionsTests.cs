using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>What is announced is what the day does.</summary>
public sealed class PrevisionsTests
{
    private static readonly DateOnly Jour = FermeturesEssai.Jour;

    private readonly EntiteGeographique _eg = Fabrique.Etablissement();
    private readonly Pole _pole;
    private readonly UniteFonctionnelle _uf;
    private readonly Offre _offre = Fabrique.Chirurgie.Publiee();

    public PrevisionsTests() => (_pole, _uf) = (Fabrique.Pole(_eg), Fabrique.Unite(Fabrique.Pole(_eg)));

    private Fermeture? Prevision => Previsions.De(_offre, [_eg, _pole, _uf]);

    [Fact]
    public void Le_premier_jour_compte_d_ou_qu_il_vienne()
    {
        Assert.Null(Prevision);
        Prevoir(_eg, new(TypeFermeture.Definitive, Jour.AddDays(9)), _pole, _uf, _offre);
        Assert.Equal(new(TypeFermeture.Definitive, Jour.AddDays(9)) { Cascade = _eg.Id }, Prevision);
        Prevoir(_offre, new(TypeFermeture.Provisoire, Jour.AddDays(5), Jour.AddDays(7)));
        Assert.Equal(new(TypeFermeture.Provisoire, Jour.AddDays(5), Jour.AddDays(7)), Prevision);
    }

    [Fact]
    public void Le_meme_jour_le_niveau_du_dessous_a_le_dernier_mot_sauf_sur_une_fermeture_definitive()
    {
        Prevoir(_eg, new(TypeFermeture.Provisoire, Jour.AddDays(5), Jour.AddDays(60)), _pole, _uf, _offre);
        Prevoir(_uf, new(TypeFermeture.Provisoire, Jour.AddDays(5), Jour.AddDays(90)), _offre);
        Assert.Equal(new(TypeFermeture.Provisoire, Jour.AddDays(5), Jour.AddDays(90)) { Cascade = _uf.Id }, Prevision);
        Prevoir(_pole, new(TypeFermeture.Definitive, Jour.AddDays(5)), _uf, _offre);
        Assert.Equal(new(TypeFermeture.Definitive, Jour.AddDays(5)) { Cascade = _pole.Id }, Prevision);
    }

    [Fact]
    public void Ferme_en_passant_ce_que_son_niveau_a_prevu_lui_arrive_encore()
    {
        Prevoir(_uf, new(TypeFermeture.Provisoire, Jour.AddDays(5)), _offre);
        _eg.Branche(_pole, _uf, _offre).Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();
        Assert.Equal(new(TypeFermeture.Provisoire, Jour.AddDays(5)) { Cascade = _uf.Id }, Prevision);
    }

    [Fact]
    public void Fermee_pour_un_temps_par_elle_meme_une_offre_n_attend_plus_que_le_definitif()
    {
        Prevoir(_uf, new(TypeFermeture.Provisoire, Jour.AddDays(5)), _offre);
        _offre.Fermer(TypeFermeture.Provisoire).Reussit();
        Assert.Null(Prevision);
        Prevoir(_eg, new(TypeFermeture.Definitive, Jour.AddDays(9)), _pole, _uf, _offre);
        Assert.Equal(new(TypeFermeture.Definitive, Jour.AddDays(9)) { Cascade = _eg.Id }, Prevision);
    }

    [Fact]
    public void Fermer_pour_un_temps_plus_tot_que_prevu_tient_lieu_de_ce_qui_etait_prevu()
    {
        Prevoir(_offre, new(TypeFermeture.Provisoire, Jour.AddDays(5)));
        _offre.Fermer(TypeFermeture.Provisoire).Reussit();
        _offre.Rouvrir().Reussit();
        Assert.Null(_offre.FermeturePrevue);
    }

    [Fact]
    public void Un_successeur_nomme_reste_quand_une_fermeture_n_en_nomme_pas()
    {
        Prevoir(_offre, new(TypeFermeture.Definitive, Jour.AddDays(5)) { Successeur = "76/100009" });
        _uf.Branche(_offre).Fermer(new(TypeFermeture.Definitive, Jour)).Reussit();
        Assert.Equal("76/100009", _offre.Fermeture!.Successeur);

        var autre = Fabrique.Chirurgie.Publiee();
        autre.Branche().Fermer(new(TypeFermeture.Provisoire, Jour) { Successeur = "76/100009" }).Reussit();
        autre.Branche().Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(9))).Reussit();
        Assert.Equal("76/100009", autre.Fermeture!.Successeur);
        Prevoir(autre, new(TypeFermeture.Definitive, Jour.AddDays(30)));
        autre.DesignerSuccesseur("76/100010", Fabrique.Chirurgie.Environnement).Reussit();
        (autre.Branche() with { Jour = Jour.AddDays(30) }).ExecuterLaFermeturePrevue().Reussit();
        Assert.Equal((StatutOffre.FermeeDefinitivement, "76/100010"), (autre.Statut, autre.Fermeture!.Successeur));
    }

    private static void Prevoir(Noeud noeud, Fermeture fermeture, params Noeud[] dessous) => noeud.Branche(dessous).Fermer(fermeture).Reussit();
}
