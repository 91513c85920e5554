using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>H3, H6, H8: what a closing takes along, and what a reopening gives back.</summary>
public sealed class CascadeTests
{
    private static readonly DateOnly Jour = FermeturesEssai.Jour;

    private readonly EntiteGeographique _eg = Fabrique.Etablissement();
    private readonly Pole _pole;
    private readonly UniteFonctionnelle _uf;
    private readonly Offre _ouverte = Fabrique.Chirurgie.Publiee();
    private readonly Offre _brouillon = Fabrique.Chirurgie.EnEtat(StatutOffre.Brouillon, enAttente: false);

    public CascadeTests() => (_pole, _uf) = (Fabrique.Pole(_eg), Fabrique.Unite(Fabrique.Pole(_eg)));

    private Noeud[] Dessous => [_pole, _uf, _ouverte, _brouillon];

    private Cascade Tout => _eg.Branche(Dessous);

    [Theory]
    [InlineData(TypeFermeture.Provisoire)]
    [InlineData(TypeFermeture.Definitive)]
    public void H3_fermer_un_niveau_ferme_tout_ce_qui_est_dessous_de_la_meme_facon(TypeFermeture type)
    {
        var demande = new Fermeture(type, Jour.AddDays(-3), type == TypeFermeture.Provisoire ? Jour.AddDays(30) : null);

        var touches = Tout.Fermer(demande).Valeur;

        Assert.Equal([_eg, _pole, _uf, _ouverte], touches);
        Assert.Equal(demande, _eg.Fermeture);
        Assert.All(touches.Skip(1), n => Assert.Equal(demande with { Cascade = _eg.Id }, n.Fermeture));
        Assert.Equal(StatutOffre.Brouillon, _brouillon.Statut);
        Assert.Null(_brouillon.Fermeture);
    }

    [Fact]
    public void H3_rouvrir_rend_exactement_ce_que_la_fermeture_avait_ferme()
    {
        var dejaFermee = Fabrique.Chirurgie.Publiee();
        dejaFermee.Fermer(TypeFermeture.Provisoire).Reussit();
        var cascade = _eg.Branche([.. Dessous, dejaFermee]);
        var fermes = cascade.Fermer(new(TypeFermeture.Provisoire, Jour)).Valeur;

        var rouverts = cascade.Rouvrir().Valeur;

        Assert.Equal(fermes, rouverts);
        Assert.All(rouverts, n => Assert.Equal(StatutOffre.Validee, n.Etat));
        Assert.Equal(StatutOffre.FermeeTemporairement, dejaFermee.Statut);
    }

    [Fact]
    public void H8_une_fermeture_definitive_prend_aussi_ce_qui_etait_ferme_pour_un_temps()
    {
        _ouverte.Fermer(TypeFermeture.Provisoire).Reussit();

        Tout.Fermer(new(TypeFermeture.Definitive, Jour)).Reussit();

        Assert.Equal(StatutOffre.FermeeDefinitivement, _ouverte.Statut);
        Assert.Equal(_eg.Id, _ouverte.Fermeture!.Cascade);
    }

    [Fact]
    public void H8_rien_ne_rouvre_sous_un_niveau_ferme()
    {
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();

        (_uf.Branche(_ouverte) with { FermetureParent = _eg.Fermeture }).Rouvrir().Refuse("hierarchie.parent-ferme");
        Assert.Equal(StatutOffre.FermeeTemporairement, _uf.Etat);
    }

    [Fact]
    public void Un_niveau_ferme_par_lui_meme_le_reste_quand_son_parent_rouvre()
    {
        _uf.Branche(_ouverte).Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();

        Tout.Rouvrir().Reussit();

        Assert.Equal(StatutOffre.Validee, _pole.Etat);
        Assert.Equal(StatutOffre.FermeeTemporairement, _uf.Etat);
        Assert.Equal(StatutOffre.FermeeTemporairement, _ouverte.Statut);
        _uf.Branche(_ouverte).Rouvrir().Reussit();
        Assert.Equal(StatutOffre.Validee, _ouverte.Statut);
    }

