using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ror.TestKit;
using static Ror.Api.Tests.Jetons;

namespace Ror.Api.Tests;

/// <summary>Tokens, roles, perimeters, and the trace of every write.</summary>
public sealed class SecuriteTests(ServeurRor serveur) : IClassFixture<ServeurRor>
{
    private static readonly string[] Protegees =
    [
        "/api/v1/moi", "/api/v1/entites-geographiques", $"/api/v1/entites-geographiques/{Demo.ChAlbi}", $"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence",
        $"/api/v1/poles/{Demo.PoleMedecine}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}", "/api/v1/offres", $"/api/v1/offres/{Demo.ConsultationAnesthesie}",
        $"/api/v1/offres/{Demo.ConsultationAnesthesie}/etapes", $"/api/v1/offres/{Demo.ConsultationAnesthesie}/sections/contacts", "/api/v1/nomenclatures", "/api/v1/nomenclatures/J19/codes",
        "/api/v1/modeles-saisie", "/api/v1/diffusion/offres", "/api/v1/diffusion/offres/76-100001",
    ];

    public static TheoryData<string> JetonsRefuses =>
        ["poubelle", "deux-points", "autre-cle", "alg-none", "hs256", "expire", "pas-encore", "audience", "emetteur", "sans-expiration", "charge-changee", "sans-signature"];

