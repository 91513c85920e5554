using Ror.Domain.Commun;

namespace Ror.Domain.Champs;

/// <summary>A record made of declared fields: a section, or a row of one.</summary>
public interface IChamps
{
    static abstract IReadOnlyList<Champ> Champs { get; }
}

/// <summary>Rules between the fields of a record, whatever its surroundings.</summary>
public interface IRegles
{
    /// <summary>Each error carries its pointer into the record. Values of a wrong shape are left to the shape check.</summary>
    IEnumerable<Erreur> Regles();
}

/// <summary>
/// A section of an offer: body of its PUT, argument of the aggregate and stored JSON, one and the same immutable record.
/// </summary>
public interface ISection
{
    /// <summary>Rules between fields, in this context; each error carries its pointer into the section.</summary>
    IEnumerable<Erreur> Verifier(ContexteSaisie contexte) => this is IRegles section ? section.Regles() : [];

    /// <summary>Values that follow from others when left out (a contact's level …) and canonical forms (E.164 …).</summary>
    ISection Completer() => this;
}

/// <summary>What a kind of section declares of itself.</summary>
public interface ISection<TSoi> : ISection, IChamps
    where TSoi : ISection<TSoi>
{
    /// <summary>Key in URLs and errors: <c>accueil-prise-en-charge</c>.</summary>
    static abstract string Cle { get; }

    static abstract string Titre { get; }

    /// <summary>What is shown as long as the section was never written.</summary>
    static virtual TSoi? Proposer(ContexteSaisie contexte) => default;
}
