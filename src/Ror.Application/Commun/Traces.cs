using System.Diagnostics;

namespace Ror.Application.Commun;

/// <summary>Spans of the service itself: one per write, named after the act.</summary>
public static class Traces
{
    public const string Nom = "Ror.Api";

    internal static ActivitySource Source { get; } = new(Nom);
}
