using Ror.Domain.Annuaires;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Infrastructure.Annuaires.Rpps;
using static Ror.Infrastructure.Annuaires.Rpps.ColonneRpps;

namespace Ror.Infrastructure.Tests;

/// <summary>What one line says of a person, and why it may say nothing.</summary>
public sealed class InterpreteRppsTests
{
    [Fact]
    public void Un_cabinet_est_une_situation_connue_par_son_rang()
    {
        var ligne = EssaiRpps.Ligne(EssaiRpps.Cabinet);

        Assert.Equal((2, "10990000019", "MME", "DR", "EXEMPLE", "Camille", "C"), (ligne.Numero, ligne.Rpps, ligne.Civilite, ligne.CiviliteExercice, ligne.Nom, ligne.Prenom, ligne.Categorie));
        Assert.Equal(new CodeNos("10"), ligne.Profession);
        Assert.Equal(new SavoirFaire("S", "SM54"), ligne.SavoirFaire);
        Assert.Equal(
            new SituationExercice("410990000019000", new("10"), "L")
            {
                NomStructure = "CABINET DU DR CAMILLE EXEMPLE",
                SecteurActivite = "SA07",
                GenreActivite = "GENR01",
                Telephones = ["+33563000001"],
                Courriel = "cabinet.exemple@exemple.test",
            },
            ligne.Situation);
        Assert.Empty(ligne.Remarques);
    }

    [Fact]
    public void Sans_activite_une_personne_n_a_pas_de_structure()
    {
        var ligne = EssaiRpps.Ligne(EssaiRpps.SansActivite);

        Assert.Equal((null, null, null), (ligne.Situation, ligne.Mode, ligne.SavoirFaire));
        Assert.Null(ligne.FicheStructure());
        Assert.Empty(ligne.Remarques);
    }

    [Fact]
    public void Deux_savoir_faire_sont_deux_lignes_de_la_meme_situation()
    {
        var (premiere, seconde) = (EssaiRpps.Ligne(EssaiRpps.DeuxiemeSavoirFaire - 1), EssaiRpps.Ligne(EssaiRpps.DeuxiemeSavoirFaire));

        Assert.Equal(premiere.Situation, seconde.Situation);
        Assert.Equal([new("S", "SM54"), new SavoirFaire("CAPA", "CAPA01")], [premiere.SavoirFaire!, seconde.SavoirFaire!]);
    }

    [Fact]
    public void Un_guillemet_est_un_caractere_comme_un_autre() => Assert.Equal("D'ESSAI \"ÉLÉONORE\"", EssaiRpps.Ligne(EssaiRpps.Societe).Nom);

    [Fact]
    public void Le_systeme_d_une_profession_n_est_dit_que_si_son_code_est_ambigu()
    {
        Assert.Equal(new CodeNos("86", InterpreteRpps.SystemeProfession), EssaiRpps.Ligne(EssaiRpps.Cabinet, (Profession, "86")).Profession);
        Assert.Equal(new CodeNos("60"), EssaiRpps.Ligne(EssaiRpps.Cabinet, (Profession, "60")).Profession);
    }

    [Fact]
    public void Les_telephones_sont_normalises_une_fois_chacun_et_les_illisibles_laisses()
    {
        Assert.Equal(["+33563000002", "+33563000003"], EssaiRpps.Ligne(EssaiRpps.Groupe).Situation!.Telephones);
        Assert.Equal(["+33563000001"], EssaiRpps.Ligne(EssaiRpps.Cabinet, (Telephone, "0000"), (Telephone2, "05.63.00.00.01")).Situation!.Telephones);
        Assert.Equal(["+262262000001"], EssaiRpps.Ligne(EssaiRpps.Reunion, (Telephone2, "+262 262 00 00 01")).Situation!.Telephones);
        Assert.Null(EssaiRpps.Ligne(EssaiRpps.Cabinet, (Courriel, "cabinet(at)exemple.test")).Situation!.Courriel);
    }

