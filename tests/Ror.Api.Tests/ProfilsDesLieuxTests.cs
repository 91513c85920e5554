using System.Globalization;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>
/// The access policy on figures, equipment and dwellings of lieux, for the six profiles, in each secteur and of a sensitive lieu, wherever a lieu is read. What each
/// profile reads is written out by hand, from the national policy.
/// </summary>
public sealed class ProfilsDesLieuxTests : IAsyncDisposable
{
    private const string Sanitaire = "sanitaire";
    private const string MedicoSocial = "médico-social";
    private const string Ville = "ville";
    private const string Sensible = "sensible";

    // Statuses of the figures (J188), then E for equipment and H for dwellings; behind a dash, what is told to be there and hidden. Nothing: no such lieu.
    private static readonly (int Profil, string Sanitaire, string MedicoSocial, string Ville, string Sensible)[] Lectures =
    [
        (0, "H", "H", "H", ""),
        (1, "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H"),
        (2, "01 02 03 04 05 E H -/capacites", "01 02 03 04 05 E H -/capacites", "01 02 03 04 05 E H -/capacites", ""),
        (3, "H -/capacites -/equipements/equipements", "01 02 03 04 05 E H -/capacites", "H -/capacites -/equipements/equipements", ""),
        (4, "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H", "01 02 03 04 05 06 E H"),
        (5, "01 E H -/capacites", "01 E H -/capacites", "01 E H -/capacites", ""),
    ];

    // What is changed, and the profiles that are told of it.
    private static readonly (string Acte, string Champ, string Sanitaire, string MedicoSocial, string Ville, string Sensible)[] Changements =
    [
        ("01", "/capacites", "1245", "12345", "1245", "14"),
        ("02", "/capacites", "124", "1234", "124", "14"),
        ("03", "/capacites", "124", "1234", "124", "14"),
        ("04", "/capacites", "124", "1234", "124", "14"),
        ("05", "/capacites", "124", "1234", "124", "14"),
        ("06", "/capacites", "14", "14", "14", "14"),
        ("E", "/equipements/equipements", "1245", "12345", "1245", "14"),
        ("H", "/equipements/habitations", "012345", "012345", "012345", "14"),
    ];

    // Lieux that count, then each total: of the offer, at the ordinary lieu and the sensitive one; of the two other établissements.
    private static readonly (int Profil, string Offre, string MedicoSocial, string Ville)[] Totaux =
    [
        (0, "0", "0", "0"),
        (1, "2 01=110 02=110 03=110 04=110 05=110 06=110", "1 01=10 02=10 03=10 04=10 05=10 06=10", "1 01=10 02=10 03=10 04=10 05=10 06=10"),
        (2, "1 01=10 02=10 03=10 04=10 05=10", "1 01=10 02=10 03=10 04=10 05=10", "1 01=10 02=10 03=10 04=10 05=10"),
        (3, "0", "1 01=10 02=10 03=10 04=10 05=10", "0"),
        (4, "2 01=110 02=110 03=110 04=110 05=110 06=110", "1 01=10 02=10 03=10 04=10 05=10 06=10", "1 01=10 02=10 03=10 04=10 05=10 06=10"),
        (5, "1 01=10", "1 01=10", "1 01=10"),
    ];

    private readonly ServeurRor _serveur = new();
    private readonly Dictionary<string, (string Id, string Identifiant)> _lieux = [];

    [Fact]
    public async Task Un_lieu_se_lit_de_meme_seul_en_liste_et_dans_le_flux()
    {
        await CreerAsync();
        foreach (var (profil, sanitaire, medicoSocial, ville, sensible) in Lectures)
        {
            var lecteur = await _serveur.EnProfilAsync(profil);
            var liste = await lecteur.ToutLireAsync("/api/v1/diffusion/lieux");
            var (flux, _) = await ChangementsAsync(lecteur, "0");
            foreach (var (nature, attendu) in new[] { (Sanitaire, sanitaire), (MedicoSocial, medicoSocial), (Ville, ville), (Sensible, sensible) })
            {
                var (id, identifiant) = _lieux[nature];
                var seul = await lecteur.GetAsync($"/api/v1/diffusion/lieux/{identifiant}");
                Assert.Equal((profil, nature, attendu.Length > 0 ? 200 : 404), (profil, nature, seul.Statut));
                var lus = new[] { seul.Statut == 200 ? seul.Corps : (JsonElement?)null, Trouver(liste, l => l.Lu("id") == id), Trouver(flux, c => c.Lu("objet/id") == id)?.GetProperty("lieu") };
                Assert.All(lus, lu => Assert.Equal((profil, nature, attendu), (profil, nature, lu is { } lieu ? Lire(lieu) : "")));
            }
        }
    }

