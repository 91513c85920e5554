using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Ror.Application.Structures.Fermetures;
using Ror.TestKit;
using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <summary>The service and the model side by side: who speaks, what is known, and the whole comparisons.</summary>
internal sealed class MarcheDArbreMonde(ServeurRor serveur, HorlogeReglable horloge)
{
    private List<string> _etrangeres = [];
    private int _finess;

    public List<NoeudModele> Egs { get; } = [];

    public ClientRor Referent { get; private set; } = null!;

    /// <summary>Reads what is published.</summary>
    public ClientRor Monde { get; private set; } = null!;

    /// <summary>The responsable of each establishment of the demo that the walk takes over.</summary>
    public Dictionary<NoeudModele, ClientRor> Responsables { get; } = [];

    public DateOnly Aujourdhui => horloge.Aujourdhui;

    public IEnumerable<NoeudModele> Noeuds => Egs.SelectMany(e => e.Sousarbre);

    public static string Route(NoeudModele noeud) => Route(noeud.Genre, noeud.Id);

    public static string Route(GenreNoeud genre, string id) => "/api/v1/" + genre switch
    {
        GenreNoeud.EntiteGeographique => "entites-geographiques/",
        GenreNoeud.Pole => "poles/",
        GenreNoeud.UniteFonctionnelle => "unites-fonctionnelles/",
        GenreNoeud.Offre => "offres/",
    } + id;

    /// <summary>Two establishments of the demo, emptied and taken over, and new ones of both kinds.</summary>
    public async Task OuvrirAsync()
    {
        (Referent, Monde) = (await serveur.EnAsync("referent-occitanie"), await serveur.EnAsync("plateforme-occitanie"));
        await AdopterAsync(Demo.ChAlbi, true, await serveur.EnAsync("responsable-ch-albi"));
        await AdopterAsync(Demo.Ehpad, false, await serveur.EnAsync("responsable-ehpad"));
        horloge.AllerADemainMidi();
        foreach (var sanitaire in (bool[])[true, true, true, false, false])
        {
            await OuvrirEtablissementAsync(sanitaire);
        }

        _etrangeres = [.. (await PublieesAsync()).Where(o => !EstDeLaMarche(o)).Select(o => o.GetRawText())];
        await ComparerArbresAsync();
        await ComparerPublicationsAsync();
    }

    public async Task<NoeudModele> OuvrirEtablissementAsync(bool sanitaire)
    {
        var nom = $"ÉTABLISSEMENT {++_finess}";
        var cree = (await Referent.PostAsync("/api/v1/entites-geographiques", MarcheDArbreCorps.Etablissement(sanitaire, nom, _finess))).Doit(201);
        var eg = new NoeudModele(cree.Corps.Lu("id"), GenreNoeud.EntiteGeographique, null, nom) { EstSanitaire = sanitaire, ETag = cree.ETag };
        Egs.Add(eg);
        return eg;
    }

    /// <summary>A day passes, or several while nobody was there to carry out what was planned.</summary>
    public async Task PasserAsync(int jours)
    {
        horloge.Avancer(jours);
        await using var portee = serveur.Services.CreateAsyncScope();
        await portee.ServiceProvider.GetRequiredService<FermeturesPrevues>().ExecuterAsync(CancellationToken.None);
        ModeleFermetures.ExecuterPrevues(Noeuds, Aujourdhui);
    }

    public async Task<Reponse> ComparerAsync(NoeudModele noeud, ClientRor? client = null)
    {
        var lu = (await (client ?? Referent).GetAsync(Route(noeud))).Doit(200);
        Comparer(noeud, lu, client is null || client == Referent);
        return lu;
    }

    /// <summary>An offer, as published: nothing of a Brouillon.</summary>
    public async Task ComparerPublieAsync(NoeudModele offre)
    {
        if (!offre.EstOffre || offre.Adoptee)
        {
            return;
        }

        var lu = await Monde.GetAsync($"/api/v1/diffusion/offres/{offre.Identifiant.Replace('/', '-')}");
        Assert.Equal(offre.Versions.Count > 0 ? 200 : 404, lu.Statut);
        if (lu.Statut == 200)
        {
            DoitEgaler([MarcheDArbreComparaisons.Publie(offre)], [MarcheDArbreComparaisons.PublieLu(lu.Corps)], $"Publication de {offre}");
        }
    }

    public static void Comparer(NoeudModele noeud, Reponse lu, bool referent)
    {
        var (attendu, dit) = (MarcheDArbreComparaisons.Attendu(noeud, referent), noeud.Adoptee ? "" : MarcheDArbreComparaisons.Lu(noeud, lu.Corps));
        Assert.True(noeud.Adoptee || attendu == dit, $"{noeud}\nmodèle :\n{attendu}\nservice ({lu.Requete}) :\n{dit}");
        if (noeud.ETag is not null && Version(noeud.ETag) != Version(lu.ETag))
        {
            noeud.ETagPerime = noeud.ETag;
        }

        noeud.ETag = lu.ETag;
    }

    /// <summary>The part that <c>If-Match</c> compares.</summary>
    public static string Version(string etag) => etag.Split('.')[0];

    public async Task ComparerArbreAsync(NoeudModele eg)
    {
        var lu = (await Referent.GetAsync($"{Route(eg)}/arborescence?inclureFermees=true")).Doit(200).Corps;
        DoitEgaler(MarcheDArbreComparaisons.Attendus(eg), MarcheDArbreComparaisons.Lus(lu.GetProperty("racine")).Order(StringComparer.Ordinal), $"Arbre de {eg}");
    }

