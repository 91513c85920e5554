using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Domain.Structures;
using Ror.Infrastructure.Persistence;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>What differs between engines when nothing is done about it: one table of cases, the same answers on each.</summary>
public sealed class MemesReponsesTests(MemesReponsesTests.Decor decor) : IClassFixture<MemesReponsesTests.Decor>
{
    private const string Route = "/api/v1/entites-geographiques";

    private static readonly string[] Noms =
    [
        "HÔPITAL SAINT-ÉTIENNE", "hopital saint etienne bis", "Œuvre d'Aÿ", "Centre 100% autonomie", "Centre 100 autonomie", "A_B Clinique", "AxB Clinique", "[Clos] Fleuri",
        "L'Étoile \"du Sud\"", "Zoë & Ñandú \\ Ærø 🏥",
    ];

    /// <summary>Search → names found.</summary>
    public static TheoryData<string, string[]> Recherches => new()
    {
        { "hopital", ["HÔPITAL SAINT-ÉTIENNE", "hopital saint etienne bis"] },
        { "HÔPITAL", ["HÔPITAL SAINT-ÉTIENNE", "hopital saint etienne bis"] },
        { "ho\u0302pital e\u0301tienne", ["HÔPITAL SAINT-ÉTIENNE", "hopital saint etienne bis"] },
        { "étienne SAINT bis", ["hopital saint etienne bis"] },
        { "oeuvre", ["Œuvre d'Aÿ"] },
        { "ŒUVRE AY", ["Œuvre d'Aÿ"] },
        { "centre 100%", ["Centre 100% autonomie", "Centre 100 autonomie"] },
        { "a_b clinique", ["A_B Clinique", "AxB Clinique"] },
        { "axb", ["AxB Clinique"] },
        { "[clos]", ["[Clos] Fleuri"] },
        { "'", [] },
        { "%", [] },
        { "_", [] },
        { "\\", [] },
        { "zoe nandu aero", ["Zoë & Ñandú \\ Ærø 🏥"] },
        { "etoile' OR '1'='1", [] },
    };

    /// <summary>UTC instants at the edges of what the engines keep.</summary>
    public static TheoryData<string> Instants =>
    [
        "0001-01-01T00:00:00.0000000Z", "1899-12-31T23:59:59.9999990Z", "1970-01-01T00:00:00.0000010Z", "2026-03-29T01:30:00.1234560Z", "2026-10-25T02:30:00.1000000Z",
        "2026-10-25T02:30:00.1200000Z", "2026-12-31T23:59:59.9999990Z", "9999-12-31T23:59:59.0000000Z",
    ];

