using Microsoft.EntityFrameworkCore;
using Ror.Application.Commun;
using Ror.Domain.Commun;
using Ror.Domain.Diffusion;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Application.Diffusion;

/// <summary>Compares what is published with what is to be; writes the rows that differ, and tells what happened to each.</summary>
/// <param name="acteurs">Objects that the act itself changed; the others change because of a structure above them.</param>
internal sealed class EcrituresPubliees(IDiffusionDb diffusion, DateTime instant, HashSet<Guid> acteurs)
{
    private readonly List<Publication> _faites = [];
    private readonly HashSet<Guid> _touches = [];

    public IReadOnlyList<Publication> Faites => _faites;

    /// <summary>Has this structure changed in what offers tell of it?</summary>
    public bool ATouche(Guid id) => _touches.Contains(id);

    /// <summary>What is published of a structure that was not, and has nothing below it.</summary>
    public static Publication DUneNouvelle(StructureEnPlace structure, DateTime instant)
    {
        var ligne = StructurePubliee.De(structure.Id, structure.Type, structure.Identifiant);
        ligne.Ecrire(structure.Etat);
        return new(EntreeJournal.De(NatureChangement.Publication, structure.Type, ligne, structure.Identifiant, instant, null, Changements.Emplacement(structure.Etat), [], null), ligne, EnMasse: true);
    }

    /// <returns>Does it change what is published below?</returns>
    public async Task<bool> Structures(IReadOnlyList<StructureEnPlace> enPlace, CancellationToken ct)
    {
        var ids = enPlace.Select(s => s.Id).ToList();
        var lignes = await diffusion.StructuresPubliees.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var dessous = false;
        foreach (var structure in enPlace)
        {
            var ligne = lignes.GetValueOrDefault(structure.Id);
            var avant = ligne is null or { Sequence: 0 } ? null : ligne.Etat;
            if (avant == structure.Etat)
            {
                continue;
            }

            ligne ??= diffusion.StructuresPubliees.Add(StructurePubliee.De(structure.Id, structure.Type, structure.Identifiant)).Entity;
            ligne.Ecrire(structure.Etat);
            // There is nothing below a new one.
            if (avant is not null && SansFiche(avant) != SansFiche(structure.Etat))
            {
                dessous = true;
                _touches.Add(structure.Id);
            }

            var origine = Origine(avant?.Fermeture, structure.Etat.Fermeture);
            var cause = acteurs.Contains(structure.Id)
                ? enPlace.FirstOrDefault(s => s.Id == origine && s.Id != structure.Id)
                : enPlace.FirstOrDefault(s => s.Id != structure.Id && _touches.Contains(s.Id) && acteurs.Contains(s.Id));
            Noter(
                Changements.Nature(avant, structure.Etat),
                structure.Type,
                ligne,
                structure.Identifiant,
                avant is null ? null : Changements.Emplacement(avant),
                Changements.Emplacement(structure.Etat),
                avant is null ? [] : Changements.Champs(avant, structure.Etat),
                cause is null ? null : new(cause.Type, cause.Id, cause.Identifiant, cause.Etat.Nom));
        }

        return dessous;
    }

    /// <summary>Offers that became sensitive units, or no longer are: others may name them as their successors.</summary>
    public HashSet<IdentifiantRegional> Bascules { get; } = [];

    /// <summary>Ids of lieux whose offers are no longer what they were.</summary>
    public HashSet<Guid> LieuxTouches { get; } = [];

    public void Lieu(LieuRealisationOffre lieu, EtatLieuPublie etat, LieuPublie? ligne, BranchePubliee branche)
    {
        var avant = ligne is null or { Sequence: 0 } ? null : ligne.Etat;
        if (avant == etat)
        {
            return;
        }

        ligne ??= diffusion.LieuxPublies.Add(LieuPublie.De(lieu.Id, lieu.Identifiant)).Entity;
        ligne.Ecrire(etat);
        Noter(
            Changements.Nature(avant, etat),
            TypeNoeud.LieuRealisationOffre,
            ligne,
            lieu.Identifiant.Valeur,
            avant is null ? null : Changements.Emplacement(avant),
            Changements.Emplacement(etat),
            avant is null ? [] : Changements.Champs(avant, etat),
            branche.Raison(acteurs.Contains(lieu.Id) ? id => id == Origine(avant?.Fermeture, etat.Fermeture) : _touches.Contains));
    }

