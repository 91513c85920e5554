using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>L6: versions are kept, read, compared and restored; and what a stale write is told.</summary>
public sealed class VersionsTests : IAsyncDisposable
{
    private readonly ServeurRor _serveur = new();

    [Fact]
    public async Task Deux_versions_se_comparent_champ_par_champ_avec_leurs_libelles()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.PublierOffreAsync("Première");
        etag = await Publier(
            client,
            id,
            etag,
            ("informations-generales", Demo.InformationsChirurgie("Deuxième", uniteSensible: true)),
            ("patientele", Patientele(16)),
            ("contacts", new { professionnels = new[] { new { nature = Demo.Code("07"), telecoms = new[] { new { canal = Demo.Code("3"), valeur = "nouveau@ch-albi.example" } } } } }));

        var versions = (await client.GetAsync($"/api/v1/offres/{id}/versions")).Doit(200).Corps;
        Assert.Equal(["Première", "Deuxième"], versions.Liste("elements", "nom"));
        Assert.Equal(["responsable-ch-albi"], versions.Liste("elements", "auteur").Distinct());
        var premiere = (await client.GetAsync($"/api/v1/offres/{id}/versions/1")).Doit(200);
        Assert.Equal("Première", premiere.Corps.Lu("sections/informationsGenerales/nom"));
        Assert.Contains("restaurer", premiere.Actions());

        var comparee = (await client.GetAsync($"/api/v1/offres/{id}/versions/2/differences")).Doit(200).Corps;
        Assert.Equal(
            ["informations-generales/nom", "informations-generales/uniteSensible", "patientele/ageMin", "contacts/patients", "contacts/professionnels"],
            comparee.GetProperty("differences").EnumerateArray().Select(d => d.Lu("section") + d.Lu("champ")));
        var patients = comparee.GetProperty("differences")[3];
        Assert.Equal(("02", true, false), (patients.Lu("avant/0/nature/code"), patients.Membre("avant/0/nature").Possede("libelle"), patients.Possede("apres")));
        Assert.Equal(("Nom de l'offre", "Première", "Deuxième"), (comparee.Lu("differences/0/libelle"), comparee.Lu("differences/0/avant"), comparee.Lu("differences/0/apres")));
        Assert.Equal(("1", "2"), (comparee.Membre("avant/numero").GetRawText(), comparee.Membre("apres/numero").GetRawText()));

