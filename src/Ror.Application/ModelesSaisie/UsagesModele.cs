using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Application.ModelesSaisie;

public sealed record ConsulterUsagesModeleQuery(Guid Id) : IRequete<UsagesModele>;

/// <summary>What a version of a modèle is used for, at this moment.</summary>
/// <param name="OffresPubliees">Offers that the world reads under it.</param>
/// <param name="Brouillons">Drafts, and working copies of published offers.</param>
/// <param name="CodesJamaisChoisis">Allowed codes that none of these offers holds.</param>
/// <param name="CodesObsoletes">Codes that it names and that are no longer in force.</param>
public sealed record UsagesModele(string Reference, StatutModele Statut, int OffresPubliees, int Brouillons, IReadOnlyList<CodesDuChamp> CodesJamaisChoisis, IReadOnlyList<CodesDeLaListe> CodesObsoletes)
    : IVersionnee
{
    long IVersionnee.Version => 0;
}

public sealed record CodesDuChamp(string Section, string Champ, string Libelle, IReadOnlyList<CodeLu> Codes);

/// <param name="Liste">Short name of the value set: <c>J19</c>.</param>
public sealed record CodesDeLaListe(string Liste, IReadOnlyList<CodeLu> Codes);

internal sealed class ConsulterUsagesModeleHandler(ISaisieDb db, IModelesSaisie modeles, IReferentiels referentiels, TimeProvider horloge) : IRequestHandler<ConsulterUsagesModeleQuery, Resultat<UsagesModele>>
{
    public async Task<Resultat<UsagesModele>> Handle(ConsulterUsagesModeleQuery request, CancellationToken cancellationToken)
    {
        if (await modeles.TrouverAsync(request.Id, cancellationToken) is not { } modele)
        {
            return ModeleErreurs.Introuvable.Avec();
        }

        // Fields of one list are told apart: the contents say which of them holds a code.
        var bornes = modele.Regles.Select(r => (Regle: r, Champ: Contradictions.ChampDe(r)!)).Where(r => r.Regle.CodesAutorises is not null && r.Champ?.Nomenclature is not null).ToList();
        var choisis = new HashSet<(string Section, string Champ, CodeNos Code)>();
        var (publiees, brouillons) = (0, 0);
        var offres = from c in db.CodesDesObjets.AsNoTracking()
                     where c.ModeleSaisi == modele.Reference || c.ModelePublie == modele.Reference
                     join o in db.Offres.AsNoTracking() on c.Id equals o.Id
                     select new { c.ModeleSaisi, c.ModelePublie, o.Contenu, o.Publie };
        await foreach (var offre in offres.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            publiees += Retenir(offre.ModelePublie, offre.Publie);
            brouillons += Retenir(offre.ModeleSaisi, offre.Contenu);
        }

        return new UsagesModele(
            modele.Reference,
            modele.Statut,
            publiees,
            brouillons,
            [
                .. from borne in bornes
                   let jamais = borne.Regle.CodesAutorises!.Where(c => !choisis.Contains((borne.Regle.Section, borne.Regle.Champ, c))).ToList()
                   where jamais.Count > 0
                   select new CodesDuChamp(borne.Regle.Section, borne.Regle.Champ, borne.Champ.Libelle, Lire(borne.Champ.Nomenclature!, jamais)),
            ],
            [.. CodesObsoletes.De(modele, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant())).GroupBy(c => c.Liste).Select(g => new CodesDeLaListe(g.Key, Lire(g.Key, g.Select(c => c.Code))))]);

        int Retenir(string? reference, ContenuOffre? contenu)
        {
            if (reference != modele.Reference || contenu is null)
            {
                return 0;
            }

            choisis.UnionWith(from borne in bornes
                              where LesSections.DeCle(borne.Regle.Section).Lire(contenu) is not null
                              from code in CodesEmployes.De([borne.Champ], LesSections.DeCle(borne.Regle.Section).Lire(contenu)!)
                              where code.Liste == borne.Champ.Nomenclature
                              select (borne.Regle.Section, borne.Regle.Champ, referentiels.Nomenclatures[code.Liste].Reduire(code.Code)));
            return 1;
        }
    }

    private List<CodeLu> Lire(string liste, IEnumerable<CodeNos> codes) =>
        [.. codes.Select(c => referentiels.Nomenclatures[liste].Trouver(c) is { } entree ? LectureNomenclatures.De(entree) : new(c.Code, c.Code, c.Systeme ?? referentiels.Nomenclatures[liste].Url))];
}
