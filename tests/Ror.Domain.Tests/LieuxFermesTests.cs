using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Tests;

/// <summary>A lieu closed for good may stay where the world reads it already; no validation publishes it anew.</summary>
public sealed class LieuxFermesTests
{
    private static readonly Dossier Dossier = Fabrique.Chirurgie;
    private static readonly Environnement Apres = Dossier.Environnement with { LieuxFermes = ["76/100032"] };
    private readonly LieuRealisationOffre _ouvert = Lieu(100031);
    private readonly LieuRealisationOffre _ferme = Lieu(100032);

    [Fact]
    public void Valider_refuse_un_lieu_ferme_definitivement_avec_tous_les_autres_manques()
    {
        var offre = Dossier.Complet();
        offre.Associer(_ouvert, Dossier.Environnement).Reussit();
        offre.Associer(_ferme, Dossier.Environnement).Reussit();
        offre.ModifierSection(Dossier.Patientele with { AgeMin = null }, "patientele", Dossier.Environnement).Reussit();
        var avant = offre.Instantane();

        var refus = offre.Valider(relu: false, Apres).Erreurs;

        Assert.Equal(["/relu validation.relu-requis", "lieux/lieux/1 lieu.a-dissocier", "patientele etape.non-validee", "patientele/ageMin champ.obligatoire"], refus.Lisibles());
        Assert.Contains("76/100032", refus.Single(e => e.Section == LieuxRealisation.Cle).Message(), StringComparison.Ordinal);
        Assert.Equal(avant, offre.Instantane());
        Assert.False(offre.Bilan(Apres).EstComplet);
    }

    [Fact]
    public void Une_fois_dissocie_l_offre_se_valide()
    {
        var offre = Dossier.Publiee();
        offre.Associer(_ferme, Dossier.Environnement).Reussit();
        offre.Valider(relu: true, Apres).Refuse("lieux/lieux/0 lieu.a-dissocier");

        offre.Dissocier(_ferme.Ferme(), Apres).Reussit();
        offre.Associer(_ouvert, Apres).Reussit();

        offre.Valider(relu: true, Apres).Reussit();
        Assert.Equal([_ouvert.Identifiant.Valeur], offre.LieuxPublies);
    }

    [Fact]
    public void Un_lieu_publie_avant_sa_fermeture_n_empeche_pas_la_version_suivante()
    {
        var offre = Dossier.Publiee();
        offre.Associer(_ferme, Dossier.Environnement).Reussit();
        offre.Valider(relu: true, Dossier.Environnement).Reussit();
        offre.ModifierSection(Dossier.Informations with { Nom = "Autre nom" }, Fabrique.Informations, Apres).Reussit();

        offre.Valider(relu: true, Apres).Reussit();

        Assert.Equal((3, 1), (offre.NumeroVersion, offre.LieuxPublies.Count));
    }

    [Fact]
    public void Retire_de_la_publication_il_n_y_revient_pas()
    {
        var offre = Dossier.Publiee();
        offre.Associer(_ferme, Dossier.Environnement).Reussit();
        offre.Valider(relu: true, Dossier.Environnement).Reussit();
        var version = VersionOffre.De(offre, "auteur");
        offre.Dissocier(_ferme, Apres).Reussit();
        offre.Valider(relu: true, Apres).Reussit();

        offre.Restaurer(version, Apres).Reussit();

        Assert.Empty(offre.Lieux);
    }

    private static LieuRealisationOffre Lieu(int numero) => Dossier.Etablissement.OuvrirLieu(
        Guid.CreateVersion7(), IdentifiantRegional.Creer("76", numero), new() { Nom = "Bâtiment", Adresse = new() { Commune = "81004" } }, Fabrique.Instant).Valeur;
}