    /// <param name="lireContenus">Published contents of the entry side.</param>
    /// <param name="lireSensibles">Those of them that are sensitive units.</param>
    /// <param name="lieux">Where each is delivered.</param>
    /// <param name="tout">Contents are compared even where the number of the version is the same.</param>
    public async Task Offres(
        BranchePubliee branche,
        IReadOnlyList<OffreEnPlaceLue> offres,
        Func<IReadOnlyCollection<Guid>, Task<Dictionary<Guid, ContenuOffre>>> lireContenus,
        Func<IReadOnlyCollection<IdentifiantRegional>, Task<HashSet<IdentifiantRegional>>> lireSensibles,
        ILookup<Guid, LieuRealisationOffre> lieux,
        bool tout,
        CancellationToken ct)
    {
        var lignes = await Lignes(branche.EntiteGeographiqueId, offres, ct);
        var aLire = offres.Where(o => tout || lignes.GetValueOrDefault(o.Id)?.NumeroVersion != o.NumeroVersion).Select(o => o.Id).ToHashSet();
        var contenus = aLire.Count == 0 ? [] : await lireContenus(aLire);
        var publies = await Contenus(aLire, ct);
        var sensibles = await lireSensibles(
            [.. offres.SelectMany(o => new[] { o.Fermeture?.Successeur, o.FermeturePrevue?.Successeur }).Select(IdentifiantRegional.Lire).OfType<IdentifiantRegional>().Distinct()]);
        foreach (var offre in offres)
        {
            Ecrire(branche, offre, sensibles, lieux[offre.Id].Select(LieuNomme.De).EnListe(), lignes.GetValueOrDefault(offre.Id), contenus.TryGetValue(offre.Id, out var saisi) ? Domain.Diffusion.Publication.Publiable(saisi) : null, publies.GetValueOrDefault(offre.Id));
        }
    }

    private void Ecrire(BranchePubliee branche, OffreEnPlaceLue offre, HashSet<IdentifiantRegional> sensibles, Liste<LieuNomme> lieux, OffrePubliee? ligne, ContenuOffre? contenu, ContenuPublie? publie)
    {
        var informations = contenu?.InformationsGenerales;
        var etat = branche.Etat(
            offre,
            informations?.ChampActivite!.Code ?? ligne!.ChampActivite,
            informations is null ? ligne!.UniteSensible : informations.UniteSensible is true,
            sensibles,
            lieux,
            contenu is null ? ligne!.AdresseEtablissement is not null : contenu.Adresse is null);
        var avant = ligne is null or { Sequence: 0 } ? null : ligne.Etat;
        var change = contenu is not null && contenu != publie?.Contenu;
        if (avant == etat && !change)
        {
            return;
        }

        var ancien = publie?.Contenu ?? ContenuOffre.Vide;
        if (change && publie is null)
        {
            diffusion.ContenusPublies.Add(ContenuPublie.De(offre.Id, contenu!));
        }
        else if (change)
        {
            publie!.Ecrire(contenu!);
        }

        if (avant is not null && avant.UniteSensible != etat.UniteSensible)
        {
            Bascules.Add(offre.Identifiant);
        }

        LieuxTouches.UnionWith(lieux.Concat(avant?.Lieux ?? []).Select(l => l.Id));
        ligne ??= diffusion.OffresPubliees.Add(OffrePubliee.De(offre.Id, offre.Identifiant)).Entity;
        ligne.Ecrire(etat);
        Noter(
            Changements.Nature(avant, etat),
            TypeNoeud.Offre,
            ligne,
            offre.Identifiant.Valeur,
            avant is null ? null : Changements.Emplacement(avant),
            Changements.Emplacement(etat),
            avant is null ? [] : Changements.Champs(avant, etat, change ? (ancien, contenu!) : null),
            branche.Raison(offre, acteurs.Contains(offre.Id) ? id => id == Origine(avant?.Fermeture, etat.Fermeture) : _touches.Contains)
                ?? (acteurs.Contains(offre.Id) ? null : lieux.FirstOrDefault(l => acteurs.Contains(l.Id) && !l.UniteSensible) is { } lieu ? new(TypeNoeud.LieuRealisationOffre, lieu.Id, lieu.Identifiant, lieu.Nom) : null));
    }

