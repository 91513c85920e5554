using System.Text;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Finess;
using Ror.Infrastructure.Nomenclatures;

namespace Ror.Infrastructure.Tests;

public sealed class FinessJsonTests : IDisposable
{
    private readonly EssaisFiness _essais = new();

    public void Dispose() => _essais.Dispose();

    [Fact]
    public async Task L_adresse_est_celle_d_usage_03_et_les_valeurs_perdent_leurs_blancs()
    {
        var objets = await _essais.LireAsync("finess-structures.json");

        Assert.Equal(
            new FicheEntiteGeographique
            {
                IdNatStruct = "1810990143",
                EntiteJuridique = "1810990101",
                Denomination = "CENTRE HOSPITALIER FICTIF D'ALBI",
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
            objets[1].Etablissement!.Fiche);
        Assert.Equal("CENTRE HOSPITALIER FICTIF DU TARN", objets[0].Entite!.Fiche.RaisonSociale);
        Assert.Equal([1, 1, 1, 2, 2, 3, 3, 3], objets.Take(8).Select(o => o.Ligne));
    }

    [Fact]
    public async Task Le_json_et_les_fichiers_plats_racontent_la_meme_histoire()
    {
        var plats = await _essais.LireAsync(EssaisFiness.Zip(
            ("501.csv", EssaisFiness.Octets("finess-501-entites.csv")), ("502.csv", EssaisFiness.Octets("finess-502-etablissements.csv")), ("507.csv", EssaisFiness.Octets("finess-507-etablissements.csv"))));
        var json = await _essais.LireAsync(EssaisFiness.Gzip(EssaisFiness.Octets("finess-structures.json")));

        Assert.Equal(Resumes(plats), Resumes(json));
        Assert.Equal(new DateOnly(2019, 3, 3), json.DeNom("ANTENNE FICTIVE FERMEE").Etablissement!.FermeLe);

        static IEnumerable<string> Resumes(IEnumerable<ObjetFiness> objets) => objets.Where(o => o.Entite is not null || o.Etablissement is { FermeLe: null })
            .Select(o => o.Entite is { Fiche: var ej } ? $"{ej.IdNatStruct} {ej.NumSiren} {ej.StatutJuridique} {ej.Adresse!.Commune}"
                : o.Etablissement!.Fiche is var eg ? $"{eg.IdNatStruct} {eg.EntiteJuridique} {eg.Categorie} {eg.NumSiret} {eg.Adresse!.Commune} {eg.Adresse.Latitude:F5} {eg.Adresse.Longitude:F5}" : "")
            .Order();
    }

    [Theory]
    [InlineData(0, "47.000000", "2.000000")]
    [InlineData(1, "47.000000", "2.000000")]
    [InlineData(2, "47.000000", "2.000000")]
    [InlineData(3, "47.000000", "2.000000")]
    [InlineData(4, "47.000000", "2.000000")]
    [InlineData(5, "47.000000", "2.000000")]
    [InlineData(6, "47.000000", "2.000000")]
    [InlineData(7, null, null, "finess.position-illisible")]
    [InlineData(8, null, null, "finess.position-illisible")]
    [InlineData(9, null, null, "finess.position-hors-territoire")]
    [InlineData(10, null, null, "finess.position-commune")]
    [InlineData(11, "47.000000", "2.000000")]
    [InlineData(12, "4.900000", "-52.300000")]
    [InlineData(13, "4.900000", "-52.300000")]
    [InlineData(14, null, null, "finess.position-hors-territoire")]
    public async Task Les_deux_dispositions_se_reconnaissent_a_leurs_grandeurs(int rang, string? latitude, string? longitude, string? signalement = null)
    {
        var objet = (await _essais.LireAsync("finess-pieges-structures.json")).DeNom($"POSITION {rang}");
        var adresse = objet.Etablissement!.Fiche.Adresse!;

        Assert.Equal((latitude, longitude), (Texte(adresse.Latitude), Texte(adresse.Longitude)));
        Assert.Equal(signalement, objet.Codes().SingleOrDefault());

        static string? Texte(decimal? degres) => degres?.ToString("F6", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Chaque_objet_refuse_dit_pourquoi_et_les_suivants_se_lisent()
    {
        var objets = await _essais.LireAsync("finess-pieges-structures.json");

        Assert.Equal(
            [
                "finess.sans-adresse 810993204", "finess.sans-adresse 810993212", "finess.commune 8100", "finess.commune 99109",
                "finess.fermeture-sans-date 810993279", "finess.sans-nom 810993295", "finess.doublon 810993204", "finess.doublon 810993329",
                "finess.objet /ege/0/informationsGeneralesEGE", "finess.objet /ege/1", "finess.objet /ege/2/informationsGeneralesEGE/numFinessEge", "finess.objet /ege/3/adresse",
                "finess.objet /ege", "finess.numero ", "finess.numero ",
            ],
            objets.Fautes());
        Assert.Equal("DERNIER", objets.Fiche("DERNIER").Denomination);
        Assert.Equal(["finess.commune"], objets.DeNom("ADRESSES").Codes());
        Assert.Null(objets.DeNom("ADRESSES").Entite!.Fiche.Adresse);
        Assert.Equal(("BATIMENT B", null, "CS 40 012"), objets.Fiche("COMPLEMENTS").Adresse is { } a ? (a.ComplementPointGeographique, a.Extension, a.MentionDistribution) : default);
    }

    [Theory]
    [InlineData("FERME SANS ADRESSE", "2002-07-10")]
    [InlineData("FERME SANS JOUR", "2019-03-04")]
    [InlineData("FERMETURE A VENIR", "2090-01-01")]
    public async Task Un_objet_ferme_vient_avec_son_jour(string nom, string jour) =>
        Assert.Equal(DateOnly.Parse(jour, System.Globalization.CultureInfo.InvariantCulture), (await _essais.LireAsync("finess-pieges-structures.json")).DeNom(nom).Etablissement!.FermeLe);

    [Fact]
    public async Task Ce_qui_est_ferme_et_ouvert_dans_le_meme_fichier_est_ouvert()
    {
        var objets = await _essais.LireAsync("finess-pieges-structures.json");

        Assert.Equal([new DateOnly(2020, 1, 1), null], objets.Where(o => o.Etablissement?.Fiche.IdNatStruct == "1810993329").Select(o => o.Etablissement!.FermeLe));
        Assert.Equal(["finess.ferme-puis-ouvert"], objets.DeNom("OUVERT ICI").Codes());
    }

    [Fact]
    public async Task Une_entite_fermee_sans_adresse_vient_avec_son_jour()
    {
        var objet = (await _essais.LireAsync("finess-pieges-structures.json")).DeNom("ENTITE FERMEE");

        Assert.Equal(new DateOnly(2002, 7, 10), objet.Entite!.FermeLe);
        Assert.Null(objet.Entite.Fiche.NumSiren);
        Assert.Equal(["finess.valeur-ecartee"], objet.Codes());
    }

    [Fact]
    public async Task La_date_des_donnees_se_lit_avant_ou_apres_les_objets()
    {
        Assert.Equal(new DateOnly(2026, 9, 5), (await _essais.OuvrirAsync(EssaisFiness.Octets("finess-structures.json"))).DonneesDu);
        Assert.Equal(new DateOnly(2026, 9, 5), (await _essais.OuvrirAsync([0xEF, 0xBB, 0xBF, .. EssaisFiness.Octets("finess-pieges-structures.json")])).DonneesDu);
        Assert.Null((await _essais.OuvrirAsync("""{"pmej":[]}"""u8.ToArray())).DonneesDu);
    }

    [Theory]
    [InlineData("[]", "racine")]
    [InlineData("[{\"pmej\":[]}]", "racine")]
    [InlineData("{}", "n'a pas de « pmej »")]
    [InlineData("{\"pmej\":null}", "n'est pas un tableau")]
    [InlineData("{\"pmej\":{\"a\":1}}", "n'est pas un tableau")]
    [InlineData("{\"pmej\":[1]}", "n'est pas un objet")]
    [InlineData("{\"pmej\":[[]]}", "n'est pas un objet")]
    [InlineData("{\"pmej\":[{\"numFiness\":\"810990101\"}]}", "n'ont pas de « informationsGeneralesPMEJ »")]
    [InlineData("{\"resourceType\":\"Bundle\",\"entry\":[{}]}", "n'a pas de « pmej »")]
    [InlineData("{\"pmej\":[]} {}", "malformé")]
    [InlineData("{\"pmej\":[", "malformé")]
    [InlineData("{\"pmej\":[{\"a\":1,}]}", "malformé")]
    [InlineData("{", "malformé")]
    public async Task Un_json_d_une_autre_forme_est_refuse(string texte, string raison) => Assert.Contains(raison, (await _essais.RefuserAsync(texte)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Un_json_tronque_n_importe_ou_est_refuse()
    {
        var octets = EssaisFiness.Octets("finess-structures.json");
        var hasard = new Random(20260905);

        foreach (var longueur in Enumerable.Range(0, 60).Select(_ => hasard.Next(1, octets.Length - 2)))
        {
            _ = await _essais.RefuserAsync(octets[..longueur]);
        }

        _ = await _essais.RefuserAsync(EssaisFiness.Gzip(octets)[..^30]);
    }

    [Theory]
    [InlineData("{\"pmej\":[{\"a\":#}]}")]
    [InlineData("{\"autre\":#,\"pmej\":[]}")]
    public async Task Une_bombe_de_profondeur_est_refusee(string modele) =>
        Assert.Contains("malformé", (await _essais.RefuserAsync(modele.Replace("#", new string('[', 100_000) + new string(']', 100_000), StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Un_json_qui_n_est_pas_en_utf_8_est_refuse()
    {
        var latin = Encoding.Latin1.GetBytes(EssaisFiness.Texte("finess-structures.json").Replace("ANTENNE FICTIVE", "ANTENNE DÉLOCALISÉE", StringComparison.Ordinal));

        Assert.Contains("UTF-8", (await _essais.RefuserAsync(latin)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Les_objets_se_lisent_quelle_que_soit_la_coupure_des_octets()
    {
        var octets = EssaisFiness.Octets("finess-pieges-structures.json");
        var entier = await LireAsync(new MemoryStream(octets), FluxPmej.ObjetMax);

        Assert.Equal(6, entier.Count);
        foreach (var tampon in Enumerable.Range(0, 50).Select(i => entier.Max(o => o.Length) + 16 + (i * 37)))
        {
            Assert.Equal(entier, await LireAsync(new MemoryStream(octets), tampon));
        }
    }

    [Fact]
    public async Task Une_entite_de_milliers_d_etablissements_se_lit_entiere()
    {
        var ege = EssaisFiness.Texte("finess-structures.json").ReplaceLineEndings("").Split("\"ege\": [")[1].Split("}]   },")[0].Split("\"dateDerniereMaj\"")[0] + "\"dateDerniereMaj\":\"\"}";
        var eges = Enumerable.Range(0, 5_000).Select(i => ege.Replace("810990143", $"81{i:D7}", StringComparison.Ordinal));
        var texte = "{\"pmej\":[{\"informationsGeneralesPMEJ\":{\"numFinessPm\":\"810990101\",\"denominationPm\":\"A\"},\"ege\":[" + string.Join(',', eges) + "]}]}";

        Assert.InRange(texte.Length, 4 << 20, FluxPmej.ObjetMax);
        Assert.Equal(5_000, (await _essais.LireTexteAsync(texte)).Count(o => o.Etablissement is not null));
    }

    [Fact]
    public async Task Un_objet_trop_grand_est_refuse_et_ce_qui_ne_compte_pas_est_passe()
    {
        var grand = "{\"autre\":[" + string.Join(',', Enumerable.Repeat("{\"a\":\"b\"}", 5_000)) + "],\"pmej\":[{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 1_000)) + "]}]}";

        Assert.Single(await LireAsync(new MemoryStream(Encoding.UTF8.GetBytes(grand)), 4_096));
        _ = await Assert.ThrowsAsync<FichierRefuseException>(() => LireAsync(new MemoryStream(Encoding.UTF8.GetBytes(grand)), 1_024));
    }

    private static async Task<List<string>> LireAsync(Stream flux, int objetMax)
    {
        var objets = new List<string>();
        await foreach (var (rang, objet) in new FluxPmej(flux, objetMax).LireAsync(CancellationToken.None))
        {
            objets.Add($"{rang} {Encoding.UTF8.GetString(objet.Span)}");
        }

        return objets;
    }
}
