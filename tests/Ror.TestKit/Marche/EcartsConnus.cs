namespace Ror.TestKit.Marche;

/// <summary>
/// Where the service does otherwise than the page, and the walk goes on all the same: the only place. Each has its own failing or named test, or its
/// sentence in the report; removing one here makes the walk say it again.
/// </summary>
public static class EcartsConnus
{
    /// <summary>Contract, rule 2: 404 is checked before 428; restoring a version that is not there, without If-Match, is answered 428.</summary>
    public static readonly Verdict VersionInconnueSansIfMatch = new(428, "version.requise");

    /// <summary>
    /// H8: "under a definitive one only deleted or transferred". An EG closed for a time, above a level closed for good, makes the Brouillons editable
    /// again: <c>BrouillonsSousFermetureDefinitiveTests</c>.
    /// </summary>
    public static bool BrouillonRenduModifiable(NoeudModele brouillon) => brouillon.Eg.Statut == StatutNoeud.FermeeTemporairement;

    /// <summary>
    /// "executed that day": what came due while nobody was there is carried out in another order than that of the days
    /// (<c>FermeturesEnRetardTests</c>). So the days of the walk pass one by one.
    /// </summary>
    public const int JoursDUnCoup = 1;

    /// <summary>
    /// Contract, rule 2: 409 is checked before 422; moving an offer closed for good to a structure that nobody has, or to a Pole, is 422
    /// (<c>OrdreDesRefusTests</c>).
    /// </summary>
    public static Verdict? DestinationAvantEtat(NoeudModele? destination) =>
        destination is null ? new(422, "transfert.destination-introuvable", Verdict.Plusieurs) : PoleCommeDestination(destination);

    /// <summary>H1 makes every wrong parent a 409; a Pole as destination of a transfer is refused as a value outside the list, 422.</summary>
    public static Verdict? PoleCommeDestination(NoeudModele destination) =>
        destination.Genre == GenreNoeud.Pole ? new(422, Verdict.Plusieurs, "texte.hors-liste") : null;
}
