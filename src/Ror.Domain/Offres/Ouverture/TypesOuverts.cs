namespace Ror.Domain.Offres.Ouverture;

/// <summary>What each kind of row (J41) says of an opening (domain §7).</summary>
internal static class TypesOuverts
{
    public const string Fermeture = "08";

    private static readonly string[] Toujours = ["01", "02", "06", "07", "11"];

    // At home, by téléconsultation: nobody finds the door open.
    private static readonly string[] SurDemande = ["05", "10"];

    /// <param name="demande">Kind asked about; null for any that opens the door.</param>
    public static bool Ouvre(string type, string? demande) => demande is null ? Toujours.Contains(type) : type == demande && (Toujours.Contains(type) || SurDemande.Contains(type));
}