    // The level whose closing came or went.
    private static Guid? Origine(Fermeture? avant, Fermeture? apres) => avant == apres ? null : (apres ?? avant)?.Cascade;

    public void Retirer(IReadOnlyList<OffrePubliee> offres, IReadOnlyList<ContenuPublie> contenus)
    {
        foreach (var offre in offres)
        {
            Noter(NatureChangement.Retrait, TypeNoeud.Offre, offre, offre.Identifiant.Valeur, Changements.Emplacement(offre.Etat), null, [], null);
        }

        diffusion.OffresPubliees.RemoveRange(offres);
        diffusion.ContenusPublies.RemoveRange(contenus);
    }

    public void Retirer(IReadOnlyList<StructurePubliee> structures)
    {
        foreach (var structure in structures)
        {
            Noter(NatureChangement.Retrait, structure.Type, structure, structure.Identifiant, Changements.Emplacement(structure.Etat), null, [], null);
        }

        diffusion.StructuresPubliees.RemoveRange(structures);
    }

    public void Retirer(IReadOnlyList<LieuPublie> lieux)
    {
        foreach (var lieu in lieux)
        {
            Noter(NatureChangement.Retrait, TypeNoeud.LieuRealisationOffre, lieu, lieu.Identifiant.Valeur, Changements.Emplacement(lieu.Etat), null, [], null);
        }

        diffusion.LieuxPublies.RemoveRange(lieux);
    }

    private void Noter(
        NatureChangement nature, TypeNoeud type, ObjetPublie objet, string identifiant, Emplacement? avant, Emplacement? apres, Liste<ChampModifie> champs, RaisonChangement? raison) =>
        _faites.Add(new(EntreeJournal.De(nature, type, objet, identifiant, instant, avant, apres, champs, raison), objet));

    // One that has just come from another établissement still has its row there.
    private async Task<Dictionary<Guid, OffrePubliee>> Lignes(Guid entiteGeographiqueId, IReadOnlyList<OffreEnPlaceLue> offres, CancellationToken ct)
    {
        if (offres.Count > 100)
        {
            await diffusion.OffresPubliees.Where(o => o.EntiteGeographiqueId == entiteGeographiqueId).LoadAsync(ct);
        }

        var connues = diffusion.OffresPubliees.Local.Select(o => o.Id).ToHashSet();
        foreach (var lot in offres.Select(o => o.Id).Where(id => !connues.Contains(id)).Chunk(500))
        {
            await diffusion.OffresPubliees.Where(o => lot.Contains(o.Id)).LoadAsync(ct);
        }

        return diffusion.OffresPubliees.Local.ToDictionary(o => o.Id);
    }

    private async Task<Dictionary<Guid, ContenuPublie>> Contenus(HashSet<Guid> ids, CancellationToken ct)
    {
        var lus = new Dictionary<Guid, ContenuPublie>();
        foreach (var lot in ids.Chunk(500))
        {
            foreach (var contenu in await diffusion.ContenusPublies.Where(c => lot.Contains(c.Id)).ToListAsync(ct))
            {
                lus[contenu.Id] = contenu;
            }
        }

        return lus;
    }

    // What offers and lower levels tell of a structure.
    private static EtatStructurePubliee SansFiche(EtatStructurePubliee etat) => etat with { FicheEntiteJuridique = null, FicheEntiteGeographique = null, FicheOrganisationInterne = null };
}
