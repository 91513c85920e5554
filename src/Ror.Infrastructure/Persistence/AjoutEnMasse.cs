using Ror.Application.Anomalies;
using Ror.Application.Commun;
using Ror.Application.Diffusion;
using Ror.Domain.Commun;
using Ror.Domain.Structures;

namespace Ror.Infrastructure.Persistence;

/// <summary>Rows of new objects, table by table, parents first, and the audit of all that the act touched.</summary>
internal sealed class AjoutEnMasse(RorDbContext db, IUniteDeTravail travail, IMoteur moteur, IProjection projection, ISuiteDesImports suite, TimeProvider horloge) : IAjoutEnMasse
{
    public async Task AjouterAsync(Nouveautes nouveautes, string acte, string auteur, CancellationToken ct)
    {
        await suite.ConclureAsync(nouveautes.Modifies, ct);

        // What is tracked is followed before an engine saves it along with the new rows.
        await travail.ExecuterAsync(() => Task.FromResult(true), _ => true, ct);
        var instant = horloge.Instant();
        await moteur.InsererAsync(db, nouveautes.EntitesJuridiques, ct);
        await moteur.InsererAsync(db, nouveautes.EntitesGeographiques.Select(e => e.EntiteGeographique), ct);
        await moteur.InsererAsync(db, nouveautes.Professionnels, ct);
        await moteur.InsererAsync(db, nouveautes.Offres, ct);
        await moteur.InsererAsync(db, nouveautes.Tous.Where(CodesDesObjets.EnPorte).Select(CodesDesObjets.De), ct);
        await moteur.InsererAsync(db, nouveautes.Tous.Concat(nouveautes.Modifies).Select(o => new EvenementAudit(horloge.NouvelId(), instant, auteur, acte, Type(o), o.Id, o.Version, null, null)), ct);
        projection.Publier(nouveautes.EntitesJuridiques, nouveautes.EntitesGeographiques);
    }

    private static string Type(Agregat objet) => objet is Noeud noeud ? noeud.Type.ToString() : objet.GetType().Name;
}
