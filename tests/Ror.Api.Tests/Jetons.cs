using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ror.TestKit;

namespace Ror.Api.Tests;

/// <summary>Tokens made by hand, with the key of the demo issuer.</summary>
internal static class Jetons
{
    /// <summary>A platform of that access profile; personas have three of the six.</summary>
    public static async Task<ClientRor> EnProfilAsync(this ServeurRor serveur, int profil)
    {
        using var cle = await serveur.CleDemoAsync();
        return serveur.Avec(Jeton(Avec(Charge(["plateforme"], []), "ror_profil", profil), cle));
    }

    public static async Task<RSA> CleDemoAsync(this ServeurRor serveur)
    {
        // The key is made with the first token.
        await serveur.EnAsync("grand-public");
        using var connexion = serveur.Lire();
        using var commande = connexion.CreateCommand();
        commande.CommandText = """SELECT "Valeur" FROM "Secrets" WHERE "Nom" = 'emetteur-demo'""";
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey((byte[])commande.ExecuteScalar()!, out _);
        return rsa;
    }

    public static Dictionary<string, object> Charge(string[] roles, string[] etablissements)
    {
        var maintenant = DateTimeOffset.UtcNow;
        return new()
        {
            ["iss"] = "https://ror.example/emetteur-de-demonstration",
            ["aud"] = "ror-api",
            ["iat"] = maintenant.ToUnixTimeSeconds(),
            ["nbf"] = maintenant.ToUnixTimeSeconds(),
            ["exp"] = maintenant.AddHours(1).ToUnixTimeSeconds(),
            ["sub"] = "fait-main",
            ["ror_roles"] = roles,
            ["ror_etablissements"] = etablissements,
            ["ror_profil"] = 2,
        };
    }

    public static Dictionary<string, object> Avec(Dictionary<string, object> charge, string nom, object valeur) => new(charge) { [nom] = valeur };

    public static Dictionary<string, object> Sans(Dictionary<string, object> charge, string nom)
    {
        var copie = new Dictionary<string, object>(charge);
        copie.Remove(nom);
        return copie;
    }

    public static string Jeton(Dictionary<string, object> charge, RSA cle)
    {
        var signe = $"{B64("""{"alg":"RS256","kid":"demo","typ":"JWT"}""")}.{B64(JsonSerializer.Serialize(charge))}";
        return $"{signe}.{Base64Url.EncodeToString(cle.SignData(Encoding.ASCII.GetBytes(signe), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string B64(string texte) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(texte));
}
