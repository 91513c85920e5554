namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>The directory does not serve. The message is our own sentence: nothing of what was received, nothing of who was asked about.</summary>
/// <param name="passagere">Asking again may help.</param>
internal sealed class PanneAnnuaireException(string raison, bool passagere = false) : Exception(raison)
{
    public bool Passagere { get; } = passagere;
}
