using Ror.Domain.Nomenclatures;

namespace Ror.Domain.Tests;

public sealed class NomenclaturesTests
{
    private const string ProfessionSante = "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante";
    private const string ProfessionRessource = "https://mos.esante.gouv.fr/NOS/TRE_R356-ProfessionRessource/FHIR/TRE-R356-ProfessionRessource";
    private const string UsagerTitre = "https://mos.esante.gouv.fr/NOS/TRE_R95-UsagerTitre/FHIR/TRE-R95-UsagerTitre";

    private static readonly DateOnly Jour = DateOnly.FromDateTime(Fabrique.Instant);

    [Fact]
    public void Un_code_inconnu_est_refuse_avec_les_codes_admis_quand_ils_sont_peu_nombreux()
    {
        var erreur = new[] { Verifier("J20", "99")! }.Seule("/champ code.inconnu");

        Assert.Equal(["01", "02", "03", "04", "05", "06"], erreur.ValeursAdmises!.Order(StringComparer.Ordinal));
        Assert.Null(Verifier("J17", "zzz")!.ValeursAdmises);
    }

    [Theory]
    [InlineData("2026-06-28", false)]
    [InlineData("2026-06-29", true)]
    [InlineData("2026-09-15", true)]
    public void Un_code_n_est_pas_en_vigueur_avant_son_debut(string jour, bool admis) =>
        Assert.Equal(admis ? null : "code.obsolete", CodeErreurs.Verifier(Fabrique.Nomenclatures["J19"], new CodeNos("60"), "/champ", DateOnly.Parse(jour, null))?.Type.Code);

    [Theory]
    [InlineData("2018-10-25", false, false, false)]
    [InlineData("2018-10-26", true, true, false)]
    [InlineData("2024-12-13", true, false, false)]
    [InlineData("2024-12-14", false, false, false)]
    public void Un_code_n_est_plus_en_vigueur_apres_sa_fin_ni_hors_de_sa_liste_ni_dans_une_liste_finie(string jour, bool admis, bool listeEnUsage, bool horsListe)
    {
        var (debut, fin) = (new DateOnly(2018, 10, 26), new DateOnly(2024, 12, 13));
        Assert.Equal(admis ? null : "code.obsolete", Verifie(new("01", "Un", "s", debut, fin), null, false));
        Assert.Equal(listeEnUsage ? null : "code.obsolete", Verifie(new("01", "Un", "s", debut, fin), new DateOnly(2018, 10, 26), false));
        Assert.Equal(horsListe ? null : "code.obsolete", Verifie(new("01", "Un", "s", debut, fin, HorsListe: true), null, false));
        Assert.Equal("code.obsolete", Verifie(new("01", "Un", "s", debut, fin), null, true));

        string? Verifie(EntreeNomenclature entree, DateOnly? finDeListe, bool retiree) => CodeErreurs.Verifier(
            new JeuDeValeurs("J999", "JDV_J999_X", "u", "o", "1", default, "t", [entree]) { Fin = finDeListe, Retiree = retiree }, new CodeNos("01"), "/champ", DateOnly.Parse(jour, null))?.Type.Code;
    }

    [Fact]
    public void Les_memes_codes_valent_depuis_le_dernier_passage()
    {
        JeuDeValeurs liste = new("J999", "JDV_J999_X", "u", "o", "1", default, "t",
            [new("01", "Un", "s", new(2020, 1, 10), new(2020, 1, 19)), new("02", "Deux", "s", new(2020, 1, 15), null), new("03", "Trois", "s", null, DateOnly.MaxValue)])
        { Fin = new(2020, 1, 25) };
        var catalogue = new CatalogueNomenclatures([liste]);
        var passages = new HashSet<DateOnly>();
        for (var jour = new DateOnly(2020, 1, 1); jour < new DateOnly(2020, 2, 5); jour = jour.AddDays(1))
        {
            var depuis = catalogue.MemesCodesDepuis(jour);
            passages.Add(depuis);
            Assert.Equal(Admis(jour), depuis == DateOnly.MinValue ? ["03"] : Admis(depuis));
            Assert.True(depuis <= jour);
        }

        Assert.Equal([DateOnly.MinValue, new(2020, 1, 10), new(2020, 1, 15), new(2020, 1, 20), new(2020, 1, 26)], passages.Order());

        List<string> Admis(DateOnly jour) => [.. liste.Entrees.Where(e => liste.Admet(e, jour)).Select(e => e.Code)];
    }

