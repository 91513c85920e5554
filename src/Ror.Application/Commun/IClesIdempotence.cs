namespace Ror.Application.Commun;

/// <summary>An answer kept under an <c>Idempotency-Key</c>, to be given again to the letter.</summary>
public sealed record ReponseGardee(int Statut, IReadOnlyDictionary<string, string> Entetes, byte[] Corps);

/// <summary>Who repeats what: the key is the caller's, on one method and path.</summary>
public sealed record CleIdempotence(string Appelant, string Methode, string Chemin, string Cle);

/// <param name="CorpsDifferent">The key was used with another body.</param>
public sealed record IssueIdempotente(ReponseGardee? Reponse, bool Rejouee, bool CorpsDifferent);

/// <summary>Runs an effect once per key (contract, rule 4).</summary>
public interface IClesIdempotence
{
    /// <summary>
    /// Inserts the key first, in the transaction of the effect; a parallel repeat waits on the unique index and replays. A refusal is not kept.
    /// </summary>
    /// <param name="empreinte">SHA-256 of the body.</param>
    Task<IssueIdempotente> ExecuterAsync(CleIdempotence cle, string empreinte, Func<Task<ReponseGardee>> effet, CancellationToken ct);
}

/// <summary>Keys kept in the database, so that what they sign survives restarts and holds on every node.</summary>
public interface ISecrets
{
    /// <summary>The secret of that name, made on first use.</summary>
    byte[] Obtenir(string nom, Func<byte[]> creer);
}
