using System.Text.Json;
using Ror.Application.Commun;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>From the reader's exception to one error with a JSON Pointer.</summary>
internal static class FauteJson
{
    private const int PointeurMax = 400;

    public static Erreur Decrire(JsonException e)
    {
        if (e.Path is null)
        {
            return HttpErreurs.JsonInvalide.Avec((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }

        // The reader tells these apart by its message only; tests hold each of them.
        var pointeur = FauteJsonException.Pointeur(e) is { Length: > PointeurMax } tropLong ? tropLong[..PointeurMax] : FauteJsonException.Pointeur(e);
        var type = e.Message.Contains("could not be mapped", StringComparison.Ordinal) ? HttpErreurs.MembreInconnu
            : e.Message.Contains("uplicate", StringComparison.Ordinal) ? HttpErreurs.MembreEnDouble
            : HttpErreurs.TypeInvalide;
        return type.Sur(pointeur, pointeur.Length == 0 ? "/" : pointeur);
    }
}
