using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>One page of a list.</summary>
/// <param name="Suivant">Cursor of the next page; absent on the last.</param>
/// <param name="Total">Only with <c>total=true</c>.</param>
public sealed record PageLue<T>(IReadOnlyList<T> Elements, string? Suivant, int? Total);

/// <summary>Query parameters of every list.</summary>
/// <param name="Limite">1 to 200 elements; 50 when absent.</param>
/// <param name="Curseur">The <c>suivant</c> of the previous page.</param>
/// <param name="Total">Counts the whole list.</param>
public sealed record ParametresPage(
    [FromQuery(Name = "limite")] int? Limite,
    [FromQuery(Name = "curseur")] string? Curseur,
    [FromQuery(Name = "total")] bool? Total);

/// <summary>
/// Cursors: position and digest of the filters, signed with a key kept in the database. They survive restarts and hold on every node.
/// </summary>
internal sealed class Pagination(ISecrets secrets)
{
    public const int LimiteMax = 200;
    public const int LimiteParDefaut = 50;
    private const int TailleSignature = 16;
    // A database that does not answer the first time is asked again: the default mode would keep the failure for ever.
    private readonly Lazy<byte[]> _cle = new(() => secrets.Obtenir("curseurs", () => RandomNumberGenerator.GetBytes(32)), LazyThreadSafetyMode.PublicationOnly);

    public Resultat<(int Limite, Guid? Apres)> Lire(ParametresPage parametres, HttpRequest requete)
    {
        var limite = parametres.Limite ?? LimiteParDefaut;
        if (limite is < 1 or > LimiteMax)
        {
            return RequeteErreurs.ParametreInvalide.Avec($"limite (1–{LimiteMax})");
        }

        return parametres.Curseur is null ? (limite, null)
            : Position(parametres.Curseur, requete) is { } position ? (limite, position)
            : HttpErreurs.CurseurInvalide.Avec();
    }

    public Resultat<Page> Page(ParametresPage parametres, HttpRequest requete)
    {
        var lu = Lire(parametres, requete);
        return lu.EstSucces ? new Page(lu.Valeur.Limite, lu.Valeur.Apres, parametres.Total is true) : Resultat<Page>.Echec(lu.Erreurs);
    }

    public IResult Repondre<T>(IReadOnlyList<T> elements, Guid? suivant, int? total, HttpContext http, JsonFil json)
    {
        var curseur = suivant is { } position ? Curseur(position, http.Request) : null;
        return new ReponseDirecte<PageLue<T>>(new(elements, curseur, total), json) { Lien = curseur is null ? null : Lien(http.Request, curseur) };
    }

    /// <summary>A page that is the same for all as long as the service is not upgraded: it has an ETag of its bytes.</summary>
    public IResult RepondreEtiquetee<T>(IReadOnlyList<T> elements, Guid? suivant, int? total, HttpContext http, JsonFil json)
    {
        var curseur = suivant is { } position ? Curseur(position, http.Request) : null;
        var reponse = Reponse.De(new PageLue<T>(elements, curseur, total), json, Etiquettes.SansVersion);
        return curseur is null ? reponse : reponse with { Entetes = new Dictionary<string, string>(reponse.Entetes) { ["Link"] = Lien(http.Request, curseur) } };
    }

    private string Curseur(Guid position, HttpRequest requete)
    {
        return Sceller(position.ToByteArray(bigEndian: true), requete);
    }

    /// <summary>These bytes with the signature of this list and its filters.</summary>
    public string Sceller(byte[] contenu, HttpRequest requete) => Base64Url.EncodeToString([.. contenu, .. Signature(contenu, requete)]);

    /// <summary>Null when this service did not seal it for this list.</summary>
    public byte[]? Ouvrir(string scelle, int longueur, HttpRequest requete)
    {
        var octets = new byte[longueur + TailleSignature];
        return scelle.Length < 100 && Base64Url.IsValid(scelle) && Base64Url.TryDecodeFromChars(scelle, octets, out var lus) && lus == octets.Length
            && CryptographicOperations.FixedTimeEquals(octets.AsSpan(longueur), Signature(octets[..longueur], requete))
            ? octets[..longueur] : null;
    }

    private Guid? Position(string curseur, HttpRequest requete) => Ouvrir(curseur, 16, requete) is { } octets ? new Guid(octets, bigEndian: true) : null;

    // A cursor belongs to one list with its filters: the page parameters themselves may change.
    private byte[] Signature(byte[] position, HttpRequest requete)
    {
        var filtres = requete.Query.Where(p => p.Key is not ("limite" or "curseur" or "total" or "depuis" or "attente" or "contenu")).OrderBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => p.Value, (p, valeur) => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(valeur ?? "")}");
        var liste = Encoding.UTF8.GetBytes($"{requete.Path.Value!.TrimEnd('/').ToLowerInvariant()}?{string.Join('&', filtres)}");
        byte[] signe = [.. position, .. liste];
        return HMACSHA256.HashData(_cle.Value, signe)[..TailleSignature];
    }

    private static string Lien(HttpRequest requete, string curseur) => $"<{Adresse(requete, curseur)}>; rel=\"next\"";

    private static string Adresse(HttpRequest requete, string curseur)
    {
        var parametres = requete.Query.Where(p => p.Key != "curseur").SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v)).Append(KeyValuePair.Create("curseur", (string?)curseur));
        return requete.Path + QueryString.Create(parametres);
    }
}
