using Ror.TestKit;
using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <param name="Route">After the route of the target.</param>
/// <param name="Precondition">Needs If-Match.</param>
/// <param name="AuReferent">Domain §11: a responsable may not.</param>
/// <param name="RouteInconnue">Names a version that the offer does not have.</param>
/// <param name="Simulation">Answers what it would touch, and touches nothing.</param>
internal sealed record ActeDeMarche(
    string Nom, HttpMethod Methode, string Route = "", object? Corps = null, bool Precondition = true, bool AuReferent = false, bool Simulation = false, bool RouteInconnue = false);

/// <summary>One act at a time: what the model expects, what the service answers, and what both then say of everything touched.</summary>
internal sealed class MarcheDArbreJeu(MarcheDArbreMonde monde, Random alea)
{
    private const string Perime = "\"999.0\"";

    /// <summary>By act and by outcome.</summary>
    public SortedDictionary<string, int> Comptes { get; } = new(StringComparer.Ordinal);

    /// <summary>What was done last, to tell a failure.</summary>
    public Queue<string> Journal { get; } = new();

    /// <returns>The answer when the act was done, null when it was refused, as both said.</returns>
    public async Task<Reponse?> JouerAsync(ActeDeMarche acte, NoeudModele cible, Func<Verdict> modele)
    {
        var client = Appelant(cible);
        var (entetes, precondition) = await PreconditionAsync(acte, cible);
        var verdict = Acces(acte, cible, client) ?? (acte.RouteInconnue ? new(404, "version.introuvable") : precondition ?? modele());
        var avant = cible.ETag;
        Noter($"{monde.Aujourdhui:MM-dd} {acte.Nom} {acte.Route} sur {cible} : {verdict.Statut} {string.Join(',', verdict.Codes)}");
        var reponse = await EnvoyerAsync(client, acte, cible, entetes);
        Verifier(acte, cible, verdict, reponse);
        Comptes[$"{acte.Nom} {verdict.Statut}"] = Comptes.GetValueOrDefault($"{acte.Nom} {verdict.Statut}") + 1;

        var fait = verdict.Statut < 300 && !acte.Simulation;
        var touches = verdict.Changements.Select(c => c.Noeud).Where(n => n != cible).ToList();
        if (fait)
        {
            verdict.Appliquer();
        }

        await RelireAsync(acte, cible, avant, fait ? reponse : null, touches, client == monde.Referent);
        return fait ? reponse : null;
    }

    public void Noter(string ligne)
    {
        Journal.Enqueue(ligne);
        while (Journal.Count > 25)
        {
            Journal.Dequeue();
        }
    }

    // Everybody who may, and now and then somebody who may not even see.
    private ClientRor Appelant(NoeudModele cible)
    {
        var tirage = alea.Next(100);
        return tirage < 2 ? monde.Responsables.First(r => r.Key != cible.Eg).Value
            : tirage < 40 && monde.Responsables.TryGetValue(cible.Eg, out var responsable) ? responsable
            : monde.Referent;
    }

    private Verdict? Acces(ActeDeMarche acte, NoeudModele cible, ClientRor client) =>
        client == monde.Referent ? null
        : monde.Responsables.GetValueOrDefault(cible.Eg) != client ? new(404, cible.EstOffre ? "offre.introuvable" : "structure.introuvable")
        : acte.AuReferent ? new(403, "acces.interdit") : null;

    private async Task<((string, string)[] Entetes, Verdict? Refus)> PreconditionAsync(ActeDeMarche acte, NoeudModele cible)
    {
        if (!acte.Precondition)
        {
            return ([], null);
        }

        var tirage = alea.Next(100);
        if (tirage < 2)
        {
            return ([], new(428, "version.requise"));
        }

        if (tirage < 5)
        {
            return ([("If-Match", cible.ETagPerime ?? Perime)], new(412, "version.perimee"));
        }

        cible.ETag ??= (await monde.ComparerAsync(cible)).ETag;
        return ([("If-Match", cible.ETag)], null);
    }

    private static Task<Reponse> EnvoyerAsync(ClientRor client, ActeDeMarche acte, NoeudModele cible, (string, string)[] entetes)
    {
        var route = $"{MarcheDArbreMonde.Route(cible)}{acte.Route}{(acte.Simulation ? "?simulation=true" : "")}";
        return acte.Methode.Method switch
        {
            "POST" => client.PostAsync(route, acte.Corps, entetes),
            "PUT" => client.PutAsync(route, acte.Corps, entetes),
            _ => client.DeleteAsync(route, entetes),
        };
    }

    private static void Verifier(ActeDeMarche acte, NoeudModele cible, Verdict verdict, Reponse reponse)
    {
        Assert.True(verdict.Statut == reponse.Statut, $"{acte.Nom} sur {cible} : le modèle dit {verdict.Statut} {string.Join(',', verdict.Codes)}\n{reponse}");
        Assert.True(!verdict.EstRefus || verdict.Codes.Contains(reponse.Code), $"{acte.Nom} sur {cible} : le modèle dit {string.Join(',', verdict.Codes)}\n{reponse}");
        if (verdict.Statut == 200 && acte.Nom.Split(' ')[0] is "fermer" or "rouvrir" or "annuler" && !verdict.EstRefus)
        {
            MarcheDArbreMonde.DoitEgaler(ModelePrevisions.Effets(cible, verdict).Order(StringComparer.Ordinal), MarcheDArbreComparaisons.EffetsLus(reponse.Corps), $"Effets de {acte.Nom} sur {cible}");
            Assert.Equal(acte.Simulation, reponse.Corps.GetProperty("simulation").GetBoolean());
        }
    }

    // What a write answers is the object as it is now: it is read again only where the answer is something else.
    private async Task RelireAsync(ActeDeMarche acte, NoeudModele cible, string? avant, Reponse? faite, List<NoeudModele> touches, bool referent)
    {
        var existe = !cible.EstOffre || cible.Parent!.Enfants.Contains(cible);
        if (existe && faite is not null && faite.Statut == 200 && !faite.Corps.Possede("effets"))
        {
            MarcheDArbreMonde.Comparer(cible, faite, referent);
        }
        else if (existe)
        {
            var relue = await monde.ComparerAsync(cible, monde.Responsables.TryGetValue(cible.Eg, out var responsable) && alea.Next(2) == 0 ? responsable : null);
            Assert.True(faite is not null || avant is null || MarcheDArbreMonde.Version(avant) == MarcheDArbreMonde.Version(relue.ETag), $"{acte.Nom} sur {cible} n'a rien fait, et sa version a changé.");
        }

        // What the world reads of it; of all that a cascade touched the tree tells the state, and one of them is looked at whole.
        if (faite is not null || alea.Next(4) == 0)
        {
            await monde.ComparerPublieAsync(cible);
        }

        if (touches.Count > 0)
        {
            var touche = alea.GetItems([.. touches], 1)[0];
            await monde.ComparerAsync(touche);
            await monde.ComparerPublieAsync(alea.GetItems([.. touches.Where(t => t.EstOffre).DefaultIfEmpty(touche)], 1)[0]);
            await monde.ComparerArbreAsync(cible.Eg);
        }

        if (alea.Next(10) == 0)
        {
            await monde.ComparerAsync(alea.GetItems([.. monde.Noeuds], 1)[0]);
        }
    }
}
