using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Rpps;
using static Ror.Infrastructure.Annuaires.Rpps.ColonneRpps;

namespace Ror.Infrastructure.Tests;

/// <summary>The structure of a line, as our own fields admit it.</summary>
public sealed class StructureRppsTests
{
    [Fact]
    public void Un_cabinet_n_a_pas_d_entite_juridique() => Assert.Equal(
        new FicheEntiteGeographique
        {
            IdNatStruct = "410990000019000",
            Denomination = "CABINET DU DR CAMILLE EXEMPLE",
            Categorie = new("SA07"),
            Adresse = new()
            {
                NumeroVoie = "12",
                Extension = "B",
                TypeVoie = new("R"),
                LibelleVoie = "DES TILLEULS IMAGINAIRES",
                CodePostal = "81000",
                Localite = "Albi",
                Commune = "81004",
            },
        },
        EssaiRpps.Ligne(EssaiRpps.Cabinet).FicheStructure());

    [Fact]
    public void Une_societe_est_connue_par_son_SIRET_et_son_entite_par_le_SIREN_qu_il_contient()
    {
        var fiche = Fiche(EssaiRpps.Societe, (Siren, ""));

        Assert.Equal(("390000001900019", "2900000019", "90000001900019", "SELARL DES CŒURS FICTIFS"), (fiche.IdNatStruct, fiche.EntiteJuridique, fiche.NumSiret, fiche.Denomination));
        Assert.Equal(new CodeNos("SA09"), fiche.Categorie);
        Assert.Equal("BATIMENT C", fiche.Adresse!.ComplementPointGeographique);
    }

    [Fact]
    public void Un_etablissement_FINESS_a_son_entite_FINESS_et_sa_categorie_n_est_pas_dite()
    {
        var fiche = Fiche(EssaiRpps.Clinique);

        Assert.Equal(("1810990028", "1810990036", null), (fiche.IdNatStruct, fiche.EntiteJuridique, fiche.Categorie));
        Assert.Null(Fiche(EssaiRpps.Clinique, (FinessJuridique, "")).EntiteJuridique);
        Assert.Equal("810990036", EssaiRpps.Ligne(EssaiRpps.Clinique).FinessJuridique);
        Assert.Equal("900000035", EssaiRpps.Ligne(EssaiRpps.Officine).Siren);
    }

    [Fact]
    public void L_enseigne_est_le_nom_operationnel_quand_elle_differe()
    {
        var groupe = Fiche(EssaiRpps.Groupe);

        Assert.Equal(("CABINET DE GROUPE DES TILLEULS", "MAISON MEDICALE DES TILLEULS"), (groupe.Denomination, groupe.NomOperationnel));
        Assert.Equal("MAISON MEDICALE DES TILLEULS", EssaiRpps.Ligne(EssaiRpps.Groupe).Situation!.NomStructure);
        Assert.Null(Fiche(EssaiRpps.Groupe, (Enseigne, "CABINET DE GROUPE DES TILLEULS")).NomOperationnel);
        Assert.Equal(("MAISON MEDICALE DES TILLEULS", null), Noms(Fiche(EssaiRpps.Groupe, (RaisonSociale, ""))));
        Assert.Equal(("CABINET SANS NOM", null), Noms(Fiche(EssaiRpps.Groupe, (RaisonSociale, ""), (Enseigne, ""), (ComplementDestinataire, "CABINET SANS NOM"))));
    }

    [Fact]
    public void Un_SIRET_dont_la_cle_est_fausse_n_est_pas_un_champ() => Assert.Null(Fiche(EssaiRpps.Cabinet, (Siret, "90000001900018")).NumSiret);

    [Fact]
    public void Un_identifiant_technique_seul_ne_fait_pas_de_fiche() => Assert.Null(EssaiRpps.Ligne(EssaiRpps.Cabinet, (IdentifiantTechnique, "X123"), (AncienIdentifiant, "")).FicheStructure());