    public async Task ComparerArbresAsync()
    {
        foreach (var eg in Egs)
        {
            await ComparerArbreAsync(eg);
        }
    }

    /// <summary>Everything published: of the walk what the model says, of the others what was there before.</summary>
    public async Task ComparerPublicationsAsync()
    {
        var lues = await PublieesAsync();
        DoitEgaler(_etrangeres, lues.Where(o => !EstDeLaMarche(o)).Select(o => o.GetRawText()), "Offres d'ailleurs");
        var adoptees = Noeuds.Where(n => n.Adoptee).Select(n => n.Id).ToHashSet();
        DoitEgaler(
            Noeuds.Where(n => n.Versions.Count > 0 && !n.Adoptee).Select(MarcheDArbreComparaisons.Publie).Order(StringComparer.Ordinal),
            lues.Where(o => EstDeLaMarche(o) && !adoptees.Contains(o.Lu("id"))).Select(MarcheDArbreComparaisons.PublieLu).Order(StringComparer.Ordinal),
            "Publications");
    }

    public static void DoitEgaler(IEnumerable<string> modele, IEnumerable<string> service, string quoi)
    {
        var (attendus, lus) = (modele.ToList(), service.ToList());
        Assert.True(
            attendus.SequenceEqual(lus),
            $"{quoi}\nle modèle seul :\n{string.Join('\n', attendus.Except(lus))}\nle service seul :\n{string.Join('\n', lus.Except(attendus))}");
    }

    private Task<List<JsonElement>> PublieesAsync() => Monde.ToutLireAsync("/api/v1/diffusion/offres?limite=200");

    private bool EstDeLaMarche(JsonElement offre) => Egs.Any(e => e.Id == offre.Lu("structures/entiteGeographique/id"));

    // Drafts deleted, everything else closed for good: from there the model knows all.
    private async Task AdopterAsync(string id, bool sanitaire, ClientRor responsable)
    {
        var lue = (await Referent.GetAsync($"/api/v1/entites-geographiques/{id}/arborescence?inclureFermees=true")).Doit(200).Corps.GetProperty("racine");
        foreach (var noeud in Descendre(lue).Where(n => n.Lu("type") == "Offre" && n.Lu("statut") == "Brouillon"))
        {
            (await Referent.DeleteAsync(noeud.Lu("href"), ("If-Match", (await Referent.GetAsync(noeud.Lu("href"))).ETag))).Doit(204);
        }

        foreach (var enfant in lue.GetProperty("enfants").EnumerateArray().Where(e => !e.Possede("statut") || e.Lu("statut") is not ("Brouillon" or "FermeeDefinitivement")))
        {
            var demande = MarcheDArbreCorps.Fermeture(new("DEF", Aujourdhui, null));
            _ = (await Referent.PostAsync($"{enfant.Lu("href")}/fermeture", demande, ("If-Match", (await Referent.GetAsync(enfant.Lu("href"))).ETag))).Statut is 200 or 409 ? 0 : throw new InvalidOperationException(enfant.GetRawText());
        }

        // Lieux close with the établissement: the walk is about levels and offers.
        foreach (var lieu in await Referent.ToutLireAsync($"/api/v1/lieux?entiteGeographique={id}"))
        {
            (await Referent.PostAsync($"{lieu.Lu("href")}/fermeture", MarcheDArbreCorps.Fermeture(new("DEF", Aujourdhui, null)), ("If-Match", (await Referent.GetAsync(lieu.Lu("href"))).ETag))).Doit(200);
        }

        if (lue.Possede("fermeture"))
        {
            (await Referent.PostAsync($"{lue.Lu("href")}/reouverture", null, ("If-Match", (await Referent.GetAsync(lue.Lu("href"))).ETag))).Doit(200);
        }

        var eg = new NoeudModele(id, GenreNoeud.EntiteGeographique, null, lue.Lu("nom")) { EstSanitaire = sanitaire };
        Reprendre(eg, (await Referent.GetAsync($"/api/v1/entites-geographiques/{id}/arborescence?inclureFermees=true")).Doit(200).Corps.GetProperty("racine"));
        Egs.Add(eg);
        Responsables[eg] = responsable;
    }

    private static void Reprendre(NoeudModele parent, JsonElement lu)
    {
        foreach (var enfant in lu.GetProperty("enfants").EnumerateArray())
        {
            var fermeture = MarcheDArbreComparaisons.Fermeture(enfant);
            Assert.Equal("DEF", fermeture?.Type);
            var noeud = new NoeudModele(enfant.Lu("id"), Enum.Parse<GenreNoeud>(enfant.Lu("type")), parent, enfant.Lu("nom"))
            {
                Statut = StatutNoeud.FermeeDefinitivement,
                Effective = fermeture,
                Adoptee = true,
            };
            noeud.Versions.AddRange(noeud.EstOffre ? [noeud.Travail] : []);
            parent.Enfants.Add(noeud);
            Reprendre(noeud, enfant);
        }
    }

    private static IEnumerable<JsonElement> Descendre(JsonElement noeud) => noeud.GetProperty("enfants").EnumerateArray().SelectMany(Descendre).Prepend(noeud);
}