    [Fact]
    public async Task Sans_jeton_tout_est_401_avec_le_defi()
    {
        foreach (var route in Protegees)
        {
            Est401((await serveur.Anonyme.GetAsync(route)), route);
        }

        foreach (var (methode, route) in new[]
        {
            (HttpMethod.Post, $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres"), (HttpMethod.Put, $"/api/v1/offres/{Demo.ConsultationAnesthesie}/sections/contacts"),
            (HttpMethod.Delete, $"/api/v1/offres/{Demo.ConsultationDermatologie}"), (HttpMethod.Post, $"/api/v1/offres/{Demo.ConsultationAnesthesie}/validation"),
            (HttpMethod.Post, $"/api/v1/offres/{Demo.ConsultationAnesthesie}/transfert"),
        })
        {
            Est401(await serveur.Anonyme.BrutAsync(methode, route, "{}"u8.ToArray()), route);
        }
    }

    [Fact]
    public async Task Un_jeton_deja_reconnu_finit_a_son_heure()
    {
        using var rsa = await serveur.CleDemoAsync();
        var client = serveur.Avec(Jeton(Avec(Charge(["plateforme"], []), "exp", DateTimeOffset.UtcNow.AddSeconds(2).ToUnixTimeSeconds()), rsa));
        (await client.GetAsync("/api/v1/moi")).Doit(200);
        (await client.GetAsync("/api/v1/moi")).Doit(200);

        // Its end, and the five seconds that clocks may differ.
        await Task.Delay(TimeSpan.FromSeconds(8));
        Est401(await client.GetAsync("/api/v1/moi"), "/api/v1/moi");
    }

    [Theory]
    [MemberData(nameof(JetonsRefuses))]
    public async Task Un_jeton_qui_ne_vaut_rien_est_un_401(string cas)
    {
        // The sound token of the same maker is accepted: what is refused below is refused for its own fault.
        using var rsa = await serveur.CleDemoAsync();
        var sain = Jeton(Charge(["responsable-offre"], ["1810990010"]), rsa);
        (await serveur.Avec(sain).GetAsync("/api/v1/moi")).Doit(200);

        using var autre = RSA.Create(2048);
        var charge = Charge(["responsable-offre"], ["1810990010"]);
        var maintenant = DateTimeOffset.UtcNow;
        var jeton = cas switch
        {
            "poubelle" => "n.importe.quoi",
            "deux-points" => "abc",
            "autre-cle" => Jeton(charge, autre),
            "alg-none" => $"{B64("""{"alg":"none","typ":"JWT"}""")}.{B64(JsonSerializer.Serialize(charge))}.",
            "hs256" => Hs256(charge, rsa),
            "expire" => Jeton(Avec(charge, "exp", maintenant.AddMinutes(-10).ToUnixTimeSeconds()), rsa),
            "pas-encore" => Jeton(Avec(charge, "nbf", maintenant.AddMinutes(10).ToUnixTimeSeconds()), rsa),
            "audience" => Jeton(Avec(charge, "aud", "autre-api"), rsa),
            "emetteur" => Jeton(Avec(charge, "iss", "https://autre.example"), rsa),
            "sans-expiration" => Jeton(Sans(charge, "exp"), rsa),
            "charge-changee" => $"{sain.Split('.')[0]}.{B64(JsonSerializer.Serialize(Avec(charge, "sub", "administrateur")))}.{sain.Split('.')[2]}",
            _ => sain[..(sain.LastIndexOf('.') + 1)],
        };
        foreach (var route in new[] { "/api/v1/moi", "/api/v1/offres", $"/api/v1/offres/{Demo.ConsultationAnesthesie}" })
        {
            Est401(await serveur.Avec(jeton).GetAsync(route), route);
        }
    }

    [Fact]
    public async Task Sans_role_moi_seulement_403_ailleurs()
    {
        using var rsa = await serveur.CleDemoAsync();
        foreach (var roles in new string[][] { [], ["inconnu"], ["RESPONSABLE-OFFRE"], ["admin", ""] })
        {
            var client = serveur.Avec(Jeton(Charge(roles, ["1810990010"]), rsa));
            var moi = (await client.GetAsync("/api/v1/moi")).Doit(200).Corps;
            Assert.Empty(moi.GetProperty("roles").EnumerateArray());
            Assert.Empty(moi.Membre("perimetre/etablissements").EnumerateArray());
            foreach (var route in Protegees.Skip(1))
            {
                (await client.GetAsync(route)).Refuse(403, "acces.sans-role");
            }

            (await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie())).Refuse(403, "acces.sans-role");
        }
    }

    [Fact]
    public async Task Un_etablissement_ou_une_region_inconnus_sont_ignores()
    {
        using var rsa = await serveur.CleDemoAsync();
        var client = serveur.Avec(Jeton(Charge(["responsable-offre"], ["1810990010", "1999999999", "n'importe quoi", "", "1810990010"]), rsa));
        Assert.Equal(["CH ALBI"], (await client.GetAsync("/api/v1/moi")).Doit(200).Corps.Liste("perimetre/etablissements", "nom"));
        Assert.Equal(["CH ALBI"], (await client.GetAsync("/api/v1/entites-geographiques")).Doit(200).Corps.Liste("elements", "denomination"));

        var regions = serveur.Avec(Jeton(Avec(Charge(["referent-ror"], []), "ror_regions", new[] { "00", "zz", "11" }), rsa));
        Assert.Empty((await regions.GetAsync("/api/v1/entites-geographiques")).Doit(200).Corps.GetProperty("elements").EnumerateArray());

        // A perimeter without its role gives nothing.
        var plateforme = serveur.Avec(Jeton(Avec(Charge(["plateforme"], ["1810990010"]), "ror_regions", new[] { "76" }), rsa));
        Assert.Empty((await plateforme.GetAsync("/api/v1/entites-geographiques")).Doit(200).Corps.GetProperty("elements").EnumerateArray());
        (await plateforme.GetAsync($"/api/v1/offres/{Demo.ConsultationAnesthesie}")).Refuse(404, "offre.introuvable");
    }

    [Theory]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData("1; drop")]
    [InlineData(99)]
    [InlineData(new[] { 1, 2 })]
    public async Task Un_profil_illisible_est_celui_du_grand_public(object profil)
    {
        using var rsa = await serveur.CleDemoAsync();
        var client = serveur.Avec(Jeton(Avec(Charge(["plateforme"], []), "ror_profil", profil), rsa));
        Assert.Equal(0, (await client.GetAsync("/api/v1/moi")).Doit(200).Corps.GetProperty("profil").GetInt32());
        Assert.DoesNotContain(await client.ToutLireAsync("/api/v1/diffusion/offres"), o => o.Lu("id") == Demo.ConsultationSensible);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Les_profils_sans_persona_sont_filtres_aussi(int profil)
    {
        using var rsa = await serveur.CleDemoAsync();
        var client = serveur.Avec(Jeton(Avec(Charge(["plateforme"], []), "ror_profil", profil), rsa));
        var offres = await client.ToutLireAsync("/api/v1/diffusion/offres");
        Assert.Equal(profil == 4, offres.Any(o => o.Lu("id") == Demo.ConsultationSensible));
        Assert.DoesNotContain(offres, o => o.GetRawText().Contains("+33536490099", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chaque_ecriture_reussie_est_tracee_aucun_refus_ne_l_est()
    {
        await using var seul = new ServeurRor();
        var moi = await seul.EnAsync("responsable-ch-albi");
        var referent = await seul.EnAsync("referent-occitanie");
        Assert.Equal(0, Audit(seul).Count(l => l.Sujet is "responsable-ch-albi" or "referent-occitanie"));

        var (id, e1) = await moi.BrouillonAsync("Tracée");
        var e2 = (await moi.PutAsync($"/api/v1/offres/{id}/etapes/accueil-prise-en-charge", Demo.AccueilChirurgie(), ("If-Match", e1))).Doit(200).ETag;
        var e3 = (await referent.PutAsync($"/api/v1/offres/{id}/etapes/patientele-et-specificites", Demo.PatienteleEtSpecificites(), ("If-Match", e2))).Doit(200).ETag;
        var e4 = (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", e3))).Doit(200).ETag;
        var e5 = (await referent.PostAsync($"/api/v1/offres/{id}/validation", new { relu = true }, ("If-Match", e4))).Doit(200).ETag;
        var e6 = (await moi.PutAsync($"/api/v1/offres/{id}/sections/informations-generales", Demo.InformationsChirurgie("Tracée 2"), ("If-Match", e5))).Doit(200).ETag;
        var e7 = (await moi.DeleteAsync($"/api/v1/offres/{id}/modifications", ("If-Match", e6))).Doit(200).ETag;
        string[] versions = [e1, e2, e3, e4, e5, e6, e7];

        // Refused: nothing more.
        (await moi.DeleteAsync($"/api/v1/offres/{id}", ("If-Match", e7))).Doit(409);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts())).Doit(428);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { }, ("If-Match", e1))).Doit(412);
        (await moi.PutAsync($"/api/v1/offres/{id}/sections/contacts", new { patients = new[] { new { } } }, ("If-Match", e7))).Doit(422);
        (await moi.BrutAsync(HttpMethod.Put, $"/api/v1/offres/{id}/sections/contacts", "{"u8.ToArray(), entetes: ("If-Match", e7))).Doit(400);
        (await moi.PostAsync($"/api/v1/offres/{id}/transfert", null, ("If-Match", e7))).Doit(403);
        (await moi.PostAsync($"/api/v1/offres/{id}/reouverture", null, ("If-Match", e7))).Doit(409);
        (await moi.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", new { nom = "x" })).Doit(422);
        (await (await seul.EnAsync("responsable-ehpad")).PutAsync($"/api/v1/offres/{id}/sections/contacts", new { }, ("If-Match", e7))).Doit(404);

        var lignes = Audit(seul).Where(l => l.ObjetId.Equals(id, StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(
            ["responsable-ch-albi", "responsable-ch-albi", "referent-occitanie", "responsable-ch-albi", "referent-occitanie", "responsable-ch-albi", "responsable-ch-albi"], lignes.Select(l => l.Sujet));
        Assert.Equal(versions.Select(v => v.Trim('"').Split('.')[0]), lignes.Select(l => l.Version));
        Assert.All(lignes, l => Assert.Equal("Offre", l.TypeObjet));
        Assert.All(lignes, l => Assert.NotEmpty(l.Acte));
        Assert.All(lignes, l => Assert.Matches("^(127\\.0\\.0\\.1|::1|::ffff:127\\.0\\.0\\.1)$", l.Origine));
        Assert.Equal(7, Audit(seul).Count(l => l.Sujet is "responsable-ch-albi" or "referent-occitanie" or "responsable-ehpad"));
    }

    [Fact]
    public async Task Une_suppression_et_une_creation_rejouee_sont_tracees_une_fois()
    {
        await using var seul = new ServeurRor();
        var moi = await seul.EnAsync("responsable-ch-albi");
        var cle = ("Idempotency-Key", "audit");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";
        var creee = (await moi.PostAsync(route, Demo.InformationsChirurgie("Audit"), cle)).Doit(201);
        (await moi.PostAsync(route, Demo.InformationsChirurgie("Audit"), cle)).Doit(201);
        (await moi.DeleteAsync($"/api/v1/offres/{creee.Corps.Lu("id")}", ("If-Match", creee.ETag))).Doit(204);
        Assert.Equal(2, Audit(seul).Count(l => l.Sujet == "responsable-ch-albi"));
    }

    [Fact]
    public async Task Un_jeton_sans_sujet_n_ecrit_pas_au_nom_du_service()
    {
        using var rsa = await serveur.CleDemoAsync();
        var client = serveur.Avec(Jeton(Sans(Charge(["responsable-offre"], ["1810990010"]), "sub"), rsa));
        var ecriture = await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie("Sans sujet"));
        if (ecriture.Statut == 201)
        {
            Assert.NotEqual("service", Audit(serveur).Single(l => l.ObjetId == ecriture.Corps.Lu("id")).Sujet);
        }
        else
        {
            Assert.True(ecriture.Statut is 401 or 403, ecriture.Texte);
        }
    }

    [Fact]
    public async Task Un_second_demarrage_ne_charge_rien_deux_fois()
    {
        await using var premier = new ServeurRor();
        var avant = await ComptesAsync(premier);
        var jeton = (await premier.Anonyme.PostAsync("/dev/jetons", new { persona = "responsable-ch-albi" })).Doit(200).Corps.Lu("access_token");
        await premier.ArreterAsync();
        await using var second = ServeurRor.Redemarrer(premier.Connexion);
        Assert.Equal(avant, await ComptesAsync(second));

        // A token of before the restart is still good.
        (await second.Avec(jeton).GetAsync("/api/v1/moi")).Doit(200);
    }

    [Fact]
    public async Task La_sante_se_lit_sans_jeton()
    {
        (await serveur.Anonyme.GetAsync("/health/live")).Doit(200);
        (await serveur.Anonyme.GetAsync("/health/ready")).Doit(200);
        (await serveur.Anonyme.GetAsync("/openapi/v1.json")).Doit(200);
    }

    private static void Est401(Reponse reponse, string route)
    {
        reponse.Refuse(401, "acces.non-authentifie");
        Assert.Equal("Bearer", Assert.Single(reponse.Entetes.WwwAuthenticate).Scheme);
        Assert.Equal(route, reponse.Corps.Lu("instance"));
        Assert.Equal(401, reponse.Corps.GetProperty("status").GetInt32());
    }

    private static async Task<string> ComptesAsync(ServeurRor serveur)
    {
        var referent = await serveur.EnAsync("referent-occitanie");
        var comptes = new List<string>();
        foreach (var liste in new[] { "/api/v1/entites-geographiques", "/api/v1/offres", "/api/v1/diffusion/offres" })
        {
            comptes.Add((await referent.GetAsync($"{liste}?total=true&limite=200")).Doit(200).Texte);
        }

        foreach (var eg in new[] { Demo.ChAlbi, Demo.Ehpad })
        {
            comptes.Add((await referent.GetAsync($"/api/v1/entites-geographiques/{eg}/arborescence?inclureFermees=true")).Doit(200).Texte);
        }

        comptes.Add((await referent.GetAsync("/api/v1/nomenclatures")).Doit(200).Texte);
        comptes.Add((await referent.GetAsync("/api/v1/modeles-saisie")).Doit(200).Texte);
        return string.Join('\n', comptes);
    }

    private static List<(string Sujet, string Acte, string TypeObjet, string ObjetId, string Version, string Origine)> Audit(ServeurRor serveur)
    {
        using var connexion = serveur.Lire();
        using var commande = connexion.CreateCommand();
        commande.CommandText = """SELECT "Sujet", "Acte", "TypeObjet", "ObjetId", "VersionObjet", coalesce("Origine", '') FROM "Audit" ORDER BY "Id" """;
        using var lecteur = commande.ExecuteReader();
        var lignes = new List<(string, string, string, string, string, string)>();
        while (lecteur.Read())
        {
            lignes.Add((lecteur.GetString(0), lecteur.GetString(1), lecteur.GetString(2), $"{lecteur.GetValue(3)}".ToLowerInvariant(), $"{lecteur.GetValue(4)}", lecteur.GetString(5)));
        }

        return lignes;
    }

    // The old confusion: the public key taken as an HMAC secret.
    private static string Hs256(Dictionary<string, object> charge, RSA cle)
    {
        var signe = $"{B64("""{"alg":"HS256","kid":"demo","typ":"JWT"}""")}.{B64(JsonSerializer.Serialize(charge))}";
        return $"{signe}.{Base64Url.EncodeToString(HMACSHA256.HashData(cle.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(signe)))}";
    }
}