    // nos-formats §4.4: J186 lists codes that their TRE closed in 2024.
    [Fact]
    public void Un_code_ferme_par_son_systeme_que_la_liste_garde_est_en_vigueur() => Assert.Null(Verifier("J186", "35"));

    [Fact]
    public void Un_code_sans_dates_est_en_vigueur() => Assert.Null(Verifier("J17", "033"));

    [Fact]
    public void Un_code_de_plusieurs_systemes_demande_le_sien()
    {
        var erreur = new[] { Verifier("J186", "10")! }.Seule("/champ code.systeme-requis");

        Assert.Equal([ProfessionSante, ProfessionRessource], erreur.ValeursAdmises);
    }

    [Theory]
    [InlineData("10", ProfessionSante, null)]
    [InlineData("10", ProfessionRessource, null)]
    [InlineData("93", UsagerTitre, null)]
    [InlineData("10", UsagerTitre, "code.systeme-inconnu")]
    [InlineData("93", ProfessionSante, "code.systeme-inconnu")]
    [InlineData("93", "https://exemple.fr", "code.systeme-inconnu")]
    [InlineData("99999", ProfessionSante, "code.inconnu")]
    [InlineData("38", ProfessionSante, null)]
    [InlineData("38", ProfessionRessource, null)]
    public void Le_systeme_donne_est_celui_du_code(string code, string systeme, string? attendue) =>
        Assert.Equal(attendue, Verifier("J186", code, systeme)?.Type.Code);

    [Theory]
    [InlineData("J20", "01", "https://mos.esante.gouv.fr/NOS/TRE_R227-ChampActivite/FHIR/TRE-R227-ChampActivite", null)]
    [InlineData("J20", "01", null, null)]
    [InlineData("J186", "10", ProfessionSante, ProfessionSante)]
    [InlineData("J186", "10", ProfessionRessource, ProfessionRessource)]
    [InlineData("J186", "10", null, null)]
    [InlineData("J186", "35", ProfessionSante, null)]
    [InlineData("J186", "10", UsagerTitre, UsagerTitre)]
    [InlineData("J20", "99", "https://exemple.fr", "https://exemple.fr")]
    public void La_forme_canonique_ne_garde_le_systeme_que_la_ou_il_distingue(string liste, string code, string? systeme, string? attendu) =>
        Assert.Equal(new CodeNos(code, attendu), Fabrique.Nomenclatures[liste].Reduire(new CodeNos(code, systeme)));

    [Fact]
    public void Chaque_entree_de_chaque_liste_se_retrouve_par_son_code_canonique()
    {
        foreach (var liste in Fabrique.Nomenclatures.Listes)
        {
            Assert.All(liste.Entrees, e => Assert.Same(e, liste.Trouver(liste.CodeDe(e))));
        }
    }

    [Fact]
    public void Les_codes_ambigus_n_existent_que_dans_les_professions() =>
        Assert.Equal(["J186", "J229"], Fabrique.Nomenclatures.Listes.Where(l => l.Entrees.Select(e => e.Code).Distinct().Count() < l.Entrees.Count).Select(l => l.Nom));

    [Fact]
    public void Une_section_refuse_un_code_inconnu_ou_ambigu_a_sa_place()
    {
        var dossier = Fabrique.Chirurgie with { Specificites = Fabrique.Chirurgie.Specificites with { ProfessionsRessources = Fabrique.Codes("zz", "35", "10", "43") } };

        Assert.Equal(
        [
            "specificites/professionsRessources/0 code.inconnu",
            "specificites/professionsRessources/2 code.systeme-requis", "specificites/professionsRessources/3 code.systeme-requis",
        ], dossier.VerifierForme("specificites").Lisibles());
    }

    [Fact]
    public void Une_liste_se_trouve_par_son_nom_court()
    {
        Assert.Equal("JDV_J19_ModePriseEnCharge_ROR", Fabrique.Nomenclatures["J19"].NomOfficiel);
        Assert.Null(Fabrique.Nomenclatures.Trouver("J0"));
        Assert.Throws<KeyNotFoundException>(() => Fabrique.Nomenclatures["J0"]);
    }

    private static Commun.Erreur? Verifier(string liste, string code, string? systeme = null) =>
        CodeErreurs.Verifier(Fabrique.Nomenclatures[liste], new CodeNos(code, systeme), "/champ", Jour);
}
