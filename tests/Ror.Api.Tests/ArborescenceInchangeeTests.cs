using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Structures.Arborescences;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;
using static Ror.TestKit.Nos.FichiersNos;

namespace Ror.Api.Tests;

/// <summary>The tree is told unchanged without being read, and told changed after whatever changes it (ADR 33).</summary>
public sealed class ArborescenceInchangeeTests : IAsyncDisposable
{
    private const string Arbre = $"/api/v1/entites-geographiques/{Demo.ChAlbi}/arborescence";

    private static readonly string[] Contenus = ["Contenu", "Publie", "Fiche", "Marques"];

    private readonly EspionCommandes _espion = new();
    private readonly HorlogeReglable _horloge = new();
    private readonly ServeurRor _serveur;

    public ArborescenceInchangeeTests() => _serveur = ServeurRor.Avec(services =>
    {
        _espion.Installer(services);
        services.AddSingleton<TimeProvider>(_horloge);
    });

    [Fact]
    public async Task Un_arbre_inchange_est_un_304_sans_qu_aucun_contenu_soit_lu()
    {
        var moi = await _serveur.EnAsync("responsable-ch-albi");
        var lu = (await moi.GetAsync(Arbre)).Doit(200);
        _espion.Vider();

        var inchange = (await moi.GetAsync(Arbre, ("If-None-Match", lu.ETag))).Doit(304);

        // Its rights, then its state.
        var lues = DeLArbre();
        Assert.Equal(2, lues.Count);
        Assert.All(Contenus, contenu => Assert.DoesNotContain(lues, l => l.Contains($"\"{contenu}\"", StringComparison.Ordinal)));
        Assert.Equal(lu.ETag, inchange.ETag);
        Assert.Empty(inchange.Octets);
    }

