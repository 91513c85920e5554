using System.Reflection;
using System.Text;
using Ror.Api.Http;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.TestKit;

namespace Ror.Architecture.Tests;

/// <summary>docs/erreurs.md is written from the declarations, and says all of them.</summary>
public sealed class ErreursTests
{
    private static readonly IReadOnlyList<TypeErreur> Toutes =
    [
        .. from assembly in new[] { typeof(TypeErreur).Assembly, typeof(ICommande).Assembly, typeof(HttpErreurs).Assembly }
           from type in assembly.GetTypes()
           from champ in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
           where champ.FieldType == typeof(TypeErreur)
           let erreur = (TypeErreur)champ.GetValue(null)!
           orderby erreur.Code
           select erreur,
    ];

    [Fact]
    public void Le_document_des_erreurs_est_a_jour() => Assert.Null(Depot.Comparer("docs/erreurs.md", Document(), "ROR_MAJ_ERREURS"));

    [Fact]
    public void Chaque_code_est_unique_et_de_forme_stable()
    {
        Assert.NotEmpty(Toutes);
        Assert.Equal(Toutes.Count, Toutes.DistinctBy(e => e.Code).Count());
        Assert.All(Toutes, e => Assert.Matches("^[a-z0-9-]+(\\.[a-z0-9-]+)+$", e.Code));
    }

    [Fact]
    public void Les_deux_langues_portent_les_memes_arguments()
    {
        Assert.All(Toutes, e => Assert.Equal(Arguments(e.Francais), Arguments(e.Anglais)));
    }

    private static IEnumerable<string> Arguments(string message) => System.Text.RegularExpressions.Regex.Matches(message, @"\{\d\}").Select(m => m.Value).Distinct().Order();

    private static string Document()
    {
        var texte = new StringBuilder("""
            # Codes d'erreur

            Toute erreur est une réponse `application/problem+json` (RFC 9457). `code` est stable ; le message suit `Accept-Language`
            (français par défaut, anglais avec `en`). Les erreurs de contenu viennent toutes ensemble, dans `erreurs`.
            Ce document est écrit à partir des déclarations (`ROR_MAJ_ERREURS=1 dotnet test tests/Ror.Architecture.Tests`).

            """.ReplaceLineEndings("\n"));
        foreach (var groupe in Toutes.GroupBy(e => e.Nature.Statut()).OrderBy(g => g.Key))
        {
            _ = texte.Append('\n').Append($"## {groupe.Key} {groupe.First().Nature.Titre(false)}\n\n| Code | Message | Message (en) |\n|---|---|---|\n");
            foreach (var e in groupe)
            {
                _ = texte.Append($"| <a id=\"{e.Code}\"></a>`{e.Code}` | {Cellule(e.Francais)} | {Cellule(e.Anglais)} |\n");
            }
        }

        return texte.ToString();
    }

    private static string Cellule(string message) => message.Replace("|", "\\|", StringComparison.Ordinal);
}
