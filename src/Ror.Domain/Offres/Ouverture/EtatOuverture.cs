namespace Ror.Domain.Offres.Ouverture;

/// <summary>Open at an instant? All instants are UTC.</summary>
/// <param name="Jusqua">End of the present opening; null when it is closed, or never closes.</param>
/// <param name="ProchaineOuverture">First instant after the one asked about at which it goes from closed to open; null when there is none ever.</param>
public sealed record EtatOuverture(bool Ouverte, DateTime? Jusqua, DateTime? ProchaineOuverture)
{
    public static readonly EtatOuverture Fermee = new(false, null, null);
}
