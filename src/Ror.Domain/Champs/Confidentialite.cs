namespace Ror.Domain.Champs;

/// <summary>Which rule of the access policy hides a field from published reads.</summary>
public enum Confidentialite
{
    /// <summary>Everyone who sees the offer.</summary>
    Publique,

    /// <summary>Specific acts, specialisations, resource professions, specific competences.</summary>
    ActesEtCompetences,

    /// <summary>Each contact and telecom by its own level.</summary>
    ParNiveau,

    /// <summary>Regulation and crisis management: ORSAN level, helipad.</summary>
    Crise,
}