    [Fact]
    public void Une_adresse_nee_d_ADELI_donne_le_code_postal_et_la_localite_sans_la_commune() => Assert.Equal(
        new Adresse { LibelleVoie = "14 RUE DE LA FICTION", CodePostal = "81000", Localite = "ALBI" }, Fiche(EssaiRpps.Adeli).Adresse);

    [Fact]
    public void Les_communes_de_Corse_et_d_outre_mer_sont_gardees()
    {
        Assert.Equal(("2A004", "20000"), Lieu(Fiche(EssaiRpps.Corse)));
        Assert.Equal(("97411", "97400"), Lieu(Fiche(EssaiRpps.Reunion)));
        Assert.Equal(("75102", "75002"), Lieu(Fiche(EssaiRpps.Cabinet, (ColonneRpps.Commune, "75102"), (CodePostal, "75002"))));
    }

    [Theory]
    [InlineData("7", "", "7", null)]
    [InlineData("0007A", "", "0007", "A")]
    [InlineData("12 bis", "", "12", "bis")]
    [InlineData("12", "TER", "12", "TER")]
    public void Un_numero_lisible_est_un_numero_et_son_extension(string numero, string repetition, string attendu, string? extension)
    {
        var adresse = Fiche(EssaiRpps.Cabinet, (NumeroVoie, numero), (IndiceRepetition, repetition)).Adresse!;

        Assert.Equal((attendu, extension, "DES TILLEULS IMAGINAIRES"), (adresse.NumeroVoie, adresse.Extension, adresse.LibelleVoie));
    }

    [Theory]
    [InlineData("P", "", "P Rue DES TILLEULS IMAGINAIRES")]
    [InlineData("12345", "", "12345 Rue DES TILLEULS IMAGINAIRES")]
    [InlineData("12-14", "B", "12-14 B Rue DES TILLEULS IMAGINAIRES")]
    [InlineData("12A", "B", "12A B Rue DES TILLEULS IMAGINAIRES")]
    public void Un_numero_illisible_reste_en_tete_de_la_voie(string numero, string repetition, string voie) => Assert.Equal(
        (null, null, null, voie), Voie(Fiche(EssaiRpps.Cabinet, (NumeroVoie, numero), (IndiceRepetition, repetition)).Adresse!));

    [Theory]
    [InlineData("PL", "Place", "PL DE L'INVENTION", "PL", "DE L'INVENTION")]
    [InlineData("PL", "Place", "PLACE DE L'INVENTION", "PL", "DE L'INVENTION")]
    [InlineData("PL", "Place", "PLATEAU VERT", "PL", "PLATEAU VERT")]
    [InlineData("PL", "Place", "PLACE", "PL", "PLACE")]
    [InlineData("XYZ", "Étage", "DU MOULIN", null, "Étage DU MOULIN")]
    [InlineData("XYZ", "", "DU MOULIN", null, "XYZ DU MOULIN")]
    [InlineData("XYZ", "Étage", "ÉTAGE DU MOULIN", null, "ÉTAGE DU MOULIN")]
    [InlineData("", "", "R DU MOULIN", null, "R DU MOULIN")]
    [InlineData("R", "Rue", "", "R", null)]
    public void Le_type_de_voie_est_un_code_quand_il_est_connu_sinon_un_mot_de_la_voie(string type, string libelle, string voie, string? code, string? attendue)
    {
        var adresse = Fiche(EssaiRpps.Cabinet, (TypeVoie, type), (LibelleTypeVoie, libelle), (LibelleVoie, voie)).Adresse!;

        Assert.Equal((code, attendue), (adresse.TypeVoie?.Code, adresse.LibelleVoie));
    }

