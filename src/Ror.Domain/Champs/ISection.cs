using Ror.Domain.Commun;

namespace Ror.Domain.Champs;

/// <summary>A record made of declared fields: a section, or a row of one.</summary>
public interface IChamps
{
    static abstract IReadOnlyList<Champ> Champs { get; }
}

/// <summary>
/// A section of an offer: body of its PUT, argument of the aggregate and stored JSON, one and the same immutable record.
/// </summary>
public interface ISection
{
    /// <summary>Rules between fields; each error carries its pointer into the section. Values of a wrong shape are left to the shape check.</summary>
    IEnumerable<Erreur> Verifier(ContexteSaisie contexte);

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
}
