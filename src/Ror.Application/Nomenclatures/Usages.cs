using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Champs;
using Ror.Domain.ModelesSaisie;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Application.Nomenclatures;

/// <summary>Who uses the codes of a list, counted at this moment.</summary>
public sealed class Usages(ISaisieDb db, IReferentiels referentiels)
{
    private const int ExemplesMax = 20;

    /// <summary>By codes as this version of the list writes them; those that nothing uses are absent.</summary>
    public async Task<IReadOnlyDictionary<CodeNos, UsagesCode>> DeListeAsync(JeuDeValeurs version, CancellationToken ct)
    {
        var liste = version.Nom;
        var comptes = new Dictionary<CodeNos, Compte>();
        var prefixe = CodesDUnObjet.Prefixe(liste);
        var objets = db.CodesDesObjets.AsNoTracking().Where(c => c.Saisie!.Contains(prefixe) || c.Publies!.Contains(prefixe)).OrderBy(c => c.Id);
        await foreach (var objet in objets.AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var code in CodesDUnObjet.Lire(objet.Publies, liste))
            {
                De(code).Ajouter(objet, publie: true);
            }

            foreach (var code in CodesDUnObjet.Lire(objet.Saisie, liste))
            {
                De(code).Ajouter(objet, publie: false);
            }
        }

        foreach (var modele in referentiels.Modeles.Tous)
        {
            foreach (var code in DuModele(modele).Where(c => c.Liste == liste).Select(c => c.Code).Distinct())
            {
                De(code).Modeles.Add(modele.Reference);
            }
        }

        return comptes.ToDictionary(c => c.Key, c => c.Value.Lire());

        // Whether a code is kept with its system depends on the version that it was entered under.
        Compte De(CodeNos employe)
        {
            var code = version.Trouver(employe) is { } entree ? version.CodeDe(entree) : employe;
            return comptes.TryGetValue(code, out var compte) ? compte : comptes[code] = new();
        }
    }

    /// <summary>Offers and structures that hold that code, by id.</summary>
    public async Task<Tranche<ObjetEmployeur>> DuCodeAsync(JeuDeValeurs version, EntreeNomenclature entree, Page page, CancellationToken ct)
    {
        var (motif, complet) = (CodesDUnObjet.Motif(version.Nom, version.CodeDe(entree)), CodesDUnObjet.Motif(version.Nom, new(entree.Code, entree.Systeme)));
        var objets = db.CodesDesObjets.AsNoTracking().Where(c => c.Saisie!.Contains(motif) || c.Publies!.Contains(motif) || c.Saisie!.Contains(complet) || c.Publies!.Contains(complet));
        int? total = page.AvecTotal ? await objets.CountAsync(ct) : null;
        objets = page.Apres is { } apres ? objets.Where(c => c.Id > apres) : objets;
        var lus = await objets.OrderBy(c => c.Id).Take(page.Limite + 1)
            .Select(c => new ObjetEmployeur(c.Id, c.Type, c.Identifiant, c.Publies!.Contains(motif) || c.Publies!.Contains(complet), c.Saisie!.Contains(motif) || c.Saisie!.Contains(complet))).ToListAsync(ct);
        return Tranche<ObjetEmployeur>.De(lus, page, o => o.Id, total);
    }

    internal static IEnumerable<(string Liste, CodeNos Code)> DuModele(ModeleSaisie modele)
    {
        var contexte = CodesEmployes.De(ContexteModele.Champs, modele.Contexte).Select(c => (c.Liste, c.Code));
        return contexte.Concat(modele.Regles.SelectMany(DeLaRegle));
    }

    private static IEnumerable<(string Liste, CodeNos Code)> DeLaRegle(RegleChamp regle)
    {
        var description = LesSections.Toutes.FirstOrDefault(s => s.Cle == regle.Section);
        var champ = description?.Champs.FirstOrDefault(c => c.Nom == regle.Champ);
        var directs = champ is null || regle.ParDefaut is null ? [] : CodesEmployes.De([champ], champ.Ecrire(description!.Vide, regle.ParDefaut)).Select(c => (c.Liste, c.Code));
        return directs.Concat(champ?.Nomenclature is not { } liste ? [] : (regle.CodesAutorises ?? []).Select(c => (liste, c)))
            .Concat((regle.Familles ?? []).SelectMany(f => f.Familles.Select(famille => ("J51", new CodeNos(famille))).Prepend(("J17", new CodeNos(f.Activite)))));
    }

    private sealed class Compte
    {
        private readonly List<string> _exemples = [];
        private int _publiees;
        private int _brouillons;
        private int _structures;

        public List<string> Modeles { get; } = [];

        public void Ajouter(CodesDUnObjet objet, bool publie)
        {
            _ = (objet.Type, publie) switch
            {
                (TypeNoeud.Offre, true) => _publiees++,
                (TypeNoeud.Offre, false) => _brouillons++,
                _ => _structures++,
            };
            if (_exemples.Count < ExemplesMax && !_exemples.Contains(objet.Identifiant))
            {
                _exemples.Add(objet.Identifiant);
            }
        }

        public UsagesCode Lire() => new(_publiees, _brouillons, _structures, Modeles, _exemples);
    }
}