    [Fact]
    public async Task Chaque_changement_est_dit_a_ceux_qui_lisent_ce_qui_a_change()
    {
        await CreerAsync();
        var (client, lecteurs) = (await _serveur.EnAsync("referent-occitanie"), new List<(ClientRor Client, string Suite)>());
        for (var profil = 0; profil <= 5; profil++)
        {
            var lecteur = await _serveur.EnProfilAsync(profil);
            lecteurs.Add((lecteur, (await ChangementsAsync(lecteur, "0")).Suite));
        }

        foreach (var (acte, champ, sanitaire, medicoSocial, ville, sensible) in Changements)
        {
            foreach (var (nature, attendus) in new[] { (Sanitaire, sanitaire), (MedicoSocial, medicoSocial), (Ville, ville), (Sensible, sensible) })
            {
                await ChangerAsync(client, _lieux[nature].Id, acte);
                for (var profil = 0; profil <= 5; profil++)
                {
                    var (lus, suite) = await ChangementsAsync(lecteurs[profil].Client, lecteurs[profil].Suite);
                    lecteurs[profil] = (lecteurs[profil].Client, suite);
                    var dit = attendus.Contains(profil.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? $"{_lieux[nature].Id} {champ}" : "";
                    Assert.Equal((acte, nature, profil, dit), (acte, nature, profil, string.Join(';', lus.Select(c => $"{c.Lu("objet/id")} {string.Join(' ', c.GetProperty("champs").EnumerateArray())}"))));
                    Assert.All(lus, c => Assert.Equal(Attendu(profil, nature), Lire(c.GetProperty("lieu"))));
                }
            }
        }
    }

    [Fact]
    public async Task Les_totaux_ne_comptent_que_ce_que_le_profil_lit()
    {
        await CreerAsync();
        var referent = await _serveur.EnAsync("referent-occitanie");
        var offre = await PublierAuxLieuxAsync(referent);
        var egs = new List<string>();
        foreach (var eg in new[] { Demo.Ehpad, Liberal.Maison })
        {
            // What the demo has there is no bed.
            egs.Add((await referent.GetAsync($"/api/v1/entites-geographiques/{eg}")).Doit(200).Corps.Lu("idNatStruct"));
        }

        foreach (var (profil, deLOffre, medicoSocial, ville) in Totaux)
        {
            var lecteur = await _serveur.EnProfilAsync(profil);
            foreach (var (filtre, attendu) in new[] { ($"offre={offre}", deLOffre), ($"etablissement={egs[0]}", medicoSocial), ($"etablissement={egs[1]}", ville) })
            {
                var lus = (await lecteur.GetAsync($"/api/v1/diffusion/capacites?{filtre}")).Doit(200).Corps;
                var totaux = lus.GetProperty("totaux").EnumerateArray().Where(t => t.Lu("indicateur/nature/code") == "01")
                    .Select(t => $" {t.Lu("indicateur/statut/code")}={t.Membre("indicateur/nombre").GetInt32()}");

                // The demo's own lieu of the EHPAD, for those who read what is installed there.
                var autres = lus.GetProperty("totaux").EnumerateArray().Count(t => t.Lu("indicateur/nature/code") != "01");
                Assert.Equal((profil, filtre, attendu), (profil, filtre, $"{lus.GetProperty("lieux").GetInt32() - autres}{string.Concat(totaux)}"));
            }
        }
    }

    [Fact]
    public async Task Une_offre_nomme_ses_lieux_sans_rien_de_leurs_chiffres_ni_de_leurs_equipements()
    {
        await CreerAsync();
        var identifiant = await PublierAuxLieuxAsync(await _serveur.EnAsync("referent-occitanie"));
        foreach (var (profil, attendus) in new[] { (0, Ordinaires), (1, AvecLeSensible), (2, Ordinaires), (3, Ordinaires), (4, AvecLeSensible), (5, Ordinaires) })
        {
            var lecteur = await _serveur.EnProfilAsync(profil);
            var seule = (await lecteur.GetAsync($"/api/v1/diffusion/offres/{identifiant}")).Doit(200).Corps;
            var enListe = (await lecteur.ToutLireAsync("/api/v1/diffusion/offres")).Single(o => o.Lu("id") == seule.Lu("id"));
            var dansLeFlux = (await ChangementsAsync(lecteur, "0")).Elements.Single(c => c.Lu("objet/id") == seule.Lu("id")).GetProperty("offre");
            foreach (var offre in new[] { seule, enListe, dansLeFlux })
            {
                var localisations = offre.GetProperty("localisations").EnumerateArray().ToList();
                Assert.Equal(attendus.Select(nature => _lieux[nature].Id).Order(), localisations.Select(l => l.Lu("lieu/id")).Order());
                Assert.All(localisations, l => Assert.Equal("origine lieu statut adresse / id identifiant nom fonction href", $"{Membres(l)} / {Membres(l.GetProperty("lieu"))}"));
                Assert.Equal(attendus.Select(nature => _lieux[nature].Identifiant.Replace('-', '/')), offre.Membre("sections/lieux/lieux").EnumerateArray().Select(l => l.GetString()));
                Assert.False(new[] { "capacites", "equipements", "habitations" }.Any(offre.GetRawText().Contains), $"profil {profil}");
            }
        }
    }

    [Fact]
    public async Task Ce_qu_une_offre_dit_d_un_lieu_sensible_ne_change_que_pour_qui_le_voit()
    {
        await CreerAsync();
        var (client, lieu) = (await _serveur.EnAsync("referent-occitanie"), _lieux[Sensible]);
        var (offre, _) = await client.PublierOffreAsync("Au lieu sensible");
        var suites = new List<(ClientRor Lecteur, string Suite)>();
        for (var profil = 0; profil <= 5; profil++)
        {
            var lecteur = await _serveur.EnProfilAsync(profil);
            suites.Add((lecteur, (await ChangementsAsync(lecteur, "0")).Suite));
        }

        // Attached, then renamed.
        var associee = (await client.AssocierAsync(lieu.Id, offre)).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);
        var fiche = new { nom = "Lieu renommé", adresse = new { commune = "81004" }, uniteSensible = true };
        (await client.PutAsync($"/api/v1/lieux/{lieu.Id}", fiche, ("If-Match", (await client.GetAsync($"/api/v1/lieux/{lieu.Id}")).ETag))).Doit(200);
        foreach (var (profil, champs) in new[] { (0, Ferme), (1, Voit), (2, Ferme), (3, Ferme), (4, Voit), (5, Ferme) })
        {
            var (elements, _) = await ChangementsAsync(suites[profil].Lecteur, suites[profil].Suite);
            Assert.Equal(champs, elements.Where(c => c.Lu("objet/id") == offre).Select(c => string.Join(' ', c.GetProperty("champs").EnumerateArray())));
            if (champs == Ferme)
            {
                Assert.DoesNotContain(elements, c => new[] { lieu.Id, lieu.Identifiant.Replace('-', '/'), "Lieu renommé" }.Any(c.GetRawText().Contains));
            }
        }
    }