    [Fact]
    public void Les_espaces_et_les_caracteres_invisibles_ne_font_pas_un_autre_nom()
    {
        var ligne = EssaiRpps.Ligne(EssaiRpps.Cabinet, (Nom, "  DE\u00A0 LA \u200B\tFICTION "), (Prenom, "   "), (Enseigne, new string('x', 300)));

        Assert.Equal(("DE LA FICTION", null), (ligne.Nom, ligne.Prenom));
        Assert.Equal(255, ligne.Situation!.NomStructure!.Length);
    }

    [Theory]
    [InlineData(nameof(ColonneRpps.Finess), "810990028", "1810990028")]
    [InlineData(nameof(IdentifiantTechnique), "F810990028", "1810990028")]
    [InlineData(nameof(Siret), "90000001900019", "390000001900019")]
    [InlineData(nameof(IdentifiantTechnique), "C90000001900019", "390000001900019")]
    [InlineData(nameof(IdentifiantTechnique), "C81600001200", "081600001200")]
    [InlineData(nameof(IdentifiantTechnique), "R10990000019000", "410990000019000")]
    [InlineData(nameof(IdentifiantTechnique), "R10990000019009", "410990000019009")]
    [InlineData(nameof(AncienIdentifiant), "410990000019018", "410990000019018")]
    [InlineData(nameof(IdentifiantTechnique), "X123", "X123")]
    [InlineData(nameof(IdentifiantTechnique), "C123", "C123")]
    public void Chaque_identifiant_de_structure_fait_une_cle(string colonne, string valeur, string cle) =>
        Assert.Equal(cle, EssaiRpps.Ligne(EssaiRpps.Cabinet, (IdentifiantTechnique, ""), (AncienIdentifiant, ""), (Enum.Parse<ColonneRpps>(colonne), valeur)).Structure);

    [Fact]
    public void Les_identifiants_se_prennent_dans_l_ordre_de_confiance()
    {
        (ColonneRpps, string)[] tous = [(Finess, "810990028"), (IdentifiantTechnique, "F810990002"), (Siret, "90000001900019"), (AncienIdentifiant, "410990000019018")];

        Assert.Equal(["1810990028", "1810990002", "390000001900019", "410990000019018"], tous.Select((_, i) => EssaiRpps.Ligne(EssaiRpps.Cabinet, [(IdentifiantTechnique, ""), .. tous[i..]]).Structure));
        Assert.Equal("390000001900019", EssaiRpps.Ligne(EssaiRpps.Cabinet, (Siret, "90000001900019")).Structure);
    }

    [Fact]
    public void Un_identifiant_illisible_est_remarque_et_le_suivant_sert()
    {
        var ligne = EssaiRpps.Ligne(EssaiRpps.Cabinet, (Finess, "inconnu"));

        Assert.Equal("410990000019000", ligne.Structure);
        var remarque = Assert.Single(ligne.Remarques);
        Assert.Equal(AnnuaireErreurs.IdentifiantStructure, remarque.Type);
        Assert.Equal(["Numéro FINESS site", "inconnu"], remarque.Arguments);
        Assert.Equal(2, remarque.Precisions[AnnuaireErreurs.Ligne]);
    }

    [Fact]
    public void Une_structure_que_rien_n_identifie_est_remarquee()
    {
        var ligne = EssaiRpps.Ligne(EssaiRpps.Cabinet, (IdentifiantTechnique, ""), (AncienIdentifiant, ""));

        Assert.Null(ligne.Situation);
        Assert.Equal(AnnuaireErreurs.StructureSansIdentifiant, Assert.Single(ligne.Remarques).Type);
        Assert.Null(EssaiRpps.Ligne(EssaiRpps.Cabinet, (IdentifiantTechnique, "A B"), (AncienIdentifiant, "")).Situation);
    }

