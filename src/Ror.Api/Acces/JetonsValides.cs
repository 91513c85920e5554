using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;

namespace Ror.Api.Acces;

/// <summary>
/// Tokens that have been validated, so that a signature is checked once and not at each request. None outlives its own end, nor five minutes: a key that
/// the issuer takes back is refused by then. What is kept is a digest, never the token.
/// </summary>
internal sealed class JetonsValides(TimeProvider horloge) : IDisposable
{
    private const string Prefixe = "Bearer ";
    private static readonly TimeSpan Duree = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public ClaimsPrincipal? Trouver(HttpRequest requete) =>
        Empreinte(requete) is { } empreinte && _cache.TryGetValue(empreinte, out Valide? valide) && horloge.GetUtcNow() < valide!.Fin ? valide.Appelant : null;

    public void Garder(TokenValidatedContext contexte)
    {
        if (Empreinte(contexte.Request) is { } empreinte)
        {
            var maintenant = horloge.GetUtcNow();
            var fin = new DateTimeOffset(contexte.SecurityToken.ValidTo) + contexte.Options.TokenValidationParameters.ClockSkew;
            using var entree = _cache.CreateEntry(empreinte);
            (entree.Value, entree.Size) = (new Valide(SansJeton(contexte.Principal!), fin < maintenant + Duree ? fin : maintenant + Duree), 1);
            entree.AbsoluteExpirationRelativeToNow = Duree;
        }
    }

    public void Dispose() => _cache.Dispose();

    // The identity that the validation makes holds the token.
    private static ClaimsPrincipal SansJeton(ClaimsPrincipal valide) =>
        new(valide.Identities.Select(i => new ClaimsIdentity(i.Claims, i.AuthenticationType, i.NameClaimType, i.RoleClaimType)));

    private static UInt128? Empreinte(HttpRequest requete)
    {
        if (requete.Headers.Authorization is not [{ } seul] || !seul.StartsWith(Prefixe, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> empreinte = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seul), empreinte);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(empreinte);
    }

    private sealed record Valide(ClaimsPrincipal Appelant, DateTimeOffset Fin);
}
