using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;

namespace Ror.Infrastructure.Tests;

public sealed class FichiersPlatsTests : IDisposable
{
    private readonly EssaisFiness _essais = new();

    public void Dispose() => _essais.Dispose();

    [Fact]
    public async Task Un_hopital_se_lit_en_entier()
    {
        var objets = await _essais.LireAsync("finess-507-etablissements.csv");

        Assert.Equal(
            new FicheEntiteGeographique
            {
                IdNatStruct = "1810990143",
                EntiteJuridique = "1810990101",
                Denomination = "CENTRE HOSPITALIER FICTIF D ALBI",
                Categorie = new CodeNos("355"),
                NumSiret = "99999010400013",
                ParticipationServicePublic = new CodeNos("1"),
                Adresse = new Adresse
                {
                    NumeroVoie = "22",
                    TypeVoie = new CodeNos("BD"),
                    LibelleVoie = "DE LA DEMONSTRATION",
                    MentionDistribution = "BP 7",
                    CodePostal = "81013",
                    Localite = "ALBI",
                    Commune = "81004",
                    Latitude = 43.9256m,
                    Longitude = 2.1486m,
                },
            },
            objets[0].Etablissement!.Fiche);
        Assert.Equal(2, objets[0].Ligne);
        Assert.Null(objets[0].Etablissement!.FermeLe);
        Assert.Empty(objets[0].Signalements);
    }

    [Fact]
    public async Task Une_entite_juridique_se_lit_en_entier()
    {
        var objets = await _essais.LireAsync("finess-501-entites.csv");

        Assert.Equal(
            new FicheEntiteJuridique
            {
                IdNatStruct = "1810990127",
                RaisonSociale = "ASSOCIATION FICTIVE \"VIVRE ICI\"",
                StatutJuridique = new CodeNos("60"),
                NumSiren = "999990120",
                Adresse = new Adresse
                {
                    NumeroVoie = "9",
                    Extension = "B",
                    TypeVoie = new CodeNos("R"),
                    LibelleVoie = "INVENTEE",
                    ComplementPointGeographique = "BATIMENT C",
                    CodePostal = "81600",
                    Localite = "GAILLAC",
                    Commune = "81099",
                },
            },
            objets[2].Entite!.Fiche);
    }

    [Theory]
    [InlineData("finess-501-entites.csv", 6)]
    [InlineData("finess-502-etablissements.csv", 7)]
    [InlineData("finess-505-equipements.csv", 1)]
    [InlineData("finess-507-etablissements.csv", 6)]
    [InlineData("finess-structures.json", 14)]
    [InlineData("finess-pieges-etablissements.csv", 18)]
    [InlineData("finess-pieges-positions.csv", 11)]
    public async Task Chaque_fiche_convient_a_nos_champs(string ressource, int attendues)
    {
        var objets = await _essais.LireAsync(ressource);

        Assert.Equal(attendues, objets.Count(o => o.Entite is not null || o.Etablissement is not null));
        Assert.All(objets, o => Assert.Empty(EssaisFiness.Verifier(o)));
    }

    [Fact]
    public async Task Les_lieux_dits_les_types_de_voie_et_les_noms_cites_trouvent_leur_champ()
    {
        var objets = await _essais.LireAsync("finess-502-etablissements.csv");

        var ehpad = objets.Fiche("EHPAD FICTIF VIVRE ICI").Adresse!;
        Assert.Equal(("LIEU DIT LA FICTION", "BP 12", "BATIMENT C"), (ehpad.LieuDit, ehpad.MentionDistribution, ehpad.ComplementPointGeographique));
        Assert.Equal((new CodeNos("PL"), "DES CEDRES IMAGINAIRES"), Voie(objets.Fiche("MAISON DE SANTE FICTIVE DES CEDRES")));
        Assert.Equal((new CodeNos("CHE"), "DU PONT"), Voie(objets.Fiche("PHARMACIE \"DU PONT\"; FICTIVE")));
        Assert.Equal((null, "ZZZZ DES LILAS INVENTES"), Voie(objets.Fiche("CENTRE DE SANTE FICTIF VIVRE ICI")));
        Assert.Equal("2A004", objets.Fiche("EHPAD FICTIF DU MAQUIS").Adresse!.Commune);
        Assert.Equal("97411", objets.Fiche("CDS FICTIF DES FLAMBOYANTS").Adresse!.Commune);

        static (CodeNos?, string?) Voie(FicheEntiteGeographique fiche) => (fiche.Adresse!.TypeVoie, fiche.Adresse.LibelleVoie);
    }

