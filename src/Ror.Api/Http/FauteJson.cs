using System.Text.Json;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>From the reader's exception to one error with a JSON Pointer.</summary>
internal static class FauteJson
{
    public static Erreur Decrire(JsonException e)
    {
        if (e.Path is null)
        {
            return HttpErreurs.JsonInvalide.Avec((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }

        // The reader tells these apart by its message only; tests hold each of them.
        var pointeur = Pointeur(e.Path);
        var type = e.Message.Contains("could not be mapped", StringComparison.Ordinal) ? HttpErreurs.MembreInconnu
            : e.Message.Contains("uplicate", StringComparison.Ordinal) ? HttpErreurs.MembreEnDouble
            : HttpErreurs.TypeInvalide;
        return type.Sur(pointeur, pointeur.Length == 0 ? "/" : pointeur);
    }

    /// <summary><c>$.a[0]['b.c']</c> → <c>/a/0/b.c</c>.</summary>
    public static string Pointeur(string chemin)
    {
        var segments = new List<string>();
        for (var i = 1; i < chemin.Length;)
        {
            var (debut, fin) = chemin[i] switch
            {
                '.' => (i + 1, Fin(chemin, i + 1)),
                _ when chemin[i..].StartsWith("['", StringComparison.Ordinal) => (i + 2, chemin.IndexOf("']", i, StringComparison.Ordinal)),
                _ => (i + 1, chemin.IndexOf(']', i)),
            };
            fin = fin < 0 ? chemin.Length : fin;
            segments.Add(chemin[debut..fin].Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            i = chemin[i] == '.' ? fin : chemin[i..].StartsWith("['", StringComparison.Ordinal) ? fin + 2 : fin + 1;
        }

        return string.Concat(segments.Select(s => "/" + s));
    }

    private static int Fin(string chemin, int debut)
    {
        var fin = chemin.IndexOfAny(['.', '['], debut);
        return fin < 0 ? chemin.Length : fin;
    }
}
