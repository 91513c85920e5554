using Ror.Domain.Commun;

namespace Ror.Domain.Professionnels;

/// <summary>A health professional as the national directories know them (RPPS). Nobody enters or edits them here (RG_EXP_031).</summary>
public sealed class Professionnel : Agregat
{
    private Professionnel()
    {
    }

    /// <summary>Eleven digits.</summary>
    public string Rpps { get; private init; } = null!;

    public FicheProfessionnel Fiche { get; private set; } = null!;

    /// <summary>Day of the national data that changed this last.</summary>
    public DateOnly DonneesDu { get; private set; }

    /// <summary>UTC instant at which the directory was last asked about this person alone; null when it never was.</summary>
    public DateTime? VerifieLe { get; private set; }

    /// <summary>Situations in force.</summary>
    public int NombreSituations { get; private set; }

    public static Professionnel Creer(Guid id, FicheProfessionnel fiche, DateOnly donneesDu, DateTime instant) => new()
    {
        Id = id,
        Rpps = fiche.Rpps,
        Fiche = fiche,
        NombreSituations = fiche.Situations.Count,
        DonneesDu = donneesDu,
        CreeLe = instant,
        ModifieLe = instant,
    };

    /// <summary>What the national directory says now.</summary>
    public void Actualiser(FicheProfessionnel fiche, DateOnly donneesDu, DateTime instant)
    {
        if (fiche != Fiche)
        {
            (Fiche, NombreSituations, DonneesDu) = (fiche, fiche.Situations.Count, donneesDu);
            Toucher(instant);
        }
    }

    /// <summary>The directory was asked, and answered.</summary>
    public void Verifier(DateTime instant) => VerifieLe = instant;
}
