namespace Ror.Infrastructure.Demarrage;

/// <summary>The configuration, or the state of the database, forbids to start; each message is one sentence that the operator reads.</summary>
public sealed class DemarrageImpossibleException(params IReadOnlyList<string> fautes) : Exception(string.Join(Environment.NewLine, fautes));
