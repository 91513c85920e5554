using Ror.Domain.Annuaires;
using Ror.Domain.Commun;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>What one object of a file came to: an entity, an établissement, or why it is neither.</summary>
/// <param name="Ligne">Number of the line in a flat file; rank of the <c>pmej</c>, from 1, in a JSON: its établissements have the same.</param>
/// <param name="Etablissement">One that closes, or the entity that does, may lack what an open one must have: only its number and its day are sure.</param>
/// <param name="Faute">Why the object is refused. Null, and the two before it too, where something is only told.</param>
/// <param name="Signalements">What of it was left out or looks wrong; it is read all the same.</param>
internal sealed record ObjetFiness(int Ligne, EntiteNationale? Entite, EtablissementNational? Etablissement, Erreur? Faute, IReadOnlyList<Erreur> Signalements)
{
    public static ObjetFiness Refuse(int ligne, Erreur faute) => new(ligne, null, null, faute, []);

    public static ObjetFiness Dit(int ligne, Erreur signalement) => new(ligne, null, null, null, [signalement]);
}

/// <summary>Texts of a legal entity, cleaned but not judged.</summary>
internal sealed record EntiteBrute
{
    public required string? Finess { get; init; }

    public string? NomLong { get; init; }

    public string? Nom { get; init; }

    public string? Statut { get; init; }

    public string? Siren { get; init; }

    public AdresseFiness? Adresse { get; init; }

    public bool EstFermee { get; init; }

    public DateOnly? FermeLe { get; init; }
}

/// <summary>Texts of an établissement, cleaned but not judged.</summary>
internal sealed record EtablissementBrut
{
    public required string? Finess { get; init; }

    public required string? FinessEntite { get; init; }

    public string? NomLong { get; init; }

    public string? Nom { get; init; }

    public string? Categorie { get; init; }

    public string? Siret { get; init; }

    public string? Espic { get; init; }

    public AdresseFiness? Adresse { get; init; }

    public bool EstFerme { get; init; }

    public DateOnly? FermeLe { get; init; }
}
