using MediatR;
using Ror.Application.Commun;
using Ror.Application.Lieux.Capacites;
using Ror.Domain.Commun;

namespace Ror.Api.Http;

/// <summary>What a write of figures of many lieux did.</summary>
/// <param name="Acceptes">Lieux whose figures were taken.</param>
/// <param name="Refuses">Lieux whose figures were refused; none unless they were asked to be taken lieu by lieu.</param>
/// <param name="Elements">One per row of the request, in its order.</param>
public sealed record EcrituresCapacites(int Acceptes, int Refuses, IReadOnlyList<EcritureLieu> Elements, IReadOnlyList<ErreurLue>? Avertissements);

/// <param name="LieuId">Absent when none is found.</param>
/// <param name="Modifies">Figures that are new or say something else.</param>
/// <param name="Statut">200, or the status that a write of this lieu alone would have.</param>
/// <param name="Nombre">With 412, how many lieux bear the external id.</param>
/// <param name="Erreurs">Pointers into the row.</param>
public sealed record EcritureLieu(int Rang, Guid? LieuId, int Statut, int Modifies, int? Nombre, IReadOnlyList<ErreurLue>? Erreurs);

/// <summary>Writes of figures: no <c>If-Match</c>, the date of each measure orders them.</summary>
internal sealed class EcritureCapacitesHttp(IMediator mediator, IUniteDeTravail travail, IAppelant appelant, JsonFil json)
{
    private const string Rangee = "/lieux/0";

    public async Task<IResult> UnLieu(Corps<Mesures> corps, Func<Mesures, EcrireCapacitesCommand> commande, CancellationToken ct)
    {
        var lu = await corps.LireAsync(ct);
        if (!lu.EstSucces)
        {
            return new Probleme(lu.Erreurs);
        }

        // The answer is what this write left, whatever the others do the moment after.
        var (erreurs, reponse) = await travail.ExecuterAsync<(IReadOnlyList<Erreur>, Reponse?)>(
            async () =>
            {
                var ecrit = await mediator.Send(commande(lu.Valeur.Valeur), ct);
                return ecrit.EstSucces ? ([], Representer(ecrit.Valeur, (await mediator.Send(new ConsulterCapacitesLieuQuery(ecrit.Valeur.ObjetId), ct)).Valeur)) : (ecrit.Erreurs, null);
            },
            issue => issue.Item2 is not null,
            ct);
        return reponse is not null ? reponse : new Probleme([.. erreurs.Select(Seule)]);
    }

    public async Task<IResult> DesLieux(Corps<MesuresDeLieux> corps, Func<MesuresDeLieux, EcrireCapacitesCommand> commande, CancellationToken ct)
    {
        var lu = await corps.LireAsync(ct);
        if (!lu.EstSucces)
        {
            return new Probleme(lu.Erreurs);
        }

        var ecrit = await mediator.Send(commande(lu.Valeur.Valeur), ct);
        if (!ecrit.EstSucces)
        {
            return new Probleme(ecrit.Erreurs);
        }

        var elements = ecrit.Valeur.Issues.Select(i => new EcritureLieu(i.Rang, i.LieuId, Statut(i.Erreurs), i.Modifies, Nombre(i.Erreurs), i.Erreurs.Count == 0 ? null : Lire(i.Erreurs))).ToList();
        return Reponse.De(new EcrituresCapacites(elements.Count(e => e.Erreurs is null), elements.Count(e => e.Erreurs is not null), elements, Avertissements(ecrit.Valeur)), json);
    }

    private Reponse Representer(Ecriture ecrit, CapacitesLues lues) => Reponse.De(lues with { Avertissements = Avertissements(ecrit) }, json, lues.Version, etiquetee: lues);

    // Of a lieu that its path names, the row is not told.
    private static Erreur Seule(Erreur erreur) => erreur switch
    {
        { Champ: Rangee + "/lieu" or Rangee + "/lieuExterne" } => erreur with { Champ = null },
        { Champ: { } champ } when champ.StartsWith(Rangee, StringComparison.Ordinal) => erreur with { Champ = champ[Rangee.Length..] },
        _ => erreur,
    };

    private static int Statut(IReadOnlyList<Erreur> erreurs) => erreurs.Count == 0 ? StatusCodes.Status200OK : erreurs.Min(e => e.Type.Nature.Statut());

    private static int? Nombre(IReadOnlyList<Erreur> erreurs) => erreurs.Select(e => e.Precisions.GetValueOrDefault("nombre")).OfType<int>().Cast<int?>().FirstOrDefault();

    private IReadOnlyList<ErreurLue>? Avertissements(Ecriture ecrit) => ecrit.Avertissements.Count == 0 ? null : Lire(ecrit.Avertissements);

    private List<ErreurLue> Lire(IEnumerable<Erreur> erreurs) => [.. erreurs.Select(e => ErreurLue.De(e, appelant.EnAnglais))];
}
