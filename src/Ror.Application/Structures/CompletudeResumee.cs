namespace Ror.Application.Structures;

/// <summary>From the function that refuses.</summary>
public sealed record CompletudeResumee(int Obligatoires, int Renseignes, bool Complete);