    public static TheoryData<string, (string Colonne, string Valeur)[], object[]> Fautes => new()
    {
        { AnnuaireErreurs.Adeli.Code, [("TypeIdentifiant", "0"), ("Identifiant", "816000012")], ["816000012"] },
        { AnnuaireErreurs.TypeIdentifiant.Code, [("TypeIdentifiant", "4")], ["4"] },
        { AnnuaireErreurs.TypeIdentifiant.Code, [("TypeIdentifiant", "")], [""] },
        { AnnuaireErreurs.RppsForme.Code, [("Identifiant", "1099000001")], ["1099000001"] },
        { AnnuaireErreurs.RppsForme.Code, [("Identifiant", "1099000001A")], ["1099000001A"] },
        { AnnuaireErreurs.RppsForme.Code, [("Identifiant", ""), ("IdentificationNationale", "")], [""] },
        { AnnuaireErreurs.RppsCle.Code, [("Identifiant", "10990000018")], ["10990000018"] },
        { AnnuaireErreurs.IdentifiantsContradictoires.Code, [("IdentificationNationale", "810990000027")], ["10990000019", "810990000027"] },
        { AnnuaireErreurs.IdentifiantsContradictoires.Code, [("IdentificationNationale", "810990000119")], ["10990000019", "810990000119"] },
        { AnnuaireErreurs.IdentifiantsContradictoires.Code, [("IdentificationNationale", "010990000019")], ["10990000019", "010990000019"] },
        { AnnuaireErreurs.NomAbsent.Code, [("Nom", " \u200B")], [] },
        { AnnuaireErreurs.ProfessionAbsente.Code, [("Profession", "")], [] },
        { AnnuaireErreurs.CodeIllisible.Code, [("Profession", "Médecin")], ["Code profession", "Médecin"] },
        { AnnuaireErreurs.CodeIllisible.Code, [("GenreActivite", new string('G', 21))], ["Code genre activité", new string('G', 21)] },
    };

    [Theory]
    [MemberData(nameof(Fautes))]
    public void Une_ligne_fautive_dit_pourquoi(string code, (string Colonne, string Valeur)[] changements, object[] arguments)
    {
        var (ligne, faute) = EssaiRpps.Lire(EssaiRpps.Cabinet, [.. changements.Select(c => (Enum.Parse<ColonneRpps>(c.Colonne), c.Valeur))]);

        Assert.Null(ligne);
        Assert.Equal(code, faute!.Type.Code);
        Assert.Equal(arguments, faute.Arguments);
        Assert.Equal(EssaiRpps.Cabinet, faute.Precisions[AnnuaireErreurs.Ligne]);
    }

    [Theory]
    [InlineData("", 56, true)]
    [InlineData("|", 57, true)]
    [InlineData("| ", 57, true)]
    [InlineData("|x", 57, false)]
    [InlineData("||", 58, false)]
    [InlineData("|||||||||", 65, false)]
    public void Une_ligne_a_56_cellules_ou_57_si_la_derniere_est_vide(string suite, int cellules, bool admise)
    {
        var faute = EssaiRpps.Lire(2, EssaiRpps.Brute(EssaiRpps.Cabinet) + suite).Faute;

        Assert.Equal(admise ? null : AnnuaireErreurs.NombreCellules, faute?.Type);
        Assert.Equal(admise ? null : new object[] { cellules, 56 }, faute?.Arguments);
    }

    [Fact]
    public void Une_ligne_coupee_est_une_faute()
    {
        var entiere = EssaiRpps.Brute(EssaiRpps.Cabinet);

        Assert.All(Enumerable.Range(0, entiere.LastIndexOf('|')), i => Assert.Equal(AnnuaireErreurs.NombreCellules, EssaiRpps.Lire(2, entiere[..i]).Faute?.Type));
    }

    [Fact]
    public void Le_RPPS_se_lit_aussi_dans_l_identification_nationale() => Assert.Equal("10990000019", EssaiRpps.Ligne(EssaiRpps.Cabinet, (Identifiant, "")).Rpps);
}