    [Fact]
    public void RG_EXP_044_une_nouvelle_date_de_reouverture_vaut_pour_tout_ce_que_la_fermeture_a_ferme()
    {
        var dejaFermee = Fabrique.Chirurgie.Publiee();
        dejaFermee.Fermer(TypeFermeture.Provisoire, Jour.AddDays(9)).Reussit();
        var cascade = _eg.Branche([.. Dessous, dejaFermee]);
        cascade.Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(5))).Reussit();

        var touches = cascade.Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(60))).Valeur;

        Assert.Equal([_eg, _pole, _uf, _ouverte], touches);
        Assert.All(touches, n => Assert.Equal(Jour.AddDays(60), n.Fermeture!.Reouverture));
        Assert.Equal(Jour.AddDays(9), dejaFermee.Fermeture!.Reouverture);
        Assert.Empty(cascade.Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(60))).Valeur);
    }

    [Fact]
    public void H6_les_dates_vont_ensemble()
    {
        Tout.Fermer(new(TypeFermeture.Definitive, Jour, Jour.AddDays(1))).Refuse("/dateReouverture fermeture.reouverture-interdite");
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour, Jour)).Refuse("/dateReouverture fermeture.reouverture-avant-fermeture");
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(-1))).Refuse("/dateReouverture fermeture.reouverture-avant-fermeture");
        Assert.All(Dessous.Append(_eg), n => Assert.Null(n.Fermeture));

        Tout.Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour.AddDays(-1))).Refuse("/dateFermeture fermeture.deja-fermee");
    }

    [Fact]
    public void Une_date_a_venir_planifie_et_s_execute_ce_jour_la_avec_la_cascade()
    {
        var demande = new Fermeture(TypeFermeture.Definitive, Jour.AddDays(10));
        Assert.Equal([_eg], Tout.Fermer(demande).Valeur);
        Assert.Equal((StatutOffre.Validee, demande, demande.Date), (_eg.Etat, _eg.FermeturePrevue!, _eg.PrevueLe!.Value));
        Assert.Empty(Tout.Fermer(demande).Valeur);

        Assert.Empty((Tout with { Jour = Jour.AddDays(9) }).ExecuterLaFermeturePrevue().Valeur);
        Assert.Equal([_eg, _pole, _uf, _ouverte], (Tout with { Jour = Jour.AddDays(10) }).ExecuterLaFermeturePrevue().Valeur);

        Assert.Equal(demande, _eg.Fermeture);
        Assert.Null(_eg.FermeturePrevue);
        Assert.Empty((Tout with { Jour = Jour.AddDays(11) }).ExecuterLaFermeturePrevue().Valeur);
    }

    [Fact]
    public void Rouvrir_annule_une_fermeture_planifiee()
    {
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour.AddDays(10))).Reussit();

        Assert.Equal([_eg], Tout.Rouvrir().Valeur);

        Assert.Null(_eg.FermeturePrevue);
        Assert.Null(_eg.PrevueLe);
        Tout.Rouvrir().Refuse("offre.transition-interdite");
    }

    [Fact]
    public void Une_fermeture_temporaire_planifiee_ne_referme_pas_ce_qui_s_est_ferme_soi_meme()
    {
        _ouverte.Branche().Fermer(new(TypeFermeture.Provisoire, Jour.AddDays(10), Jour.AddDays(20))).Reussit();
        _ouverte.Branche().Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(90))).Reussit();

        Assert.Null(_ouverte.FermeturePrevue);
        Assert.Empty((_ouverte.Branche() with { Jour = Jour.AddDays(10) }).ExecuterLaFermeturePrevue().Valeur);
        Assert.Equal(Jour.AddDays(90), _ouverte.Fermeture!.Reouverture);
    }

    [Fact]
    public void Une_fermeture_planifiee_tient_quand_rouvre_le_niveau_qui_avait_ferme_avant_elle()
    {
        var prevue = new Fermeture(TypeFermeture.Provisoire, Jour.AddDays(10), Jour.AddDays(120));
        _uf.Branche(_ouverte).Fermer(prevue).Reussit();
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour, Jour.AddDays(20))).Reussit();

        Assert.Equal([_uf, _ouverte], (_uf.Branche(_ouverte) with { Jour = Jour.AddDays(10) }).ExecuterLaFermeturePrevue().Valeur);

        Assert.Equal((prevue, prevue with { Cascade = _uf.Id }), (_uf.Fermeture, _ouverte.Fermeture));
        Assert.Equal([_eg, _pole], Tout.Rouvrir().Valeur);
        Assert.Equal([_uf, _ouverte], _uf.Branche(_ouverte).Rouvrir().Valeur);
    }

    [Fact]
    public void H4_une_offre_transferee_quitte_la_cascade_de_son_ancien_niveau()
    {
        Tout.Fermer(new(TypeFermeture.Provisoire, Jour)).Reussit();
        var (autre, environnement) = (Fabrique.Etablissement(), Fabrique.Chirurgie.Environnement);
        var uf = Fabrique.Unite(Fabrique.Pole(autre));

        _ouverte.Transferer(_eg, autre, new(TypeNoeud.UniteFonctionnelle, uf.Id), environnement).Reussit();

        Assert.Equal((autre.Id, uf.Id), (_ouverte.EntiteGeographiqueId, _ouverte.ParentId));
        Assert.DoesNotContain(_ouverte, Tout.Rouvrir().Valeur);
        Assert.Equal(StatutOffre.FermeeTemporairement, _ouverte.Statut);
    }

    [Fact]
    public void H4_jamais_vers_un_autre_secteur_ni_sous_un_niveau_ferme_ni_ailleurs_que_dans_une_UF()
    {
        var (autre, ehpad, environnement) = (Fabrique.Etablissement(), Fabrique.Ehpad(), Fabrique.Chirurgie.Environnement);
        var uf = new Rattachement(TypeNoeud.UniteFonctionnelle, Guid.CreateVersion7());

        _ouverte.Transferer(_eg, ehpad, new(TypeNoeud.EntiteGeographique, ehpad.Id), environnement).Refuse("transfert.autre-secteur");
        _ouverte.Transferer(_eg, autre, new(TypeNoeud.EntiteGeographique, autre.Id), environnement).Refuse("hierarchie.parent-interdit");
        _ouverte.Transferer(_eg, autre, uf, environnement with { FermetureParent = new(TypeFermeture.Provisoire, Jour) }).Refuse("hierarchie.parent-ferme");
        Assert.NotEqual(autre.Id, _ouverte.EntiteGeographiqueId);
    }
}