    public ValueTask DisposeAsync() => _serveur.DisposeAsync();

    private static string[] Voit { get; } = ["/numeroVersion /localisations /sections/lieux/lieux", "/localisations"];

    private static string[] Ferme { get; } = ["/numeroVersion"];

    private static string[] Ordinaires { get; } = [Sanitaire];

    private static string[] AvecLeSensible { get; } = [Sanitaire, Sensible];

    private static string Attendu(int profil, string nature) => Lectures[profil] is var l && nature == Sanitaire ? l.Sanitaire : nature == MedicoSocial ? l.MedicoSocial : nature == Ville ? l.Ville : l.Sensible;

    // Every member of what the policy rules, and no other.
    private static string Lire(JsonElement lieu) => string.Join(' ',
    [
        .. lieu.GetProperty("capacites").EnumerateArray().Select(c => c.Lu("indicateur/statut/code")).Order(StringComparer.Ordinal),
        .. lieu.GetProperty("equipements").EnumerateObject().Select(m => m.Name switch { "equipements" => "E", "habitations" => "H", var autre => autre }),
        .. lieu.Possede("masques") ? lieu.GetProperty("masques").EnumerateArray().Select(m => $"-{m.GetString()}").Order(StringComparer.Ordinal) : Enumerable.Empty<string>(),
    ]);

