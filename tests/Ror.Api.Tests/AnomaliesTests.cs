using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Anomalies;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Anomalies over HTTP: declared by whoever sees the object, treated by their recipient, seen by those whom they concern.</summary>
public sealed class AnomaliesTests : IAsyncDisposable
{
    private const string Route = "/api/v1/anomalies";
    private const string Medecin = "01920000-0000-7000-8000-000000000c01";
    private const string DemoATraiter = "01920000-0000-7000-8000-000000000d02";

    private readonly HorlogeReglable _horloge = new();
    private readonly ServeurRor _serveur;

    public AnomaliesTests() => _serveur = ServeurRor.Avec(services => services.AddSingleton<TimeProvider>(_horloge));

    private string Dans(int jours) => DateOnly.FromDateTime(_horloge.GetUtcNow().UtcDateTime).AddDays(jours).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task Declaree_elle_est_a_traiter_par_qui_n_est_pas_son_declarant_et_son_histoire_le_dit()
    {
        var (client, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        var cle = ("Idempotency-Key", "declaration-1");
        var corps = Declaration(Demo.ConsultationAnesthesie, champ: "/ageMin", proposee: new { valeur = 3, unite = "a" });
        var creee = (await client.PostAsync(Route, corps, cle)).Doit(201);
        var lue = creee.Corps;
        var route = $"{Route}/{lue.Lu("id")}";
        Assert.Equal(route, creee.Entetes.Location!.ToString());
        Assert.Equal(("02", "À traiter", "06", "COR"), (lue.Lu("statut/code"), lue.Lu("statut/libelle"), lue.Lu("theme/code"), lue.Lu("action/code")));
        Assert.Equal(("referent-ror", "76", "responsable-ch-albi", "saisie"), (lue.Lu("destinataire/role"), lue.Lu("destinataire/cle"), lue.Lu("declarant"), lue.Lu("systemeDeclarant")));
        Assert.Equal(("Offre", Demo.ConsultationAnesthesie, await client.IdentifiantAsync(Demo.ConsultationAnesthesie)), (lue.Lu("objet/type"), lue.Lu("objet/id"), lue.Lu("objet/identifiant").Replace('/', '-')));
        Assert.Equal(["01 responsable-ch-albi", "02 moteur"], lue.GetProperty("historique").EnumerateArray().Select(p => $"{p.Lu("vers/code")} {p.Lu("par")}"));
        Assert.Equal(3, lue.Membre("valeurProposee/valeur").GetInt32());
        Assert.Equal(["03"], Possibles(creee));
        Assert.Equal(["03", "05", "06", "07", "08", "09", "10", "11"], Possibles((await referent.GetAsync(route)).Doit(200)));

        var rejouee = (await client.PostAsync(Route, corps, cle)).Doit(201);
        Assert.Equal(lue.Lu("id"), rejouee.Corps.Lu("id"));
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, champ: "/ageMax"), cle)).Refuse(422, "idempotence.corps-different");
        (await client.GetAsync(route, ("If-None-Match", creee.ETag))).Doit(304);
    }

    [Fact]
    public async Task Seuls_son_declarant_son_destinataire_le_referent_et_l_administrateur_la_voient()
    {
        var plateforme = await _serveur.EnAsync("plateforme-occitanie");
        var id = (await plateforme.PostAsync(Route, Declaration(Demo.ConsultationOrthopedie))).Doit(201).Corps;
        Assert.Equal(("responsable-offre", "1810990010", "plateforme-occitanie"), (id.Lu("destinataire/role"), id.Lu("destinataire/cle"), id.Lu("systemeDeclarant")));
        Assert.StartsWith("/api/v1/diffusion/offres/", id.Lu("objet/href"), StringComparison.Ordinal);
        var route = $"{Route}/{id.Lu("id")}";
        foreach (var (persona, voit, actions) in new[]
        {
            ("plateforme-occitanie", true, "03"), ("responsable-ch-albi", true, "05 08 09 11"), ("referent-occitanie", true, "03 05 06 07 08 09 10 11"), ("administrateur", true, ""),
            ("responsable-ehpad", false, ""), ("medecin-liberal", false, ""), ("regulation", false, ""), ("grand-public", false, ""),
        })
        {
            var client = await _serveur.EnAsync(persona);
            var lue = await client.GetAsync(route);
            var liste = await client.ToutLireAsync($"{Route}?objet={Demo.ConsultationOrthopedie}&total=true");
            Assert.Equal(voit ? 1 : 0, liste.Count);
            var ecrite = await client.PostAsync($"{route}/transitions", new { statut = Demo.Code("07") }, ("If-Match", "\"1\""));
            if (voit)
            {
                Assert.Equal(actions, string.Join(' ', Possibles(lue.Doit(200))));
                Assert.True(persona == "referent-occitanie" ? ecrite.Statut == 200 : ecrite is { Statut: 403, Code: "anomalie.transition-non-permise" }, ecrite.ToString());
            }
            else
            {
                lue.Refuse(404, "anomalie.introuvable");
                ecrite.Refuse(404, "anomalie.introuvable");
                (await client.PostAsync($"{route}/acceptation", null)).Refuse(404, "anomalie.introuvable");
            }
        }

        (await plateforme.GetAsync($"{Route}/{Outils.Inconnu}")).Refuse(404, "anomalie.introuvable");
        Assert.Equal(401, (await _serveur.Anonyme.GetAsync(route)).Statut);
    }

    [Fact]
    public async Task On_ne_declare_que_sur_ce_qu_on_voit()
    {
        foreach (var (persona, type, id, statut) in new[]
        {
            ("responsable-ch-albi", "Offre", Demo.ConsultationEndocrinologie, 201), ("responsable-ch-albi", "Pole", Demo.PoleMedecine, 201), ("responsable-ch-albi", "UniteFonctionnelle", Demo.UfConsultations, 201),
            ("responsable-ch-albi", "EntiteGeographique", Demo.ChAlbi, 201), ("responsable-ch-albi", "EntiteJuridique", "01920000-0000-7000-8000-000000000001", 201), ("responsable-ch-albi", "EntiteGeographique", Demo.Ehpad, 404),
            ("responsable-ehpad", "Offre", Demo.ConsultationAnesthesie, 404), ("responsable-ehpad", "EntiteJuridique", "01920000-0000-7000-8000-000000000001", 404), ("responsable-ehpad", "Professionnel", Medecin, 404),
            ("medecin-liberal", "Professionnel", Medecin, 201), ("medecin-liberal", "Offre", Demo.ConsultationAnesthesie, 404), ("medecin-liberal", "EntiteGeographique", Demo.ChAlbi, 404),
            ("plateforme-occitanie", "Offre", Demo.ConsultationAnesthesie, 201), ("plateforme-occitanie", "Offre", Demo.ConsultationDermatologie, 404), ("plateforme-occitanie", "Offre", Demo.ConsultationSensible, 404),
            ("regulation", "Offre", Demo.ConsultationSensible, 201), ("plateforme-occitanie", "EntiteGeographique", Demo.Ehpad, 201), ("plateforme-occitanie", "Professionnel", Medecin, 404),
            ("referent-occitanie", "Offre", Outils.Inconnu, 404), ("referent-occitanie", "Pole", Demo.ConsultationAnesthesie, 404), ("administrateur", "Offre", Demo.ConsultationAnesthesie, 403),
        })
        {
            var reponse = await (await _serveur.EnAsync(persona)).PostAsync(Route, new { objet = new { type, id }, description = "Essai." });
            Assert.True(statut == reponse.Statut, $"{persona} {type} {id} : {reponse}");
            Assert.Equal(statut switch { 404 => "anomalie.objet-introuvable", 403 => "anomalie.declaration-non-permise", _ => null }, reponse.Code);
        }

        // What is not seen says nothing of itself, whatever else is wrong.
        (await (await _serveur.EnAsync("responsable-ehpad")).PostAsync(Route, new { objet = new { type = "Offre", id = Demo.ConsultationAnesthesie }, section = "?", champ = "?" })).Refuse(404, "anomalie.objet-introuvable");
    }

    [Fact]
    public async Task Sans_destinataire_possible_elle_est_bloquee_et_son_declarant_peut_l_annuler()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var creee = (await referent.PostAsync(Route, new { objet = new { type = "EntiteGeographique", id = Demo.ChAlbi }, champ = "/nomOperationnel", description = "Ancien nom." })).Doit(201);
        Assert.Equal("04", creee.Corps.Lu("statut/code"));
        Assert.False(creee.Corps.Possede("destinataire"));
        Assert.Equal(["02", "03"], Possibles(creee));
        var medecin = await _serveur.EnAsync("medecin-liberal");
        var sienne = (await medecin.PostAsync(Route, new { objet = new { type = "Professionnel", id = (await medecin.GetAsync("/api/v1/professionnels/10000000009")).Doit(200).Corps.Lu("id") }, champ = "/nom", valeurProposee = "AUTRE" })).Doit(201);
        Assert.True(sienne.Corps.GetProperty("nationale").GetBoolean());
        await PasserAsync(medecin, sienne.Corps.Lu("id"), "03");
    }

    [Fact]
    public async Task Une_mauvaise_declaration_dit_tout_et_ne_garde_rien()
    {
        var client = await _serveur.EnAsync("responsable-ch-albi");
        var avant = (await client.ToutLireAsync(Route)).Count;
        (await client.PostAsync(Route, new { })).Refuse(422, "contenu.invalide").Contient("/objet", "champ.obligatoire").Contient("/description", "anomalie.sans-contenu");
        (await client.PostAsync(Route, new { objet = new { type = "Lieu", id = "x" }, description = "a" })).Doit(422).Contient("/objet/type", "texte.hors-liste").Contient("/objet/id", "anomalie.objet-invalide");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, section: "inconnue"))).Doit(422).Contient("/section", "anomalie.section-inconnue");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, champ: "/inconnu"))).Doit(422).Contient("/champ", "anomalie.champ-inconnu");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, section: null, champ: "/nom"))).Doit(422).Contient("/section", "anomalie.section-requise");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, description: new string('a', 5000)))).Doit(422).Contient("/description", "texte.trop-long");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, description: "a\u0000b"))).Doit(422).Contient("/description", "texte.caractere-interdit");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, proposee: new string('a', 5000)))).Doit(422).Contient("/valeurProposee", "anomalie.valeur-trop-longue");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, champ: "/" + new string('a', 5000)))).Doit(422).Contient("/champ", "texte.trop-long");
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, section: null, champ: null, proposee: 3))).Doit(422).Contient("/valeurProposee", "anomalie.valeur-sans-champ");
        (await client.PostAsync(Route, new { objet = new { type = "Offre", id = Demo.ConsultationAnesthesie }, theme = Demo.Code("99"), action = Demo.Code("XXX"), description = "a" })).Doit(422).Contient("/theme", "code.inconnu").Contient("/action", "code.inconnu");
        (await client.PostAsync(Route, new { objet = new { type = "Offre", id = Demo.ConsultationAnesthesie, autre = 1 }, description = "a" })).Refuse(400, "corps.membre-inconnu");
        foreach (var valeur in new[] { "\"\\ud800\"", "\"\\u0000\"", "{\"\\u202e\": 1}", "[\"\\uffff\"]" })
        {
            var brut = Encoding.UTF8.GetBytes($$"""{"objet": {"type": "Offre", "id": "{{Demo.ConsultationAnesthesie}}"}, "section": "patientele", "champ": "/ageMin", "valeurProposee": {{valeur}}}""");
            (await client.BrutAsync(HttpMethod.Post, Route, brut)).Refuse(400, "corps.type-invalide");
        }

        (await client.BrutAsync(HttpMethod.Post, Route, "{"u8.ToArray())).Refuse(400, "corps.json-invalide");
        (await client.PostAsync(Route, null)).Refuse(400, "corps.absent");
        (await client.PostAsync($"{Route}?x=1", Declaration(Demo.ConsultationAnesthesie))).Refuse(400, "parametre.inconnu");
        Assert.Equal(avant, (await client.ToutLireAsync(Route)).Count);
    }

    [Fact]
    public async Task Une_seule_vivante_a_la_fois_a_un_endroit_quels_que_soient_ceux_qui_declarent()
    {
        var (client, plateforme, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"), await _serveur.EnAsync("referent-occitanie"));
        var essais = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? client : plateforme).PostAsync(Route, Declaration(Demo.ConsultationAnesthesie))));
        var id = Assert.Single(essais, e => e.Statut == 201).Corps.Lu("id");
        Assert.All(essais.Where(e => e.Statut != 201), e => Assert.Equal(id, e.Refuse(409, "anomalie.deja-declaree").Corps.Lu("anomalie")));
        (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, champ: "/ageMax"))).Doit(201);

        // Corrected, another may come; then the first does not come back beside it.
        await PasserAsync(referent, id, "08");
        var seconde = (await client.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie))).Doit(201).Corps.Lu("id");
        var refus = await referent.PostAsync($"{Route}/{id}/transitions", new { statut = Demo.Code("02") }, ("If-Match", (await referent.GetAsync($"{Route}/{id}")).ETag));
        Assert.Equal(seconde, refus.Refuse(409, "anomalie.deja-declaree").Corps.Lu("anomalie"));
        await PasserAsync(client, seconde, "03");
        await PasserAsync(referent, id, "10");
    }

    [Fact]
    public async Task Une_transition_se_fait_par_qui_le_peut_d_ou_elle_est_possible()
    {
        var (client, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        const string Transitions = $"{Route}/{DemoATraiter}/transitions";
        var etag = (await client.GetAsync($"{Route}/{DemoATraiter}")).Doit(200).ETag;
        (await client.PostAsync(Transitions, new { statut = Demo.Code("05") })).Refuse(428, "version.requise");
        (await client.PostAsync(Transitions, new { statut = Demo.Code("07") }, ("If-Match", etag))).Refuse(403, "anomalie.transition-non-permise");
        (await client.PostAsync(Transitions, new { }, ("If-Match", etag))).Doit(422).Contient("/statut", "champ.obligatoire");
        (await client.PostAsync(Transitions, new { statut = Demo.Code("12") }, ("If-Match", etag))).Doit(422).Contient("/statut", "code.inconnu");
        (await client.PostAsync(Transitions, new { statut = Demo.Code("05"), commentaire = new string('a', 5000) }, ("If-Match", etag))).Doit(422).Contient("/commentaire", "texte.trop-long");
        (await client.PostAsync(Transitions, new { statut = Demo.Code("05"), echeance = Dans(3) }, ("If-Match", etag))).Doit(422).Contient("/echeance", "anomalie.echeance-sans-objet");
        (await client.PostAsync(Transitions, new { statut = "05" }, ("If-Match", etag))).Refuse(400, "corps.type-invalide");
        Assert.Equal(etag, (await client.GetAsync($"{Route}/{DemoATraiter}")).ETag);

        var envoyee = (await client.PostAsync(Transitions, new { statut = Demo.Code("05"), commentaire = "À l'équipe." }, ("If-Match", etag))).Doit(200);
        Assert.Equal(("02", "05", "responsable-ch-albi", "À l'équipe."), (envoyee.Corps.Lu("historique/2/de/code"), envoyee.Corps.Lu("historique/2/vers/code"), envoyee.Corps.Lu("historique/2/par"), envoyee.Corps.Lu("historique/2/commentaire")));
        var perimee = (await client.PostAsync(Transitions, new { statut = Demo.Code("09") }, ("If-Match", etag))).Refuse(412, "version.perimee");
        Assert.Equal(envoyee.ETag, perimee.Corps.Lu("etag"));
        var interdite = (await client.PostAsync(Transitions, new { statut = Demo.Code("05") }, ("If-Match", envoyee.ETag))).Refuse(409, "anomalie.transition-interdite").Corps;
        Assert.Equal(("05", "05", "08 09 11"), (interdite.Lu("etat"), interdite.Lu("statut"), string.Join(' ', interdite.GetProperty("statutsPossibles").EnumerateArray().Select(s => s.GetString()))));

        await PasserAsync(client, DemoATraiter, "11");
        (await referent.PostAsync(Transitions, new { statut = Demo.Code("05") }, ("If-Match", (await referent.GetAsync($"{Route}/{DemoATraiter}")).ETag))).Refuse(409, "anomalie.transition-interdite");
        Assert.Equal("referent-ror", (await PasserAsync(referent, DemoATraiter, "02")).Lu("destinataire/role"));
        (await client.GetAsync($"{Route}/{DemoATraiter}")).Refuse(404, "anomalie.introuvable");
        await PasserAsync(referent, DemoATraiter, "07");
        (await referent.PostAsync(Transitions, new { statut = Demo.Code("02") }, ("If-Match", (await referent.GetAsync($"{Route}/{DemoATraiter}")).ETag))).Refuse(409, "anomalie.transition-interdite");
    }

    [Fact]
    public async Task De_plusieurs_transitions_a_la_fois_une_seule_se_fait()
    {
        var (client, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        var etag = (await client.GetAsync($"{Route}/{DemoATraiter}")).Doit(200).ETag;
        var reponses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? client : referent).PostAsync($"{Route}/{DemoATraiter}/transitions", new { statut = Demo.Code(i % 2 == 0 ? "05" : "08") }, ("If-Match", etag))));
        Assert.Single(reponses, r => r.Statut == 200);
        Assert.All(reponses.Where(r => r.Statut != 200), r => r.Refuse(412, "version.perimee"));
        Assert.Equal(3, (await client.GetAsync($"{Route}/{DemoATraiter}")).Corps.GetProperty("historique").GetArrayLength());
    }

    [Fact]
    public async Task Toleree_jusqu_a_un_jour_elle_est_ce_jour_la_de_nouveau_a_traiter_une_seule_fois_sur_deux_noeuds()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        const string Transitions = $"{Route}/{DemoATraiter}/transitions";
        var etag = (await referent.GetAsync($"{Route}/{DemoATraiter}")).ETag;
        (await referent.PostAsync(Transitions, new { statut = Demo.Code("06") }, ("If-Match", etag))).Doit(422).Contient("/echeance", "anomalie.echeance-requise");
        (await referent.PostAsync(Transitions, new { statut = Demo.Code("06"), echeance = Dans(-1) }, ("If-Match", etag))).Doit(422).Contient("/echeance", "anomalie.echeance-passee");
        (await referent.PostAsync(Transitions, new { statut = Demo.Code("06"), echeance = "bientôt" }, ("If-Match", etag))).Refuse(400, "corps.type-invalide");
        Assert.Equal(Dans(3), (await referent.PostAsync(Transitions, new { statut = Demo.Code("06"), echeance = Dans(3) }, ("If-Match", etag))).Doit(200).Corps.Lu("echeance"));
        await using var autre = ServeurRor.Redemarrer(_serveur.Connexion, services => services.AddSingleton<TimeProvider>(_horloge));

        await FinirLesTolerancesAsync(_serveur, autre);
        Assert.Equal("06", (await referent.GetAsync($"{Route}/{DemoATraiter}")).Corps.Lu("statut/code"));
        _horloge.Avancer(4);
        await FinirLesTolerancesAsync(_serveur, autre);
        await FinirLesTolerancesAsync(_serveur);
        var finie = (await referent.GetAsync($"{Route}/{DemoATraiter}")).Doit(200).Corps;
        Assert.Equal(("02", 4, "moteur"), (finie.Lu("statut/code"), finie.GetProperty("historique").GetArrayLength(), finie.Lu("historique/3/par")));
        Assert.False(finie.Possede("echeance"));
    }

    [Fact]
    public async Task Les_listes_se_filtrent_et_se_lisent_par_pages()
    {
        var (client, plateforme) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("plateforme-occitanie"));
        foreach (var champ in new[] { "/ageMin", "/ageMax", "/publicsPrisEnCharge" })
        {
            (await plateforme.PostAsync(Route, Declaration(Demo.ConsultationAnesthesie, champ: champ))).Doit(201);
        }

        var sienne = (await client.PostAsync(Route, Declaration(Demo.ConsultationOrthopedie))).Doit(201).Corps.Lu("id");
        await PasserAsync(client, sienne, "03");
        Assert.Equal(6, (await client.ToutLireAsync($"{Route}?destinataire=moi&limite=2")).Count);
        Assert.Equal(6, (await client.ToutLireAsync($"{Route}?destinataire=responsable-offre:1810990010")).Count);
        Assert.Equal(3, (await client.ToutLireAsync($"{Route}?objet={Demo.ConsultationAnesthesie}")).Count);
        Assert.Equal(3, (await client.ToutLireAsync($"{Route}?declarant=plateforme-occitanie")).Count);
        Assert.Equal([sienne], (await client.ToutLireAsync($"{Route}?declarant=moi&statut=03&statut=08")).Select(a => a.Lu("id")));
        Assert.Equal(6, (await client.GetAsync($"{Route}?statut=02&total=true&limite=1")).Doit(200).Corps.GetProperty("total").GetInt32());
        Assert.Equal(3, (await plateforme.GetAsync($"{Route}?total=true")).Doit(200).Corps.GetProperty("total").GetInt32());
        Assert.Empty(await plateforme.ToutLireAsync($"{Route}?destinataire=responsable-offre:1810990010&declarant=plateforme-fictive"));
        (await client.GetAsync($"{Route}?statut=99")).Refuse(400, "parametre.invalide");
        (await client.GetAsync($"{Route}?destinataire=personne")).Refuse(400, "parametre.invalide");
        (await client.GetAsync($"{Route}?objet=x")).Refuse(400, "parametre.invalide");
        (await client.GetAsync($"{Route}?region=76")).Refuse(400, "parametre.inconnu");
        (await client.GetAsync($"{Route}?curseur=forge")).Refuse(400, "curseur.invalide");
    }

    [Fact]
    public async Task Une_marche_au_hasard_de_quatre_personnes_suit_la_table()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), out var lue) ? lue : 20261129;
        var hasard = new Random(graine);
        var table = Ror.Domain.Anomalies.CycleAnomalie.Table;
        (string Persona, Ror.Domain.Anomalies.RoleAnomalie[] Roles)[] gens =
        [
            ("plateforme-occitanie", [Ror.Domain.Anomalies.RoleAnomalie.Declarant]), ("responsable-ch-albi", [Ror.Domain.Anomalies.RoleAnomalie.Destinataire]),
            ("referent-occitanie", [Ror.Domain.Anomalies.RoleAnomalie.Referent]), ("administrateur", []),
        ];
        var clients = new List<ClientRor>();
        foreach (var (persona, _) in gens)
        {
            clients.Add(await _serveur.EnAsync(persona));
        }

        var (id, statut, version) = (await NouvelleAsync(), "02", 1);
        for (var acte = 1; acte <= 120; acte++)
        {
            var (qui, vers) = (hasard.Next(gens.Length), hasard.Next(1, 12).ToString("00", System.Globalization.CultureInfo.InvariantCulture));
            if (qui == 1 && statut is "11")
            {
                continue;
            }

            var ligne = table.SingleOrDefault(t => (int)t.De == int.Parse(statut, System.Globalization.CultureInfo.InvariantCulture) && (int)t.Vers == int.Parse(vers, System.Globalization.CultureInfo.InvariantCulture));
            var role = vers == "01" || table.Any(t => (int)t.Vers == int.Parse(vers, System.Globalization.CultureInfo.InvariantCulture) && t.Par.Any(gens[qui].Roles.Contains));
            var attendu = !role ? 403 : ligne is null ? 409 : ligne.Par.Any(gens[qui].Roles.Contains) ? 200 : 403;
            var reponse = await clients[qui].PostAsync($"{Route}/{id}/transitions", new { statut = Demo.Code(vers), echeance = vers == "06" ? Dans(5) : null }, ("If-Match", $"\"{version}\""));
            Assert.True(attendu == reponse.Statut, $"ROR_SEED={graine} acte {acte} : {gens[qui].Persona} {statut} → {vers} : {reponse}");
            (statut, version) = attendu == 200 ? (vers, version + 1) : (statut, version);

            // Finished, or the référent's own from now on.
            if (statut is "03" or "07" or "09" or "11")
            {
                if (statut == "11")
                {
                    await PasserAsync(clients[2], id, "03");
                }

                (id, statut, version) = (await NouvelleAsync(), "02", 1);
            }
        }

        async Task<string> NouvelleAsync() => (await clients[0].PostAsync(Route, Declaration(Demo.ConsultationAnesthesie))).Doit(201).Corps.Lu("id");
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    internal static object Declaration(string id, string? section = "patientele", string? champ = "/ageMin", object? proposee = null, string? description = "Ce n'est pas cela.", string type = "Offre") =>
        new { objet = new { type, id }, section, champ, valeurProposee = proposee, description };

    internal static async Task<JsonElement> PasserAsync(ClientRor client, string id, string statut) =>
        (await client.PostAsync($"{Route}/{id}/transitions", new { statut = Demo.Code(statut) }, ("If-Match", (await client.GetAsync($"{Route}/{id}")).Doit(200).ETag))).Doit(200).Corps;

    private static string[] Possibles(Reponse reponse) => [.. reponse.Corps.GetProperty("actions").EnumerateArray().Where(a => a.Lu("nom") == "changer-statut").Select(a => a.Lu("cible"))];

    private static Task FinirLesTolerancesAsync(params ServeurRor[] noeuds) => Task.WhenAll(noeuds.Select(async noeud =>
    {
        await using var portee = noeud.Services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<TolerancesEchues>().ExecuterAsync(CancellationToken.None);
    }));
}
