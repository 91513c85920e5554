using Ror.Domain.Offres;

namespace Ror.Domain.Tests;

public sealed class CycleDeVieTests
{
    // Domain §3 by hand. "." impossible, "x" gone, "=" same state; "a:" with pending modifications only, "p:" with a planned closing only.
    // The columns after Transferer are ours (ADR 0020), but for H7's two.
    // Valider under FermeeTemporairement publishes the working copy (L3): without one there is nothing to publish.
    private const string Tableau = """
        Etat                 | Modifier | Valider  | Abandonner | Supprimer | FermerTemporairement | FermerDefinitivement | Rouvrir   | Transferer | AnnulerFermeturePrevue | DesignerSuccesseur | Detacher | RattacherMsp | Confirmer
        Brouillon            | =        | Validee  | .          | x         | .                    | .                    | .         | =          | .                      | .                  | =        | =            | .
        Validee              | =        | a:=      | a:=        | .         | FermeeTemporairement | FermeeDefinitivement | p:=       | =          | p:=                    | .                  | =        | =            | =
        FermeeTemporairement | =        | a:=      | a:=        | .         | =                    | FermeeDefinitivement | Validee   | =          | p:=                    | =                  | =        | =            | =
        FermeeDefinitivement | .        | .        | .          | .         | .                    | .                    | .         | .          | .                      | =                  | .        | .            | .
        """;

    public static TheoryData<StatutOffre, ActionOffre, string> Cellules()
    {
        var lignes = Tableau.Split('\n').Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var cellules = new TheoryData<StatutOffre, ActionOffre, string>();
        foreach (var ligne in lignes.Skip(1))
        {
            for (var i = 1; i < ligne.Length; i++)
            {
                cellules.Add(Enum.Parse<StatutOffre>(ligne[0]), Enum.Parse<ActionOffre>(lignes[0][i]), ligne[i]);
            }
        }

        return cellules;
    }

    [Fact]
    public void Le_tableau_du_test_couvre_tous_les_etats_et_toutes_les_actions() =>
        Assert.Equal(
            from statut in Enum.GetValues<StatutOffre>() from action in Enum.GetValues<ActionOffre>() select (statut, action),
            Cellules().Select(c => (c.Data.Item1, c.Data.Item2)).OrderBy(c => c.Item1).ThenBy(c => c.Item2));

    [Theory]
    [MemberData(nameof(Cellules))]
    public void Chaque_action_est_possible_la_seulement_ou_la_table_le_dit(StatutOffre statut, ActionOffre action, string cellule)
    {
        foreach (var (enAttente, planifiee) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var attendu = cellule[..1] switch
            {
                "." => false,
                "a" => enAttente,
                "p" => planifiee,
                _ => true,
            };
            Assert.True(attendu == CycleDeVie.Permet(statut, action, enAttente, planifiee), $"{statut} {action} attente={enAttente} planifiée={planifiee}");
        }
    }

    [Theory]
    [MemberData(nameof(Cellules))]
    public void Chaque_transition_mene_a_l_etat_de_la_table(StatutOffre statut, ActionOffre action, string cellule)
    {
        var transition = CycleDeVie.Trouver(statut, action);
        if (cellule == ".")
        {
            Assert.Null(transition);
            return;
        }

        Assert.NotNull(transition);
        var vers = cellule.Split(':')[^1];
        Assert.Equal(vers switch { "x" => null, "=" => statut, _ => Enum.Parse<StatutOffre>(vers) }, transition.Vers);
    }

    [Fact]
    public void Un_refus_nomme_l_etat_l_action_et_les_actions_possibles()
    {
        var refus = CycleDeVie.Refus(StatutOffre.Validee, ActionOffre.Supprimer, [ActionOffre.Modifier, ActionOffre.Transferer]);

        Assert.Equal("offre.transition-interdite", refus.Type.Code);
        Assert.Equal("Validee", refus.Precisions["etat"]);
        Assert.Equal("supprimer", refus.Precisions["action"]);
        Assert.Equal(["modifier", "transferer"], Assert.IsType<IEnumerable<string>>(refus.Precisions["actionsPossibles"], exactMatch: false));
    }
}