    private static JsonElement? Trouver(IEnumerable<JsonElement> elements, Func<JsonElement, bool> condition) => elements.Where(condition).Select(e => (JsonElement?)e).SingleOrDefault();

    private static string Membres(JsonElement objet) => string.Join(' ', objet.EnumerateObject().Select(m => m.Name));

    // To the end, with what each object is.
    private static async Task<(List<JsonElement> Elements, string Suite)> ChangementsAsync(ClientRor client, string depuis)
    {
        var elements = new List<JsonElement>();
        while (true)
        {
            var page = (await client.GetAsync($"/api/v1/diffusion/changements?depuis={Uri.EscapeDataString(depuis)}&limite=200&contenu=true")).Doit(200).Corps;
            if (page.Lu("suivant") == depuis || page.GetProperty("elements").GetArrayLength() == 0)
            {
                return (elements, page.Lu("suivant"));
            }

            (depuis, elements) = (page.Lu("suivant"), [.. elements, .. page.GetProperty("elements").EnumerateArray()]);
        }
    }

    private static object Figure(string statut, int nombre) => Lieux.Indicateur(statut, nombre, fermeture: statut == "05" ? "01" : null, lit: statut == "06" ? "01" : null);

    private static object Equipements(int enService, int chambres) => new
    {
        equipements = new[] { new { type = Demo.Code("003"), nombreEnService = enService, limites = new[] { new { caracteristique = Demo.Code("001"), valeur = 250 } } } },
        habitations = new[] { new { type = Demo.Code("02"), nombre = chambres } },
    };

    private static async Task EquiperAsync(ClientRor client, string lieu, int enService, int chambres) =>
        (await client.PutAsync($"/api/v1/lieux/{lieu}/equipements", Equipements(enService, chambres), ("If-Match", (await client.GetAsync($"/api/v1/lieux/{lieu}")).Doit(200).ETag))).Doit(200);

    private static async Task ChangerAsync(ClientRor client, string lieu, string acte)
    {
        if (acte is "E" or "H")
        {
            await EquiperAsync(client, lieu, enService: 2, chambres: acte == "E" ? 12 : 13);
        }
        else
        {
            (await client.PutAsync(Lieux.Capacites(lieu), Lieux.Mesures(Figure(acte, 7)))).Doit(200);
        }
    }

    // One in each secteur and a sensitive one, with every kind of figure, an equipment and dwellings.
    private async Task CreerAsync()
    {
        var client = await _serveur.EnAsync("referent-occitanie");
        foreach (var (nature, eg, nombre) in new[] { (Sanitaire, Demo.ChAlbi, 10), (MedicoSocial, Demo.Ehpad, 10), (Ville, Liberal.Maison, 10), (Sensible, Demo.ChAlbi, 100) })
        {
            var fiche = new { nom = $"Lieu {nature}", fonction = Demo.Code("001"), adresse = new { commune = "81004" }, uniteSensible = nature == Sensible };
            var lieu = (await client.PostAsync($"/api/v1/entites-geographiques/{eg}/lieux", fiche)).Doit(201).Corps;
            _lieux[nature] = (lieu.Lu("id"), lieu.Lu("identifiant").Replace('/', '-'));
            (await client.PutAsync(Lieux.Capacites(lieu.Lu("id")), Lieux.Mesures([.. Enumerable.Range(1, 6).Select(s => Figure($"0{s}", nombre))]))).Doit(200);
            await EquiperAsync(client, lieu.Lu("id"), enService: 1, chambres: 12);
        }
    }

    // At the ordinary lieu and at the sensitive one; its identifier, as URLs write it.
    private async Task<string> PublierAuxLieuxAsync(ClientRor client)
    {
        var (offre, _) = await client.PublierOffreAsync("Aux deux lieux");
        (await client.AssocierAsync(_lieux[Sanitaire].Id, offre)).Doit(200);
        var associee = (await client.AssocierAsync(_lieux[Sensible].Id, offre)).Doit(200);
        (await client.PostAsync($"/api/v1/offres/{offre}/validation", new { relu = true }, ("If-Match", associee.ETag))).Doit(200);
        return await client.IdentifiantAsync(offre);
    }
}
