using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>A representation that carries the version of its resource, for the ETag.</summary>
public interface IVersionnee
{
    long Version { get; }
}

/// <summary>A coded value as it is served.</summary>
/// <param name="Systeme">Canonical URL of the code system.</param>
public sealed record CodeLu(string Code, string Libelle, string Systeme);

/// <summary>What the caller may do next.</summary>
/// <param name="Nom">Stable name of the act, in kebab-case.</param>
/// <param name="Cible">Section or step that it bears on, when there is one.</param>
/// <param name="Methode">HTTP method.</param>
/// <param name="Href">Path to call.</param>
public sealed record ActionLue(string Nom, string? Cible, string Methode, string Href);

/// <summary>An error, a shortcoming or a warning, as it is served.</summary>
/// <param name="Section">Key of the section at fault.</param>
/// <param name="Champ">JSON Pointer into the body, or into the section.</param>
/// <param name="Code">Stable code; see docs/erreurs.md.</param>
/// <param name="Message">In the language of the request.</param>
/// <param name="ValeursAdmises">Values that would have been accepted, when they are few.</param>
public sealed record ErreurLue(string? Section, string? Champ, string Code, string Message, IReadOnlyList<string>? ValeursAdmises)
{
    public static ErreurLue De(Erreur erreur, bool enAnglais) =>
        new(erreur.Section, erreur.Champ, erreur.Type.Code, erreur.Message(enAnglais), erreur.ValeursAdmises);
}

/// <summary>A closing as it is served.</summary>
/// <param name="Type">J185.</param>
/// <param name="Successeur">identifiantOffre of the offer that replaces this one.</param>
/// <param name="Origine">Id of the level above whose closing takes this one along; absent when it is closed by itself.</param>
public sealed record FermetureLue(CodeLu Type, DateOnly Date, DateOnly? Reouverture, string? Successeur, Guid? Origine)
{
    /// <summary>The closing in force, PRE when there is none yet; and the one that waits for its day, as what it will be.</summary>
    public static (FermetureLue? EnCours, FermetureLue? Prevue) De(Fermeture? enCours, Fermeture? prevue, CatalogueNomenclatures nomenclatures)
    {
        return (enCours is not null ? Lire(enCours, Code(enCours.Type)) : prevue is not null ? Lire(prevue, "PRE") : null, prevue is not null ? Lire(prevue, Code(prevue.Type)) : null);

        FermetureLue Lire(Fermeture f, string code) => new(nomenclatures.Lire("J185", code), f.Date, f.Reouverture, f.Successeur, f.Cascade);
    }

    /// <param name="dessus">The levels above.</param>
    public static (FermetureLue? EnCours, FermetureLue? Prevue) De(Noeud noeud, IEnumerable<Noeud> dessus, CatalogueNomenclatures nomenclatures) =>
        De(noeud.Fermeture, Previsions.De(noeud, dessus), nomenclatures);

    private static string Code(TypeFermeture type) => type switch
    {
        TypeFermeture.Definitive => "DEF",
        TypeFermeture.Provisoire => "PRO",
    };
}

public static class LectureNomenclatures
{
    /// <summary>The code with its label; a code that left the list is served bare rather than lost.</summary>
    public static CodeLu Lire(this CatalogueNomenclatures nomenclatures, string liste, string code)
    {
        var entree = nomenclatures[liste].Trouver(new CodeNos(code));
        return entree is null ? new(code, code, nomenclatures[liste].Url) : De(entree);
    }

    public static CodeLu De(EntreeNomenclature entree) => new(entree.Code, entree.Libelle, entree.Systeme);
}
