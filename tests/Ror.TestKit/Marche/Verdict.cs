namespace Ror.TestKit.Marche;

/// <summary>A node as an act leaves it.</summary>
public sealed record Changement(NoeudModele Noeud, StatutNoeud Statut, FermetureModele? Effective, FermetureModele? Prevue, NoeudModele? FermePar)
{
    /// <summary>Null: closed by itself.</summary>
    public NoeudModele? EmporteePar { get; init; }

    public bool EstReel => Noeud.Statut != Statut || Noeud.Effective != Effective || Noeud.Prevue != Prevue;

    /// <summary>As the node is called afterwards.</summary>
    public string Nom => Statut == StatutNoeud.FermeeDefinitivement && Noeud.Versions.Count > 0 ? Noeud.Versions[^1].Nom : Noeud.NomLu;

    public void Appliquer()
    {
        (Noeud.Statut, Noeud.Effective, Noeud.Prevue, Noeud.FermePar, Noeud.EmporteePar, Noeud.ETag) = (Statut, Effective, Prevue, FermePar, EmporteePar, EstReel ? null : Noeud.ETag);
        if (Statut == StatutNoeud.FermeeDefinitivement && Noeud.Versions.Count > 0)
        {
            // "PRO keeps pending modifications, DEF drops them."
            Noeud.Travail = Noeud.Versions[^1];
        }
    }
}

/// <summary>What the model expects of an act.</summary>
/// <param name="Codes">Of a refusal: those that the page allows. When two rules forbid the act with the same status, the page does not say which one is told.</param>
public sealed record Verdict(int Statut, params string[] Codes)
{
    public const string Transition = "offre.transition-interdite";
    public const string ParentFerme = "hierarchie.parent-ferme";
    public const string ParentInterdit = "hierarchie.parent-interdit";

    /// <summary>Several faults of content at once.</summary>
    public const string Plusieurs = "contenu.invalide";

    public static readonly Verdict Fait = new(200);

    public IReadOnlyList<Changement> Changements { get; init; } = [];

    /// <summary>Done once the service has agreed.</summary>
    public Action Effet { get; init; } = () => { };

    public bool EstRefus => Statut >= 400;

    public static Verdict Conflit(params IEnumerable<string?> codes) => new(409, [.. codes.OfType<string>()]);

    /// <summary>Every reason of a 409 that holds, else null.</summary>
    public static Verdict? Si(params (bool Vrai, string Code)[] raisons) => raisons.Any(r => r.Vrai) ? Conflit(raisons.Where(r => r.Vrai).Select(r => r.Code)) : null;

    public void Appliquer()
    {
        foreach (var changement in Changements)
        {
            changement.Appliquer();
        }

        Effet();
    }
}
