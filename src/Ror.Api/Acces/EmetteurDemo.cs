using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Ror.Application.Commun;
using Ror.Domain.Acces;

namespace Ror.Api.Acces;

/// <summary>A named user of the demo, with the claims of their tokens.</summary>
public sealed record Persona(
    string Nom, string Description, IReadOnlyList<string> Roles, IReadOnlyList<string> Etablissements, IReadOnlyList<string> Regions, int Profil, string? Rpps = null);

/// <summary>Gives tokens to the personas, in Development only. Its key is kept in the database: tokens survive a restart.</summary>
internal sealed class EmetteurDemo(ISecrets secrets, TimeProvider horloge)
{
    public const string Emetteur = "https://ror.example/emetteur-de-demonstration";
    public const string Audience = "ror-api";

    public static readonly TimeSpan Duree = TimeSpan.FromHours(8);

    // A database that does not answer the first time is asked again: the default mode would keep the failure for ever.
    private readonly Lazy<RsaSecurityKey> _cle = new(() => Importer(secrets.Obtenir("emetteur-demo", NouvelleCle)), LazyThreadSafetyMode.PublicationOnly);

    public static IReadOnlyList<Persona> Personas { get; } =
    [
        new("responsable-ch-albi", "Responsable de l'offre du CH d'Albi", [Role.ResponsableOffre], ["1810990010"], [], 2),
        new("responsable-ehpad", "Responsable de l'offre de l'EHPAD Les Micocouliers", [Role.ResponsableOffre], ["1810990036"], [], 2),
        new("referent-occitanie", "Référent ROR de la région Occitanie", [Role.ReferentRor], [], ["76"], 2),
        new("medecin-liberal", "Médecin généraliste libéral", [Role.Professionnel], [], [], 2, "10000000009"),
        new("plateforme-occitanie", "Plateforme régionale, profil d'accès 2 ; alimente les capacités du CH d'Albi", [Role.Plateforme], ["1810990010"], [], 2),
        new("grand-public", "Données ouvertes, profil d'accès 0", [Role.Plateforme], [], [], 0),
        new("regulation", "Régulation et gestion de crise, profil d'accès 1", [Role.Plateforme], [], [], 1),
        new("administrateur", "Administrateur du service", [Role.Administrateur], [], [], 0),
    ];

    public SecurityKey Cle => _cle.Value;

    public string Jeton(Persona persona)
    {
        var maintenant = horloge.GetUtcNow().UtcDateTime;
        var noms = new Revendications();
        var revendications = new Dictionary<string, object>
        {
            ["sub"] = persona.Nom,
            ["name"] = persona.Description,
            [noms.Roles] = persona.Roles.ToArray(),
            [noms.Etablissements] = persona.Etablissements.ToArray(),
            [noms.Regions] = persona.Regions.ToArray(),
            [noms.Profil] = persona.Profil,
        };
        if (persona.Rpps is not null)
        {
            revendications[noms.Rpps] = persona.Rpps;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Emetteur,
            Audience = Audience,
            IssuedAt = maintenant,
            NotBefore = maintenant,
            Expires = maintenant + Duree,
            Claims = revendications,
            SigningCredentials = new SigningCredentials(_cle.Value, SecurityAlgorithms.RsaSha256),
        });
    }

    private static byte[] NouvelleCle()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static RsaSecurityKey Importer(byte[] pkcs8)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(rsa) { KeyId = "demo" };
    }
}
