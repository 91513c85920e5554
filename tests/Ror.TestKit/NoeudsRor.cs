using System.Collections.Concurrent;
using Ror.TestKit.Moteurs;

namespace Ror.TestKit;

/// <summary>Several processes of the service on one database, as behind a load balancer; each can be killed and started again.</summary>
public sealed class NoeudsRor : IAsyncDisposable
{
    // What is tried is the service, not how fast one client may call it; a process that lives a few seconds has nothing to profile.
    private static readonly (string Nom, string Valeur)[] Reglages = [("Logging__LogLevel__Default", "Warning"), ("Limites__Debit", "0"), ("DOTNET_TieredPGO", "0")];

    private readonly ConcurrentDictionary<string, string> _jetons = new();
    private readonly string _dossier = Directory.CreateTempSubdirectory("ror-noeuds-").FullName;
    private readonly ProcessusRor[] _noeuds;
    private readonly (string Nom, string Valeur)[] _variables;
    private readonly bool _baseDonnee;

    private NoeudsRor(string? connexion, int nombre, (string Nom, string Valeur)[] variables)
    {
        _baseDonnee = connexion is not null;
        Connexion = connexion ??= ServeurRor.NouvelleBase();
        _variables = [.. Reglages, .. MoteurDeTest.Courant.Variables(connexion), .. variables];
        _noeuds = [.. Enumerable.Range(0, nombre).Select(_ => Lancer())];
    }

    public string Connexion { get; }

    public int Nombre => _noeuds.Length;

    public ProcessusRor this[int noeud] => _noeuds[noeud];

    /// <summary>Nodes on a database of their own that has the demo; all ready.</summary>
    public static Task<NoeudsRor> DemarrerAsync(int nombre) => PretsAsync(new(null, nombre, []));

    /// <summary>Nodes that start together on that database, which the caller deletes; all ready.</summary>
    public static Task<NoeudsRor> DemarrerAsync(int nombre, string connexion) => PretsAsync(Lancer(nombre, connexion));

    /// <summary>Nodes that start together on that database, which the caller deletes; waits for nothing.</summary>
    public static NoeudsRor Lancer(int nombre, string connexion, params (string Nom, string Valeur)[] variables) => new(connexion, nombre, variables);

    public Task AttendrePretsAsync() => Task.WhenAll(_noeuds.Select(n => n.AttendrePretAsync()));

    /// <summary>A client of one node, with a token that whichever node gave it first.</summary>
    public async Task<ClientRor> EnAsync(int noeud, string persona = "responsable-ch-albi")
    {
        if (!_jetons.TryGetValue(persona, out var jeton))
        {
            var reponse = (await _noeuds[noeud].Client.PostAsync("/dev/jetons", new { persona })).Doit(200);
            jeton = _jetons[persona] = reponse.Corps.GetProperty("access_token").GetString()!;
        }

        return _noeuds[noeud].Avec(jeton);
    }

    /// <summary>That many clients, spread over the nodes.</summary>
    public async Task<ClientRor[]> ClientsAsync(int nombre, string persona = "responsable-ch-albi")
    {
        var clients = new ClientRor[nombre];
        for (var rang = 0; rang < nombre; rang++)
        {
            clients[rang] = await EnAsync(rang % Nombre, persona);
        }

        return clients;
    }

    public void Tuer(int noeud) => _noeuds[noeud].Tuer();

    /// <summary>Every node runs, also those that a test killed.</summary>
    public Task SoignerAsync() => Task.WhenAll(Enumerable.Range(0, Nombre).Select(n => _noeuds[n].EstArrete ? RelancerAsync(n) : Task.CompletedTask));

    /// <summary>Starts again a node that was killed, and waits until it is ready.</summary>
    public async Task RelancerAsync(int noeud)
    {
        _noeuds[noeud].Dispose();
        _noeuds[noeud] = Lancer();
        await _noeuds[noeud].AttendrePretAsync();
    }

    public ValueTask DisposeAsync()
    {
        foreach (var noeud in _noeuds)
        {
            noeud.Dispose();
        }

        if (!_baseDonnee)
        {
            MoteurDeTest.Courant.Supprimer(Connexion);
        }

        Directory.Delete(_dossier, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<NoeudsRor> PretsAsync(NoeudsRor noeuds)
    {
        await noeuds.AttendrePretsAsync();
        return noeuds;
    }

    private ProcessusRor Lancer() => ProcessusRor.Lancer(_dossier, "Development", _variables);
}
