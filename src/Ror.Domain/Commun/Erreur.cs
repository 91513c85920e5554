namespace Ror.Domain.Commun;

/// <summary>One occurrence of an error. Errors accumulate; exceptions are for bugs.</summary>
public sealed record Erreur(TypeErreur Type)
{
    public IReadOnlyList<object> Arguments { get; init; } = [];

    /// <summary>Key of the section at fault (<c>patientele</c>), when there is one.</summary>
    public string? Section { get; init; }

    /// <summary>JSON Pointer into that section, or into the body when there is no section.</summary>
    public string? Champ { get; init; }

    /// <summary>Codes or values that would have been accepted, when they are few.</summary>
    public IReadOnlyList<string>? ValeursAdmises { get; init; }

    /// <summary>Machine-readable facts of the occurrence, served beside the message (state, action, rule …).</summary>
    public IReadOnlyDictionary<string, object> Precisions { get; init; } = new Dictionary<string, object>();

    public string Message(bool enAnglais = false) => Type.Message(enAnglais, Arguments);

    public override string ToString() => $"{Type.Code} {Section}{Champ} {Message()}";
}