    [Fact]
    public async Task Un_arbre_se_lit_en_une_requete_sans_contenu_la_premiere_fois_et_apres_chaque_acte()
    {
        var (moi, referent) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"));
        Func<Task>[] actes =
        [
            () => Task.CompletedTask,
            () => ModifierAsync(moi, Demo.ConsultationAnesthesie),
            () => moi.BrouillonAsync("Brouillon de l'arbre"),
            () => RenommerAsync(referent, $"/api/v1/entites-geographiques/{Demo.ChAlbi}", "denomination"),
            () => PosterAsync(moi, $"/api/v1/poles/{Demo.PoleMedecine}", "fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05", dateReouverture = "2090-01-01" }),
        ];
        foreach (var acte in actes)
        {
            await acte();
            _espion.Vider();
            var lu = (await moi.GetAsync(Arbre)).Doit(200);

            // Its rights, then the tree.
            var lues = DeLArbre();
            Assert.Equal(2, lues.Count);
            Assert.All(["\"Publie\"", "\"Marques\""], contenu => Assert.DoesNotContain(lues, l => l.Contains(contenu, StringComparison.Ordinal)));
            await MemesCompletudesAsync(moi, lu.Corps.GetProperty("racine"));
        }
    }

    [Fact]
    public async Task Un_arbre_dont_les_apercus_manquent_ou_datent_est_le_meme_et_ils_sont_refaits_en_leur_temps()
    {
        var moi = await _serveur.EnAsync("responsable-ch-albi");
        var lu = (await moi.GetAsync(Arbre)).Doit(200);
        Func<RorDbContext, Task>[] abimes =
        [
            db => db.ApercusOffres.ExecuteDeleteAsync(),
            db => db.ApercusOffres.ExecuteUpdateAsync(a => a.SetProperty(x => x.Version, x => x.Version - 1)),
            db => db.ApercusOffres.ExecuteUpdateAsync(a => a.SetProperty(x => x.Base, "autre livraison")),
        ];
        foreach (var abimer in abimes)
        {
            await using (var portee = _serveur.Services.CreateAsyncScope())
            {
                await abimer(portee.ServiceProvider.GetRequiredService<RorDbContext>());
            }

            _espion.Vider();
            Assert.Equal(lu.Texte, (await moi.GetAsync(Arbre)).Doit(200).Texte);
            Assert.Equal(4, DeLArbre().Count);

            await _serveur.Services.GetRequiredService<ApercusPerimes>().ExecuterAsync(CancellationToken.None);
            _espion.Vider();
            Assert.Equal(lu.Texte, (await moi.GetAsync(Arbre)).Doit(200).Texte);
            Assert.Equal(2, DeLArbre().Count);
        }
    }

    [Fact]
    public async Task Chaque_changement_donne_un_autre_ETag()
    {
        var (moi, referent, admin) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("administrateur"));
        var (brouillon, pole, uf) = ("", $"/api/v1/poles/{Demo.PoleMedecine}", $"/api/v1/unites-fonctionnelles/{Demo.UfConsultations}");
        (string Nom, Func<Task> Acte)[] actes =
        [
            ("offre modifiée", () => ModifierAsync(moi, Demo.ConsultationAnesthesie)),
            ("brouillon créé", async () => brouillon = (await moi.BrouillonAsync("Brouillon de l'arbre")).Id),
            ("brouillon supprimé", async () => (await moi.DeleteAsync($"/api/v1/offres/{brouillon}", ("If-Match", await moi.ETagAsync(brouillon)))).Doit(204)),
            ("pôle renommé", () => RenommerAsync(moi, pole, "nom")),
            ("UF renommée", () => RenommerAsync(moi, uf, "nom")),
            ("établissement renommé", () => RenommerAsync(referent, $"/api/v1/entites-geographiques/{Demo.ChAlbi}", "denomination")),
            ("offre fermée", () => PosterAsync(moi, $"/api/v1/offres/{Demo.ConsultationOrthopedie}", "fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2026-01-05", dateReouverture = "2090-01-01" })),
            ("libellé changé", () => RelibellerAsync(admin)),
            ("offre rouverte", () => PosterAsync(moi, $"/api/v1/offres/{Demo.ConsultationOrthopedie}", "reouverture", null)),
            ("fermeture planifiée", () => PosterAsync(moi, pole, "fermeture", new { type = Demo.Code("PRO"), dateFermeture = "2089-01-01", dateReouverture = "2090-01-01" })),
            ("offre associée à un lieu", async () => (await moi.AssocierAsync(Lieux.Bloc, Demo.ConsultationAnesthesie)).Doit(200)),
            ("son lieu fermé", () => PosterAsync(moi, $"/api/v1/lieux/{Lieux.Bloc}", "fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" })),
            ("niveau fermé", () => PosterAsync(moi, uf, "fermeture", new { type = Demo.Code("DEF"), dateFermeture = "2026-01-05" })),
        ];
        foreach (var (nom, acte) in actes)
        {
            var avant = (await moi.GetAsync(Arbre)).Doit(200);
            await acte();
            var apres = await moi.GetAsync(Arbre, ("If-None-Match", avant.ETag));
            Assert.True(apres.Statut == 200 && apres.Texte != avant.Texte, nom);
            Assert.NotEqual(avant.ETag, apres.ETag);
            (await moi.GetAsync(Arbre, ("If-None-Match", apres.ETag))).Doit(304);
        }
    }

    [Fact]
    public async Task La_langue_et_les_fermees_donnent_un_autre_ETag()
    {
        var moi = await _serveur.EnAsync("responsable-ch-albi");
        var lu = (await moi.GetAsync(Arbre)).Doit(200);
        var anglais = (await moi.GetAsync(Arbre, ("If-None-Match", lu.ETag), ("Accept-Language", "en"))).Doit(200);
        (await moi.GetAsync(Arbre, ("If-None-Match", anglais.ETag), ("Accept-Language", "en"))).Doit(304);
        var fermees = (await moi.GetAsync($"{Arbre}?inclureFermees=true", ("If-None-Match", lu.ETag))).Doit(200);
        (await moi.GetAsync(Arbre, ("If-None-Match", fermees.ETag))).Doit(200);
        (await moi.GetAsync($"{Arbre}?inclureFermees=true", ("If-None-Match", $"{lu.ETag}, {fermees.ETag}"))).Doit(304);
        Assert.Equal(3, new[] { lu.ETag, anglais.ETag, fermees.ETag }.Distinct().Count());
    }

    [Fact]
    public async Task Un_arbre_reste_inchange_la_nuit_tant_qu_aucun_code_n_entre_en_vigueur_ni_ne_finit()
    {
        var (moi, admin) = (await _serveur.EnAsync("responsable-ch-albi"), await _serveur.EnAsync("administrateur"));
        var lu = (await moi.GetAsync(Arbre)).Doit(200);
        _horloge.Avancer(1);
        (await moi.GetAsync(Arbre, ("If-None-Match", lu.ETag))).Doit(304);

        await admin.UneListeAsync(Terminologie("TRE_X97_Passage", "20250131120000", [("1", "Un", null, _horloge.Aujourdhui.AddDays(1).ToString("O"), [])]));
        await admin.EnVigueurAsync("X97", _ => true);
        var avant = (await moi.GetAsync(Arbre)).Doit(200);
        Assert.NotEqual(lu.ETag, avant.ETag);
        _horloge.Avancer(1);
        (await moi.GetAsync(Arbre, ("If-None-Match", avant.ETag))).Doit(304);
        _horloge.Avancer(1);
        (await moi.GetAsync(Arbre, ("If-None-Match", avant.ETag))).Doit(200);
    }

    [Fact]
    public async Task Un_brouillon_remplace_par_un_autre_donne_un_autre_ETag_meme_quand_les_horloges_ne_s_accordent_pas()
    {
        var moi = await _serveur.EnAsync("responsable-ch-albi");
        _horloge.Avancer(1);
        await ModifierAsync(moi, Demo.ConsultationAnesthesie);
        _horloge.Avancer(-1);
        var (brouillon, etag) = await moi.BrouillonAsync("Brouillon A");
        var avant = (await moi.GetAsync(Arbre)).Doit(200);

        (await moi.DeleteAsync($"/api/v1/offres/{brouillon}", ("If-Match", etag))).Doit(204);
        await moi.BrouillonAsync("Brouillon B");
        Assert.Contains("Brouillon B", (await moi.GetAsync(Arbre, ("If-None-Match", avant.ETag))).Doit(200).Texte, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Un_arbre_compresse_a_son_ETag_et_l_etablissement_se_modifie_avec_lui()
    {
        var referent = await _serveur.EnAsync("referent-occitanie");
        var compresse = (await referent.GetAsync(Arbre, ("Accept-Encoding", "br"))).Doit(200);
        Assert.EndsWith("-br\"", compresse.ETag, StringComparison.Ordinal);
        Assert.Equal(compresse.ETag, (await referent.GetAsync(Arbre, ("Accept-Encoding", "br"), ("If-None-Match", compresse.ETag))).Doit(304).ETag);
        (await referent.GetAsync(Arbre, ("If-None-Match", compresse.ETag))).Doit(200);
        await RenommerAsync(referent, $"/api/v1/entites-geographiques/{Demo.ChAlbi}", "denomination", compresse.ETag);
    }

    [Fact]
    public async Task L_arbre_d_un_cabinet_suit_ce_que_les_repertoires_disent_du_professionnel()
    {
        const string cabinet = $"/api/v1/entites-geographiques/{Liberal.CabinetAlbi}/arborescence";
        var (referent, admin) = (await _serveur.EnAsync("referent-occitanie"), await _serveur.EnAsync("administrateur"));
        var avant = (await referent.GetAsync(cabinet)).Doit(200);
        (await referent.GetAsync(cabinet, ("If-None-Match", avant.ETag))).Doit(304);
        Assert.Equal(1, (await admin.ImporterAsync("conventionnements", "rpps;structure;secteur;optam;carteVitale;date\n10000000009;410000000009009;c3;oui;oui;2026-11-20"u8.ToArray(), "c.csv"))["ConventionnementModifie"]);
        var apres = (await referent.GetAsync(cabinet, ("If-None-Match", avant.ETag))).Doit(200);
        (await referent.GetAsync(cabinet, ("If-None-Match", apres.ETag))).Doit(304);
    }

    [Fact]
    public async Task Qui_ne_voit_pas_l_etablissement_n_apprend_pas_qu_il_est_inchange()
    {
        var lu = (await (await _serveur.EnAsync("responsable-ch-albi")).GetAsync(Arbre)).Doit(200);
        foreach (var persona in new[] { "responsable-ehpad", "medecin-liberal", "plateforme-occitanie" })
        {
            (await (await _serveur.EnAsync(persona)).GetAsync(Arbre, ("If-None-Match", lu.ETag))).Doit(404);
        }
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    // The service also looks at its journal, whenever it likes.
    private List<string> DeLArbre() => [.. _espion.Vider().Where(l => l.Contains("\"EntitesGeographiques\"", StringComparison.Ordinal) || l.Contains("\"Offres\"", StringComparison.Ordinal))];

    private static async Task MemesCompletudesAsync(ClientRor moi, JsonElement noeud)
    {
        if (noeud.Lu("type") == "Offre")
        {
            var offre = (await moi.GetAsync(noeud.Lu("href"))).Doit(200).Corps;
            Assert.Equal(offre.Membre("completude/renseignes").GetInt32(), noeud.Membre("completude/renseignes").GetInt32());
            Assert.Equal(offre.Membre("completude/manquants").GetArrayLength() == 0, noeud.Membre("completude/complete").GetBoolean());
            Assert.Equal(offre.GetProperty("modificationsEnAttente").GetBoolean(), noeud.GetProperty("modificationsEnAttente").GetBoolean());
        }

        foreach (var enfant in noeud.GetProperty("enfants").EnumerateArray())
        {
            await MemesCompletudesAsync(moi, enfant);
        }
    }

    private static async Task ModifierAsync(ClientRor client, string offre) =>
        (await client.PutAsync($"/api/v1/offres/{offre}/sections/contacts", Demo.Contacts("05 36 49 00 77"), ("If-Match", await client.ETagAsync(offre)))).Doit(200);

    private static async Task RenommerAsync(ClientRor client, string route, string membre, string? etag = null)
    {
        var lu = (await client.GetAsync(route)).Doit(200);
        var fiche = JsonNode.Parse(lu.Corps.GetProperty("fiche").GetRawText())!;
        fiche[membre] = "Renommé";
        (await client.PutAsync(route, fiche, ("If-Match", etag ?? lu.ETag))).Doit(200);
    }

    private static async Task PosterAsync(ClientRor client, string objet, string acte, object? corps) =>
        (await client.PostAsync($"{objet}/{acte}", corps, ("If-Match", (await client.GetAsync(objet)).Doit(200).ETag))).Doit(200);

    // Of a closing, which the tree shows.
    private static async Task RelibellerAsync(ClientRor admin)
    {
        var avant = (await admin.GetAsync("/api/v1/nomenclatures/J185/contenu")).Doit(200).Corps;
        await admin.UneListeAsync(Jeu(avant, "20991231120000", Codes(avant).Select(c => c.Code == "PRO" ? (c.Code, "Fermé pour un temps", c.Systeme) : c)));
        await admin.EnVigueurAsync("J185", c => c.GetProperty("codes").Ou("code", "PRO").Lu("libelle") == "Fermé pour un temps");
    }
}
