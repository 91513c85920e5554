namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Reads a body whole, decompressed, up to a bound: what is longer is not an answer.</summary>
internal static class CorpsBorne
{
    public const int OctetsAuPlus = 4 << 20;

    /// <summary>Replaces the content by the same one in memory, so that nothing is read from the network afterwards.</summary>
    /// <exception cref="PanneAnnuaireException">Too long, or not what its encoding says.</exception>
    public static async Task RetenirAsync(HttpResponseMessage reponse, CancellationToken ct)
    {
        using var flux = reponse.Content;
        var retenu = new ByteArrayContent(await LireAsync(flux, ct));
        retenu.Headers.ContentType = flux.Headers.ContentType;
        reponse.Content = retenu;
    }

    private static async Task<byte[]> LireAsync(HttpContent contenu, CancellationToken ct)
    {
        try
        {
            await using var flux = await contenu.ReadAsStreamAsync(ct);
            using var memoire = new MemoryStream();
            var tampon = new byte[16 << 10];
            for (int lus; (lus = await flux.ReadAsync(tampon, ct)) > 0;)
            {
                memoire.Write(tampon, 0, lus);
                if (memoire.Length > OctetsAuPlus)
                {
                    throw new PanneAnnuaireException("L'annuaire national a envoyé une réponse démesurée.");
                }
            }

            return memoire.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            throw new PanneAnnuaireException("L'annuaire national a envoyé une réponse dont la compression est fausse.");
        }
    }
}
