using Ror.Domain.Annuaires;
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

    public static Professionnel Creer(Guid id, FicheProfessionnel fiche, DateOnly donneesDu, DateTime instant, DateTime? verifieLe = null) => new()
    {
        Id = id,
        Rpps = fiche.Rpps,
        Fiche = fiche,
        NombreSituations = fiche.Situations.Count,
        DonneesDu = donneesDu,
        VerifieLe = verifieLe,
        CreeLe = instant,
        ModifieLe = instant,
    };

    /// <summary>What health insurance says of the exercise in a structure, whatever the profession there; of what it does not say, what is known stays.</summary>
    /// <param name="datee">The source says the day; otherwise a day alone changes nothing.</param>
    /// <returns>Whether it changes something.</returns>
    public Resultat<bool> Conventionner(string structure, Conventionnement conventionnement, DateTime instant, bool datee = true)
    {
        var visees = Fiche.Situations.Where(s => s.Structure == structure).ToList();
        if (visees.Count == 0)
        {
            return RapprochementErreurs.SituationInconnue.Avec(Rpps, structure);
        }

        if (visees.Max(s => s.Conventionnement?.Le) is { } connue && connue > conventionnement.Le)
        {
            return RapprochementErreurs.PlusAncien.Avec(connue);
        }

        bool Change(SituationExercice s) => s.Structure == structure && (datee || s.Conventionnement is not { } connu || conventionnement.DitAutreChoseQue(connu));
        var apres = Fiche with { Situations = Fiche.Situations.Select(s => Change(s) ? s with { Conventionnement = conventionnement.Completer(s.Conventionnement) } : s).EnListe() };
        var change = apres != Fiche;
        if (change)
        {
            Fiche = apres;
            Toucher(instant);
        }

        return change;
    }

    /// <summary>What the national directory says now.</summary>
    /// <param name="verifieLe">It was asked about this person alone.</param>
    /// <returns>Whether it changes something.</returns>
    public bool Actualiser(FicheProfessionnel fiche, DateOnly donneesDu, DateTime instant, DateTime? verifieLe = null)
    {
        VerifieLe = verifieLe ?? VerifieLe;
        if (fiche == Fiche)
        {
            return false;
        }

        (Fiche, NombreSituations, DonneesDu) = (fiche, fiche.Situations.Count, donneesDu);
        Toucher(instant);
        return true;
    }
}