    [Theory]
    [InlineData("81000", "81020 ALBI CEDEX", "Albi", "", "81000", "Albi")]
    [InlineData("", "81020 ALBI CEDEX 9", "", "", "81020", "ALBI CEDEX 9")]
    [InlineData("", "ALBI", "", "", null, "ALBI")]
    [InlineData("810", "81000", "", "", "81000", null)]
    [InlineData("GL", "GL51 GLOUCESTER", "", "99132", null, "GL51 GLOUCESTER")]
    [InlineData("10115", "10115 BERLIN", "", "99109", null, "BERLIN")]
    public void Le_code_postal_et_la_localite_viennent_de_leurs_colonnes_sinon_de_l_acheminement(string postal, string bureau, string ville, string pays, string? codePostal, string? localite)
    {
        var adresse = Fiche(EssaiRpps.Cabinet, (CodePostal, postal), (BureauCedex, bureau), (LibelleCommune, ville), (ColonneRpps.Commune, ""), (Pays, pays)).Adresse!;

        Assert.Equal((codePostal, localite), (adresse.CodePostal, adresse.Localite));
    }

    [Fact]
    public void Une_commune_qui_n_en_est_pas_une_est_laissee()
    {
        Assert.Null(Fiche(EssaiRpps.Cabinet, (ColonneRpps.Commune, "99132")).Adresse!.Commune);
        Assert.Null(Fiche(EssaiRpps.Cabinet, (ColonneRpps.Commune, "ALBI")).Adresse!.Commune);
    }

    [Fact]
    public void Le_destinataire_qui_repete_le_nom_est_laisse()
    {
        Assert.Null(Fiche(EssaiRpps.Hopital).Adresse!.PointRemise);
        Assert.Equal("SERVICE D'ESSAI", Fiche(EssaiRpps.Hopital, (ComplementDestinataire, "SERVICE D'ESSAI")).Adresse!.PointRemise);
        Assert.Equal("BP 7", Fiche(EssaiRpps.Hopital).Adresse!.MentionDistribution);
    }

    [Fact]
    public void Une_structure_sans_adresse_n_en_a_pas() => Assert.Null(
        Fiche(EssaiRpps.Cabinet, [.. Enumerable.Range((int)ComplementDestinataire, LibellePays - ComplementDestinataire + 1).Select(i => ((ColonneRpps)i, ""))]).Adresse);

    [Fact]
    public void Tout_ce_qui_est_lu_a_la_forme_de_nos_champs_meme_ce_qui_est_demesure()
    {
        var demesures = new[] { RaisonSociale, Enseigne, ComplementDestinataire, ComplementGeographique, IndiceRepetition, LibelleVoie, MentionDistribution, BureauCedex, CodePostal, ColonneRpps.Commune, LibelleCommune, LibelleTypeVoie, TypeVoie }
            .Select(colonne => (colonne, string.Concat(Enumerable.Repeat($"{colonne}\u200B é😀 ", 40))));

        foreach (var numero in Enumerable.Range(2, 13))
        {
            Assert.Empty(Verifier(Fiche(numero)));
            Assert.Empty(Verifier(Fiche(numero, [.. demesures])));
        }
    }

    // Codes are a matter of the lists in force, which a reader does not have.
    private static IEnumerable<Erreur> Verifier(FicheEntiteGeographique fiche) => Formes
        .Verifier([.. FicheEntiteGeographique.Champs.Where(c => c.Type == TypeChamp.Texte), .. Adresse.Champs.Where(c => c.Type == TypeChamp.Texte)
            .Select(c => new Champ<FicheEntiteGeographique, string>(c.Nom, c.Libelle, c.Type, f => (string?)c.Lire(f.Adresse!), (f, _) => f) { LongueurMax = c.LongueurMax, Motif = c.Motif })], fiche, null!, default)
        .Concat(fiche.Adresse!.Regles());

    private static FicheEntiteGeographique Fiche(int numero, params (ColonneRpps, string)[] changements) => EssaiRpps.Ligne(numero, changements).FicheStructure()!;

    private static (string?, string?) Noms(FicheEntiteGeographique fiche) => (fiche.Denomination, fiche.NomOperationnel);

    private static (string?, string?) Lieu(FicheEntiteGeographique fiche) => (fiche.Adresse!.Commune, fiche.Adresse.CodePostal);

    private static (string?, string?, string?, string?) Voie(Adresse adresse) => (adresse.NumeroVoie, adresse.Extension, adresse.TypeVoie?.Code, adresse.LibelleVoie);
}