    [Theory]
    [InlineData("GUADELOUPE", "97101", "LES ABYMES")]
    [InlineData("MARTINIQUE", "97209", "FORT DE FRANCE")]
    [InlineData("GUYANE", "97302", "CAYENNE")]
    [InlineData("MAYOTTE", "97610", "MAMOUDZOU")]
    [InlineData("AIN", "01053", "BOURG EN BRESSE")]
    [InlineData("PARIS", "75113", "PARIS")]
    [InlineData("SANS ACHEMINEMENT", "81004", "ALBI")]
    public async Task Le_code_insee_se_reconstruit_et_le_cedex_s_efface(string nom, string commune, string localite)
    {
        var adresse = (await _essais.LireAsync("finess-pieges-etablissements.csv")).Fiche(nom).Adresse!;

        Assert.Equal((commune, localite), (adresse.Commune, adresse.Localite));
    }

    [Theory]
    [InlineData("NUMERO BIS", "12", "BIS", "R", "DES ESSAIS")]
    [InlineData("NUMERO LONG", null, null, null, "12345 AVENUE DES ESSAIS")]
    [InlineData("NUMERO AVEC ZEROS", "12", null, "AV", "AVENUE")]
    [InlineData("TYPE INCONNU", "1", null, null, "XQZ DES ESSAIS")]
    public async Task Le_numero_et_le_type_de_voie_se_lisent(string nom, string? numero, string? extension, string? type, string libelle)
    {
        var adresse = (await _essais.LireAsync("finess-pieges-etablissements.csv")).Fiche(nom).Adresse!;

        Assert.Equal((numero, extension, type, libelle), (adresse.NumeroVoie, adresse.Extension, adresse.TypeVoie?.Code, adresse.LibelleVoie));
    }

    [Theory]
    [InlineData("SIRET FAUX", "finess.valeur-ecartee")]
    [InlineData("ESPIC INCONNU", "finess.valeur-ecartee")]
    [InlineData("CLE FAUSSE", "finess.cle")]
    public async Task Ce_qui_ne_convient_pas_est_ecarte_et_dit(string nom, string code)
    {
        var objet = (await _essais.LireAsync("finess-pieges-etablissements.csv")).DeNom(nom);

        Assert.Equal([code], objet.Codes());
        Assert.Null(objet.Etablissement!.Fiche.NumSiret);
        Assert.Null(objet.Etablissement.Fiche.ParticipationServicePublic);
    }

    [Fact]
    public async Task Chaque_ligne_refusee_dit_pourquoi_et_les_suivantes_se_lisent()
    {
        var objets = await _essais.LireAsync("finess-pieges-etablissements.csv");

        Assert.Equal(
            [
                "finess.commune 97502", "finess.commune 98613", "finess.numero 81X99", "finess.numero ", "finess.sans-nom 810991190", "finess.sans-categorie 810991208",
                "finess.commune ", "finess.commune 99100", "finess.doublon 810991000", "finess.cellules 810991232 31 32",
                "finess.cellules 810991240 33 32", "finess.cellules 810991257 2 32", "finess.section sectioninconnue", "annuaire.guillemets",
            ],
            objets.Fautes());
        Assert.Equal("CENTRE \"ALPHA", objets[^3].Etablissement!.Fiche.Denomination);
        Assert.Equal((34, "APRES LE GUILLEMET"), (objets[^1].Ligne, objets[^1].Etablissement!.Fiche.Denomination));
    }

    [Fact]
    public async Task Les_positions_douteuses_sont_dites_et_laissees()
    {
        var objets = await _essais.LireAsync("finess-pieges-positions.csv");

        Assert.Equal([0, 7], Enumerable.Range(0, 11).Where(i => objets.Fiche($"POSITION {i}").Adresse!.Latitude is not null));
        Assert.Equal((47m, 2m), (objets.Fiche("POSITION 7").Adresse!.Latitude, objets.Fiche("POSITION 7").Adresse!.Longitude));
        Assert.Equal(["finess.geolocalisation-avant"], objets.DeNom("POSITION 0").Codes());
        Assert.Equal(
            [
                "14 finess.position-illisible", "15 finess.position-illisible", "16 finess.position-illisible", "17 finess.position-systeme", "18 finess.position-hors-territoire",
                "19 finess.position-commune", "22 finess.position-illisible",
            ],
            objets.Where(o => o is { Etablissement: null, Faute: null }).Select(o => $"{o.Ligne} {Assert.Single(o.Codes())}"));
        Assert.Equal(["finess.doublon 810992073", "finess.numero ", "finess.cellules 810992107 5 6", "finess.geolocalisation-seule 810992404"], objets.Fautes());
        Assert.Equal([23, 25, 26, 24], objets.Where(o => o.Faute is not null).Select(o => o.Ligne));
    }
}
