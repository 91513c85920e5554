namespace Ror.TestKit.Marche;

/// <summary>
/// Where the service does otherwise than the page, and the walk goes on all the same: the only place. Each has its own failing or named test, or its
/// sentence in the report; removing one here makes the walk say it again.
/// </summary>
internal static class EcartsConnus
{
    /// <summary>H1 makes every wrong parent a 409; a Pole as destination of a transfer is refused as a value outside the list, 422.</summary>
    public static Verdict? PoleCommeDestination(NoeudModele destination) =>
        destination.Genre == GenreNoeud.Pole ? new(422, "contenu.invalide", "texte.hors-liste") : null;
}
