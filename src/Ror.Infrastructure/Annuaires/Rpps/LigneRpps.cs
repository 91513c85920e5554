using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Professionnels;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Annuaires.Rpps;

/// <summary>One line of the extract of activities: a person, one profession of theirs with at most one know-how, and at most one structure.</summary>
internal sealed record LigneRpps
{
    public required int Numero { get; init; }

    public required string Rpps { get; init; }

    public string? Civilite { get; init; }

    public string? CiviliteExercice { get; init; }

    public required string Nom { get; init; }

    public string? Prenom { get; init; }

    public required CodeNos Profession { get; init; }

    public string? Categorie { get; init; }

    public SavoirFaire? SavoirFaire { get; init; }

    public string? Mode { get; init; }

    /// <summary>Null for a person without activity, or when nothing identifies the structure.</summary>
    public SituationExercice? Situation { get; init; }

    /// <summary>Key of the structure: idNat_Struct where one can be made, else the technical identifier.</summary>
    public string? Structure => Situation?.Structure;

    /// <summary>Of the legal entity; null for most practices.</summary>
    public string? FinessJuridique { get; init; }

    public string? Siren { get; init; }

    /// <summary>What could not be used, and does not prevent the rest: identifiers of the structure.</summary>
    public Liste<Erreur> Remarques { get; init; } = Liste<Erreur>.Vide;

    /// <summary>The structure, read from the line when asked for; null when its idNat_Struct is not known.</summary>
    public FicheEntiteGeographique? FicheStructure() => Source.Interprete.Structure(Source.Ligne, Structure);

    internal required (InterpreteRpps Interprete, string Ligne) Source { private get; init; }
}

/// <summary>One of the two.</summary>
internal readonly record struct LectureRpps(LigneRpps? Ligne, Erreur? Faute);