    [Theory]
    [MemberData(nameof(Recherches))]
    public async Task Une_recherche_trouve_les_memes_noms(string recherche, string[] attendus)
    {
        var page = (await (await decor.EnAsync("referent-occitanie")).GetAsync($"{Route}?total=true&limite=200&recherche={Uri.EscapeDataString(recherche)}")).Doit(200).Corps;
        Assert.Equal(attendus.Order(StringComparer.Ordinal), page.Liste("elements", "denomination").Order(StringComparer.Ordinal));
        Assert.Equal(attendus.Length, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task Les_pages_suivent_les_identifiants_octet_par_octet(int limite)
    {
        var client = await decor.EnAsync("referent-occitanie");
        var lus = (await client.ToutLireAsync($"{Route}?limite={limite}")).Select(e => e.Lu("id")).ToList();
        Assert.Equal(lus.Order(StringComparer.Ordinal), lus);
        Assert.Equal(lus.Distinct(), lus);
        Assert.Empty(decor.Ids.Select(id => id.ToString()).Except(lus));
    }

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task Un_instant_revient_a_la_microseconde(string texte)
    {
        var instant = DateTime.Parse(texte, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        var id = Guid.CreateVersion7();
        await using var portee = decor.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        db.Audit.Add(new(id, instant, "instants", "Essai", "Essai", id, 1, null, null));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();

        var lu = (await db.Audit.SingleAsync(a => a.Id == id)).Le;
        Assert.Equal((instant, DateTimeKind.Utc), (lu, lu.Kind));
        Assert.True(await db.Audit.AnyAsync(a => a.Id == id && a.Le == instant));
        Assert.False(await db.Audit.AnyAsync(a => a.Id == id && a.Le < instant));
        Assert.True(await db.Audit.AnyAsync(a => a.Id == id && a.Le <= instant));
    }

    [Fact]
    public async Task Les_instants_s_ordonnent_de_meme()
    {
        await using var portee = decor.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var instants = Instants.Select(i => DateTime.Parse(i.Data, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)).ToList();
        db.Audit.AddRange(instants.AsEnumerable().Reverse().Select(i => new EvenementAudit(Guid.CreateVersion7(), i, "ordre", "Essai", "Essai", Guid.Empty, 1, null, null)));
        await db.SaveChangesAsync();
        Assert.Equal(instants, await db.Audit.Where(a => a.Sujet == "ordre").OrderBy(a => a.Le).Select(a => a.Le).ToListAsync());
    }

    [Fact]
    public async Task Une_representation_relue_porte_l_instant_que_l_ecriture_a_rendu()
    {
        var client = await decor.EnAsync("responsable-ch-albi");
        var creee = (await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie("Instants"))).Doit(201);
        var relue = (await client.GetAsync($"/api/v1/offres/{creee.Corps.Lu("id")}")).Doit(200);
        Assert.Equal((creee.Corps.Lu("creeLe"), creee.ETag), (relue.Corps.Lu("creeLe"), relue.ETag));
    }

    [Theory]
    [InlineData("casse-x", "CASSE-X")]
    [InlineData("cle b", "cle  b")]
    [InlineData("100%", "100_")]
    [InlineData("a.b", "a-b")]
    public async Task Deux_cles_d_idempotence_differentes_font_deux_offres_et_la_meme_une_seule(string une, string autre)
    {
        var client = await decor.EnAsync("responsable-ch-albi");
        var route = $"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres";
        var ids = new List<string>();
        foreach (var cle in new[] { une, autre, une })
        {
            ids.Add((await client.PostAsync(route, Demo.InformationsChirurgie("Clés"), ("Idempotency-Key", cle))).Doit(201).Corps.Lu("id"));
        }

        Assert.Equal(ids[0], ids[2]);
        Assert.NotEqual(ids[0], ids[1]);
    }

    [Fact]
    public async Task Un_numero_deja_pris_est_une_violation_d_unicite_et_rien_d_autre_n_en_est_une()
    {
        var moteur = decor.Services.GetRequiredService<IMoteur>();
        var prise = await Echec(db => db.EntitesJuridiques.Add(EntiteJuridique.Creer(Guid.CreateVersion7(), new() { IdNatStruct = "1810990002", RaisonSociale = "Doublon" }, DateTime.UnixEpoch).Valeur));
        Assert.True(moteur.EstViolationUnicite(prise));
        Assert.False(moteur.EstIndisponible(prise));

        var orpheline = await Echec(db => db.EntitesGeographiques.Add(decor.Etablissement("Orpheline", "081998888888", ej: Guid.CreateVersion7())));
        Assert.False(moteur.EstViolationUnicite(orpheline));
    }

    [Fact]
    public async Task Deux_ecritures_sur_une_meme_version_la_seconde_est_un_conflit()
    {
        var client = await decor.EnAsync("responsable-ch-albi");
        var (id, etag) = await client.BrouillonAsync("Conflit");
        await using var portee = decor.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        var offre = await db.Offres.SingleAsync(o => o.Id == Guid.Parse(id));
        (await client.PutAsync($"/api/v1/offres/{id}/sections/contacts", Demo.Contacts(), ("If-Match", etag))).Doit(200);

        db.Offres.Remove(offre);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        (await client.GetAsync($"/api/v1/offres/{id}")).Doit(200);
    }

    [Theory]
    [InlineData("🏥 Ærø “ñ” \\ ' \" %_[] ﬁ")]
    [InlineData("  bords  ")]
    [InlineData("NULL")]
    public async Task Un_texte_revient_tel_quel(string nom)
    {
        var client = await decor.EnAsync("responsable-ch-albi");
        var creee = (await client.PostAsync($"/api/v1/unites-fonctionnelles/{Demo.UfHcChirurgies}/offres", Demo.InformationsChirurgie(nom))).Doit(201);
        Assert.Equal(creee.Corps.Lu("nom"), (await client.GetAsync($"/api/v1/offres/{creee.Corps.Lu("id")}")).Doit(200).Corps.Lu("nom"));
        Assert.Equal(nom.Trim(), creee.Corps.Lu("nom").Trim());
    }

    private async Task<DbUpdateException> Echec(Action<RorDbContext> ajouter)
    {
        await using var portee = decor.Services.CreateAsyncScope();
        var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
        ajouter(db);
        return await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    /// <summary>A service with établissements whose names are hard on engines.</summary>
    public sealed class Decor : IAsyncLifetime
    {
        private static readonly FicheEntiteJuridique EntiteDEssai = new() { IdNatStruct = "2819977778", RaisonSociale = "Établissements d'essai" };

        private readonly ServeurRor _serveur = new();
        private Guid _ej;

        public IServiceProvider Services => _serveur.Services;

        public IReadOnlyList<Guid> Ids { get; private set; } = [];

        public Task<ClientRor> EnAsync(string persona) => _serveur.EnAsync(persona);

        public EntiteGeographique Etablissement(string nom, string idNatStruct, Guid? ej = null) => EntiteJuridique
            .Creer(ej ?? _ej, EntiteDEssai, DateTime.UnixEpoch).Valeur
            .OuvrirEntiteGeographique(
                Guid.CreateVersion7(),
                new() { IdNatStruct = idNatStruct, Denomination = nom, Categorie = new("355"), Adresse = new() { Commune = "81004", Localite = "Albi", CodePostal = "81000" } },
                DateTime.UnixEpoch).Valeur;

        public async ValueTask InitializeAsync()
        {
            if (Ror.TestKit.Moteurs.MoteurDeTest.Courant.Absence is not null)
            {
                return;
            }

            _ej = Guid.CreateVersion7();
            await using var portee = Services.CreateAsyncScope();
            var db = portee.ServiceProvider.GetRequiredService<RorDbContext>();
            db.EntitesJuridiques.Add(EntiteJuridique.Creer(_ej, EntiteDEssai, DateTime.UnixEpoch).Valeur);
            var ouverts = Noms.Select((nom, rang) => Etablissement(nom, $"0{81997000000 + rang}")).ToList();
            db.EntitesGeographiques.AddRange(ouverts);
            await db.SaveChangesAsync();
            Ids = [.. ouverts.Select(e => e.Id)];
        }

        public ValueTask DisposeAsync() => _serveur.DisposeAsync();
    }
}