        var inverse = (await client.GetAsync($"/api/v1/offres/{id}/versions/1/differences?avec=2")).Doit(200).Corps;
        Assert.Equal("Deuxième", inverse.Lu("differences/0/avant"));
        var depuisRien = (await client.GetAsync($"/api/v1/offres/{id}/versions/1/differences")).Doit(200).Corps;
        Assert.False(depuisRien.Possede("avant"));
        Assert.DoesNotContain(depuisRien.GetProperty("differences").EnumerateArray(), d => d.Possede("avant"));
        Assert.Empty((await client.GetAsync($"/api/v1/offres/{id}/versions/2/differences?avec=2")).Doit(200).Corps.GetProperty("differences").EnumerateArray());
    }

    [Fact]
    public async Task Restaurer_remet_une_version_dans_la_copie_de_travail_et_le_monde_n_en_sait_rien_avant_la_validation()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.PublierOffreAsync("Première");
        etag = await Publier(client, id, etag, ("informations-generales", Demo.InformationsChirurgie("Deuxième")));
        (await client.PostAsync($"/api/v1/offres/{id}/versions/1/restauration", null)).Refuse(428, "version.requise");
        (await client.PostAsync($"/api/v1/offres/{id}/versions/9/restauration", null)).Refuse(404, "version.introuvable");

        var restauree = (await client.PostAsync($"/api/v1/offres/{id}/versions/1/restauration", null, ("If-Match", etag))).Doit(200);
        Assert.Equal(("Première", true), (restauree.Corps.Lu("nom"), restauree.Corps.GetProperty("modificationsEnAttente").GetBoolean()));
        var publique = $"/api/v1/diffusion/offres/{restauree.Corps.Lu("identifiant").Replace('/', '-')}";
        var monde = await _serveur.EnAsync("grand-public");
        Assert.Equal("Deuxième", (await monde.GetAsync(publique)).Doit(200).Corps.Lu("nom"));

        Assert.Equal(restauree.ETag.Split('.')[0], (await client.PostAsync($"/api/v1/offres/{id}/versions/1/restauration", null, ("If-Match", restauree.ETag))).Doit(200).ETag.Split('.')[0]);
        (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", restauree.ETag))).Doit(200);
        Assert.Equal(("Première", 3), ((await monde.GetAsync(publique)).Corps.Lu("nom"), (await monde.GetAsync(publique)).Corps.GetProperty("numeroVersion").GetInt32()));
        Assert.Empty((await client.GetAsync($"/api/v1/offres/{id}/versions/3/differences?avec=1")).Doit(200).Corps.GetProperty("differences").EnumerateArray());
    }

    [Fact]
    public async Task Une_offre_fermee_pour_de_bon_garde_ses_versions_et_n_en_restaure_aucune()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var lue = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationFermee}/versions/1")).Doit(200);
        Assert.DoesNotContain("restaurer", lue.Actions());
        var offre = (await client.GetAsync($"/api/v1/offres/{Demo.ConsultationFermee}")).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{Demo.ConsultationFermee}/versions/1/restauration", null, ("If-Match", offre.ETag))).Refuse(409, "offre.transition-interdite");
    }

    [Fact]
    public async Task Les_versions_se_lisent_par_pages_et_jamais_hors_du_perimetre()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.PublierOffreAsync("V1");
        for (var n = 2; n <= 5; n++)
        {
            etag = await Publier(client, id, etag, ("informations-generales", Demo.InformationsChirurgie($"V{n}")));
        }

        var (noms, route) = (new List<string>(), $"/api/v1/offres/{id}/versions?limite=2&total=true");
        for (var page = route; page is not null;)
        {
            var lue = (await client.GetAsync(page)).Doit(200).Corps;
            noms.AddRange(lue.Liste("elements", "nom"));
            Assert.Equal(5, lue.GetProperty("total").GetInt32());
            page = lue.Possede("suivant") ? $"{route}&curseur={lue.Lu("suivant")}" : null;
        }

        Assert.Equal(["V1", "V2", "V3", "V4", "V5"], noms);
        foreach (var chemin in new[] { "versions", "versions/1", "versions/1/differences" })
        {
            (await (await _serveur.EnAsync("responsable-ehpad")).GetAsync($"/api/v1/offres/{id}/{chemin}")).Refuse(404, "offre.introuvable");
        }
    }

    [Theory]
    [InlineData("versions/0", "version.introuvable")]
    [InlineData("versions/99", "version.introuvable")]
    [InlineData("versions/-1", "version.introuvable")]
    [InlineData("versions/1/differences?avec=7", "version.introuvable")]
    [InlineData("versions/1/differences?avec=-1", "version.introuvable")]
    [InlineData("versions/99999999999", "ressource.introuvable")]
    [InlineData("versions/x", "ressource.introuvable")]
    public async Task Une_version_inconnue_est_introuvable(string chemin, string code) =>
        (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}/{chemin}")).Refuse(404, code);

    [Fact]
    public async Task Un_ETag_perime_dit_l_ETag_courant_et_les_sections_changees_depuis()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var (id, premier) = await client.CreerOffreCompleteAsync();
        var deuxieme = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", premier))).Doit(200).ETag;
        var troisieme = (await client.PutAsync($"/api/v1/offres/{id}/sections/horaires", new { semaineType = new[] { new { type = Demo.Code("01"), jour = 1, debut = "08:00", fin = "12:00" } } }, ("If-Match", deuxieme))).Doit(200).ETag;

        await Dit(premier, ["contacts", "horaires"]);
        await Dit(deuxieme, ["horaires"]);
        await Dit($"{premier}, {deuxieme}", ["horaires"]);
        foreach (var autre in new[] { "\"999.0\"", "\"pas-de-nous\"" })
        {
            Assert.False((await client.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { }, ("If-Match", autre))).Refuse(412, "version.perimee").Corps.Possede("sectionsModifiees"));
        }

        var refus = (await client.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { }, ("If-Match", "\"pas-de-nous\""))).Refuse(412, "version.perimee").Corps;
        // What the 412 tells is enough to retry without reading again.
        var retente = (await client.PutAsync($"/api/v1/offres/{id}/sections/patientele", Patientele(1), ("If-Match", refus.Lu("etag")))).Doit(200);
        var validee = (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", retente.ETag))).Doit(200).ETag;
        var ecrite = (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts("05 36 49 00 17"), ("If-Match", validee))).Doit(200).ETag;
        (await client.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", ecrite))).Doit(200);
        await Dit(ecrite, ["contacts"]);

        async Task Dit(string perime, string[] sections)
        {
            var reponse = (await client.PutAsync($"/api/v1/offres/{id}/sections/patientele", new { }, ("If-Match", perime))).Refuse(412, "version.perimee");
            Assert.Equal(reponse.ETag, reponse.Corps.Lu("etag"));
            Assert.Equal((await client.GetAsync($"/api/v1/offres/{id}")).ETag, reponse.ETag);
            Assert.Equal(sections, reponse.Corps.GetProperty("sectionsModifiees").EnumerateArray().Select(s => s.GetString()));
        }
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static object Patientele(int ageMin) =>
        new { publicsPrisEnCharge = new[] { Demo.Code("07") }, ageMin = new { valeur = ageMin, unite = "a" }, ageMax = new { valeur = 120, unite = "a" } };

    private static async Task<string> Publier(ClientRor client, string id, string etag, params (string Section, object Corps)[] sections)
    {
        foreach (var (section, corps) in sections)
        {
            etag = (await client.PutAsync($"/api/v1/offres/{id}/sections/{section}", corps, ("If-Match", etag))).Doit(200).ETag;
        }

        return (await client.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", etag))).Doit(200).ETag;
    }
}
