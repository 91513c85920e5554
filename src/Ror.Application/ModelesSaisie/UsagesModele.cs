using MediatR;
using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Application.Nomenclatures;
using Ror.Domain.Commun;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;

namespace Ror.Application.ModelesSaisie;

public sealed record ConsulterUsagesModeleQuery(Guid Id) : IRequete<UsagesModele>;

/// <summary>What a version of a modèle is used for, at this moment.</summary>
/// <param name="OffresPubliees">Offers that the world reads under it.</param>
/// <param name="Brouillons">Drafts, and working copies of published offers.</param>
/// <param name="CodesJamaisChoisis">Allowed codes that none of these offers holds.</param>
/// <param name="CodesObsoletes">Codes that it names and that are no longer in force.</param>
public sealed record UsagesModele(string Reference, StatutModele Statut, int OffresPubliees, int Brouillons, IReadOnlyList<CodesDuChamp> CodesJamaisChoisis, IReadOnlyList<CodesDeLaListe> CodesObsoletes);

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

        // Codes are told apart by list, not by field: two fields of one list share what is chosen.
        var listes = modele.Regles.Where(r => r.CodesAutorises is not null).Select(r => Contradictions.ChampDe(r)?.Nomenclature).OfType<string>().Distinct().ToList();
        var choisis = new HashSet<(string Liste, CodeNos Code)>();
        var (publiees, brouillons) = (0, 0);
        var objets = db.CodesDesObjets.AsNoTracking().Where(c => c.ModeleSaisi == modele.Reference || c.ModelePublie == modele.Reference);
        await foreach (var objet in objets.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            publiees += Retenir(objet.ModelePublie, objet.Publies);
            brouillons += Retenir(objet.ModeleSaisi, objet.Saisie);
        }

        return new UsagesModele(
            modele.Reference,
            modele.Statut,
            publiees,
            brouillons,
            [
                .. from regle in modele.Regles
                   let champ = Contradictions.ChampDe(regle)
                   let liste = champ?.Nomenclature
                   where liste is not null
                   let jamais = (regle.CodesAutorises ?? []).Where(c => !choisis.Contains((liste, c))).ToList()
                   where jamais.Count > 0
                   select new CodesDuChamp(regle.Section, regle.Champ, champ.Libelle, Lire(liste, jamais)),
            ],
            [.. CodesObsoletes.De(modele, referentiels.Nomenclatures, DateOnly.FromDateTime(horloge.Instant())).GroupBy(c => c.Liste).Select(g => new CodesDeLaListe(g.Key, Lire(g.Key, g.Select(c => c.Code))))]);

        int Retenir(string? reference, string? codes)
        {
            if (reference != modele.Reference)
            {
                return 0;
            }

            choisis.UnionWith(listes.SelectMany(liste => CodesDUnObjet.Lire(codes, liste).Select(code => (liste, referentiels.Nomenclatures[liste].Reduire(code)))));
            return 1;
        }
    }

    private List<CodeLu> Lire(string liste, IEnumerable<CodeNos> codes) =>
        [.. codes.Select(c => referentiels.Nomenclatures[liste].Trouver(c) is { } entree ? LectureNomenclatures.De(entree) : new(c.Code, c.Code, c.Systeme ?? referentiels.Nomenclatures[liste].Url))];
}
