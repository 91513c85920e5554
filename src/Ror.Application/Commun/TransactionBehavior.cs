using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Application.Commun;

/// <summary>One transaction per command: the effect and its audit line are saved together, or not at all.</summary>
internal sealed class TransactionBehavior<TCommande>(IUniteDeTravail travail, ISaisieDb db, IAppelant appelant, TimeProvider horloge)
    : IPipelineBehavior<TCommande, Resultat<Ecriture>>
    where TCommande : ICommande
{
    private static readonly string Acte = typeof(TCommande).Name.Split("Command")[0] + string.Concat(typeof(TCommande).GetGenericArguments().Select(section => section.Name));

    public async Task<Resultat<Ecriture>> Handle(TCommande request, CancellationToken cancellationToken, RequestHandlerDelegate<Resultat<Ecriture>> next)
    {
        using var trace = Traces.Source.StartActivity(Acte);
        try
        {
            return await travail.ExecuterAsync(() => Auditer(next), reponse => reponse is { EstSucces: true, Valeur.Simulee: false }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two writers passed the version check at once: the second is told what it would have been told a moment later.
            return RequeteErreurs.VersionPerimee.Avec();
        }
        catch (DoublonException)
        {
            return StructureErreurs.DejaIdentifiee.Sur("/idNatStruct");
        }
    }

    private async Task<Resultat<Ecriture>> Auditer(RequestHandlerDelegate<Resultat<Ecriture>> next)
    {
        var reponse = await next();
        if (reponse is { EstSucces: true, Valeur.AChange: true })
        {
            var (type, id, version, _, _) = reponse.Valeur;
            Auditer(type.ToString(), id, version);
            foreach (var (autre, sienne) in reponse.Valeur.Aussi)
            {
                Auditer(type.ToString(), autre, sienne);
            }

            foreach (var noeud in reponse.Valeur.Effets.Where(e => e.Touche).Select(e => e.Noeud).Where(n => n.Id != id))
            {
                Auditer(noeud.Type.ToString(), noeud.Id, noeud.Version);
            }
        }

        return reponse;
    }

    private void Auditer(string type, Guid id, long version) =>
        db.Audit.Add(new(horloge.NouvelId(), horloge.Instant(), appelant.Sujet, Acte, type, id, version, appelant.Origine, appelant.TraceId));
}
