using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.TestKit;
using Ror.TestKit.Annuaires;
using Ror.TestKit.Moteurs;

namespace Ror.Api.Tests;

/// <summary>Imports of national files as an administrator makes them.</summary>
internal static class ImportsAnnuaires
{
    public const string Extrait = "PS_LibreAcces_Personne_activite_202601050930.txt";

    public static string Entete => FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[0];

    /// <summary>The sample, with the lines that are kept.</summary>
    public static byte[] Rpps(Func<string, bool>? garder = null) => Fichier(FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps).Skip(1).Where(garder ?? (_ => true)));

    public static byte[] Fichier(IEnumerable<string> lignes) => Encoding.UTF8.GetBytes(string.Join('\n', lignes.Prepend(Entete)) + "\n");

    /// <summary>A server whose demo doctor no directory knows: an extract that does not tell of them ends nothing.</summary>
    public static async Task<ServeurRor> ServeurAsync()
    {
        var serveur = new ServeurRor();
        if (MoteurDeTest.Courant.Absence is null)
        {
            await using var portee = serveur.Services.CreateAsyncScope();
            Assert.Equal(1, await portee.ServiceProvider.GetRequiredService<ISaisieDb>().Professionnels.Where(p => p.Rpps == Liberal.Rpps).ExecuteDeleteAsync());
        }

        return serveur;
    }

    public static async Task<string> DeposerAsync(this ClientRor client, string source, byte[] fichier, string nom, bool simulation) =>
        (await client.BrutAsync(HttpMethod.Post, $"/api/v1/annuaires/{source}/imports?fichier={Uri.EscapeDataString(nom)}{(simulation ? "&simulation=true" : "")}", fichier, "application/octet-stream")).Doit(202).Corps.Lu("href");

    /// <summary>Leaves a file, waits, and reads what was done and told.</summary>
    public static async Task<IssueImport> ImporterAsync(this ClientRor client, string source, byte[] fichier, string nom = Extrait, bool simulation = false, string etat = "Termine")
    {
        var import = await client.FiniAsync(await client.DeposerAsync(source, fichier, nom, simulation));
        Assert.True(import.Lu("etat") == etat, import.GetRawText());
        return new(import, await client.ToutLireAsync($"{import.Lu("rapport")}?limite=200"));
    }

    /// <summary>A draft is published, by its own parcours, for a professional who has no persona in the demo.</summary>
    public static async Task PublierAsync(this ServeurRor serveur, string offreId)
    {
        await using var portee = serveur.Services.CreateAsyncScope();
        var services = portee.ServiceProvider;
        var (db, referentiels) = (services.GetRequiredService<ISaisieDb>(), services.GetRequiredService<IReferentiels>());
        await services.GetRequiredService<IUniteDeTravail>().ExecuterAsync(
            async () =>
            {
                var offre = await db.Offres.SingleAsync(o => o.Id == Guid.Parse(offreId));
                var eg = await db.EntitesGeographiques.SingleAsync(e => e.Id == offre.EntiteGeographiqueId);
                var environnement = new Environnement(eg.Secteur, eg.Categorie, null, referentiels.Nomenclatures, referentiels.Modeles, DateTime.UtcNow);
                Assert.Empty(offre.ValiderEtape("donnees-nationales", [new DonneesNationales { Accord = true }], environnement).Erreurs);
                Assert.Empty(offre.ValiderEtape(new DescriptionOffre { Nom = "Cabinet", Activites = [new() { Activite = new("437") }], AgeMin = new() { Valeur = 0, Unite = "d" }, AgeMax = new() { Valeur = 120, Unite = "a" } }, environnement).Erreurs);
                Assert.Empty(offre.ValiderEtape(new ModalitesIntervention { ModalitesAccueil = [new("03")] }, environnement).Erreurs);
                Assert.Empty(offre.ValiderEtape("contacts", [new Contacts { Patients = [new() { Nature = new("02"), Telecoms = [new() { Canal = new("2"), Valeur = "+33536490030" }] }] }], environnement).Erreurs);
                Assert.Empty(offre.ValiderEtape("horaires", [new Horaires { SemaineType = [new() { Type = new("07"), Jour = 1, Debut = "09:00", Fin = "12:00" }] }], environnement).Erreurs);
                Assert.Empty(offre.Valider(relu: true, environnement).Erreurs);
                db.VersionsOffre.Add(VersionOffre.De(offre, "test"));
                return true;
            },
            reussi => reussi,
            CancellationToken.None);
    }

    /// <summary>The offer of that professional at that place, as a référent reads it.</summary>
    public static async Task<JsonElement?> OffreDeAsync(this ClientRor administrateur, ClientRor referent, string rpps, string structure)
    {
        var professionnel = (await administrateur.GetAsync($"/api/v1/professionnels/{rpps}")).Doit(200).Corps;
        var situation = professionnel.GetProperty("situations").EnumerateArray().Where(s => s.Lu("structure") == structure && s.Possede("offre")).ToList();
        return situation.Count == 0 ? null : (await referent.GetAsync($"/api/v1/offres/{situation[0].Lu("offre/id")}")).Doit(200).Corps;
    }
}

/// <summary>What an import did, and told.</summary>
internal sealed record IssueImport(JsonElement Import, List<JsonElement> Lignes)
{
    /// <summary>How often it did that.</summary>
    public long this[string acte] => Bilan.GetValueOrDefault(acte);

    public Dictionary<string, long> Bilan => Import.TryGetProperty("bilan", out var bilan) ? bilan.EnumerateArray().ToDictionary(c => c.Lu("acte"), c => c.GetProperty("nombre").GetInt64()) : [];

    /// <summary><c>nature ligne code</c> of each line.</summary>
    public string[] Dits => [.. Lignes.Select(l => $"{l.Lu("nature")} {(l.Possede("ligne") ? l.GetProperty("ligne").GetInt32() : 0)} {l.Lu("code")}")];
}
