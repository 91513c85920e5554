using Ror.TestKit.Marche;

namespace Ror.Api.Tests;

/// <summary>The acts of the walk, drawn by weight; each of them possible now, or not.</summary>
internal sealed class MarcheDArbreActes
{
    private const int OffresVivantes = 60;
    private const int UnitesVivantes = 24;
    private const int PolesVivants = 12;

    private static readonly GenreNoeud[] Genres = Enum.GetValues<GenreNoeud>();

    private readonly MarcheDArbreMonde _monde;
    private readonly MarcheDArbreJeu _jeu;
    private readonly Random _alea;
    private readonly (int Poids, Func<Task<bool>> Acte)[] _table;
    private readonly List<(GenreNoeud Genre, string Id)> _disparus = [.. Genres.Select(g => (g, Outils.Inconnu))];
    private int _noms;

    public MarcheDArbreActes(MarcheDArbreMonde monde, MarcheDArbreJeu jeu, Random alea)
    {
        (_monde, _jeu, _alea) = (monde, jeu, alea);
        _table =
        [
            (10, CreerOffreAsync), (8, CreerOrganisationAsync), (3, RenommerAsync),
            (14, ValiderEtapeAsync), (9, ModifierSectionAsync), (12, ValiderAsync), (4, AbandonnerAsync), (3, SupprimerAsync), (4, RestaurerAsync), (2, ChangerDeModeAsync),
            (16, FermerAsync), (13, RouvrirAsync), (3, AnnulerAsync), (4, SuccederAsync), (9, TransfererAsync), (2, InconnuAsync), (2, PasserAsync), (1, EtablissementAsync),
        ];
    }

    /// <summary>One act, of any kind that has something to act on.</summary>
    public async Task AgirAsync()
    {
        bool agi;
        do
        {
            var tirage = _alea.Next(_table.Sum(l => l.Poids));
            agi = await _table.First(l => (tirage -= l.Poids) < 0).Acte();
        }
        while (!agi);
    }

    // What is closed for good goes on being tried, not as often as it is there.
    private NoeudModele? Choisir(Func<NoeudModele, bool> voulu, Func<NoeudModele, bool>? surtout = null)
    {
        var vivants = _monde.Noeuds.Where(n => voulu(n) && (n.Statut != StatutNoeud.FermeeDefinitivement || _alea.Next(40) == 0)).ToList();
        var preferes = surtout is null || _alea.Next(10) < 3 ? [] : vivants.Where(surtout).ToList();
        return (preferes.Count, vivants.Count) switch
        {
            (0, 0) => null,
            (0, _) => vivants[_alea.Next(vivants.Count)],
            _ => preferes[_alea.Next(preferes.Count)],
        };
    }

    private NoeudModele? Offre(Func<NoeudModele, bool>? surtout = null) => Choisir(n => n.EstOffre, surtout);

    private int Vivants(GenreNoeud genre) => _monde.Noeuds.Count(n => n.Genre == genre && n.Statut != StatutNoeud.FermeeDefinitivement);

    private ContenuModele Contenu(NoeudModele offre, int etape) => etape switch
    {
        0 => offre.Travail with { Nom = $"Offre {++_noms}" },
        1 => offre.Travail,
        _ => offre.Travail with { AgeMin = _alea.Next(6) == 0 ? null : _alea.Next(15, 60) },
    };

    private async Task<bool> CreerOffreAsync()
    {
        var parent = Choisir(n => n.Genre is GenreNoeud.UniteFonctionnelle or GenreNoeud.EntiteGeographique, n => !n.EstFerme && (n.Genre == GenreNoeud.UniteFonctionnelle || !n.EstSanitaire));
        if (parent is null || Vivants(GenreNoeud.Offre) >= OffresVivantes)
        {
            return false;
        }

        var (champ, contenu) = (_alea.Next(12) > 0, new ContenuModele($"Offre {++_noms}", null));
        return await NaitreAsync(parent, GenreNoeud.Offre, "offres", contenu.Nom, MarcheDArbreCorps.Informations(parent.Eg.EstSanitaire, contenu.Nom, champ), ModeleOffres.Creer(parent, GenreNoeud.Offre, champ));
    }

    private async Task<bool> CreerOrganisationAsync()
    {
        var enfant = _alea.Next(2) == 0 ? GenreNoeud.UniteFonctionnelle : GenreNoeud.Pole;
        var (genre, vivants) = enfant == GenreNoeud.Pole ? (GenreNoeud.EntiteGeographique, PolesVivants) : (GenreNoeud.Pole, UnitesVivantes);
        var parent = Choisir(n => n.Genre == genre, n => !n.EstFerme && n.Eg.EstSanitaire);
        var verdict = parent is null ? null : ModeleOffres.Creer(parent, enfant, true);

        // Where there are enough of them, only what is refused is tried.
        if (parent is null || (!verdict!.EstRefus && Vivants(enfant) >= vivants))
        {
            return false;
        }

        var nom = $"Organisation {++_noms}";
        return await NaitreAsync(parent, enfant, enfant == GenreNoeud.Pole ? "poles" : "unites-fonctionnelles", nom, new { nom }, verdict);
    }

    private async Task<bool> NaitreAsync(NoeudModele parent, GenreNoeud genre, string collection, string nom, object corps, Verdict verdict)
    {
        if (await _jeu.JouerAsync(new($"créer {genre}", HttpMethod.Post, $"/{collection}", corps, Precondition: false), parent, () => verdict) is { } cree)
        {
            var ne = new NoeudModele(cree.Corps.Lu("id"), genre, parent, nom) { Identifiant = cree.Corps.Lu("identifiant") };
            parent.Enfants.Add(ne);
            await _monde.ComparerAsync(ne);
        }

        return true;
    }

    private async Task<bool> RenommerAsync()
    {
        var structure = Choisir(n => !n.EstOffre)!;
        var (nom, eg) = ($"Structure {++_noms}", structure.Genre == GenreNoeud.EntiteGeographique);
        object corps = eg ? MarcheDArbreCorps.Etablissement(structure.EstSanitaire, nom) : new { nom };
        await _jeu.JouerAsync(new("renommer", HttpMethod.Put, Corps: corps, AuReferent: eg), structure, () => ModeleOffres.Renommer(structure, nom));
        return true;
    }

    private async Task<bool> ValiderEtapeAsync()
    {
        if (Offre(n => n.Statut == StatutNoeud.Brouillon && n.Etapes.Any(e => e != EtatEtape.Validee)) is not { } offre)
        {
            return false;
        }

        var suivante = Array.FindIndex(offre.Etapes, e => e != EtatEtape.Validee);
        var etape = suivante >= 0 && _alea.Next(5) > 0 ? suivante : _alea.Next(3);
        var contenu = Contenu(offre, etape);
        await _jeu.JouerAsync(
            new("valider une étape", HttpMethod.Put, $"/etapes/{MarcheDArbreCorps.Etapes[etape]}", MarcheDArbreCorps.Etape(offre.Eg.EstSanitaire, etape, contenu)),
            offre, () => ModeleOffres.ValiderEtape(offre, etape, contenu));
        return true;
    }

    private async Task<bool> ModifierSectionAsync()
    {
        if (Offre(n => n.Statut is StatutNoeud.Validee or StatutNoeud.FermeeTemporairement) is not { } offre)
        {
            return false;
        }

        var (etape, sanitaire) = (_alea.Next(2) * 2, offre.Eg.EstSanitaire);
        var contenu = Contenu(offre, etape);
        object corps = etape == 0 ? MarcheDArbreCorps.Informations(sanitaire, contenu.Nom) : MarcheDArbreCorps.Patientele(sanitaire, contenu.AgeMin);
        await _jeu.JouerAsync(
            new("modifier une section", HttpMethod.Put, etape == 0 ? "/sections/informations-generales" : "/sections/patientele", corps),
            offre, () => ModeleOffres.ModifierSection(offre, etape, contenu));
        return true;
    }

    private async Task<bool> ChangerDeModeAsync()
    {
        if (Choisir(n => n.EstOffre && n.Versions.Count > 0) is not { } offre)
        {
            return false;
        }

        var corps = MarcheDArbreCorps.Accueil(offre.Eg.EstSanitaire, offre.Eg.EstSanitaire ? "29" : "47");
        await _jeu.JouerAsync(new("changer de mode", HttpMethod.Put, "/sections/accueil-prise-en-charge", corps), offre, () => ModeleOffres.ChangerDeMode(offre));
        return true;
    }

    private async Task<bool> ValiderAsync()
    {
        if (Offre(n => n.EnAttente || (n.Statut == StatutNoeud.Brouillon && n.Etapes.All(e => e == EtatEtape.Validee))) is not { } offre)
        {
            return false;
        }

        var relu = _alea.Next(15) > 0;
        await _jeu.JouerAsync(new("valider", HttpMethod.Post, "/validation", new { relu }), offre, () => ModeleOffres.Valider(offre, relu));
        return true;
    }

    private async Task<bool> AbandonnerAsync()
    {
        if (Offre(n => n.EnAttente) is not { } offre)
        {
            return false;
        }

        await _jeu.JouerAsync(new("abandonner", HttpMethod.Delete, "/modifications"), offre, () => ModeleOffres.Abandonner(offre));
        return true;
    }

    private async Task<bool> SupprimerAsync()
    {
        if (Offre(n => n.Statut == StatutNoeud.Brouillon) is not { } offre)
        {
            return false;
        }

        if (await _jeu.JouerAsync(new("supprimer", HttpMethod.Delete), offre, () => ModeleOffres.Supprimer(offre)) is not null)
        {
            _disparus.Add((GenreNoeud.Offre, offre.Id));
        }

        return true;
    }

    private async Task<bool> RestaurerAsync()
    {
        if (Choisir(n => n.EstOffre && !n.Adoptee, n => n.Versions.Count > 1) is not { } offre)
        {
            return false;
        }

        var numero = 1 + _alea.Next(offre.Versions.Count + (_alea.Next(4) == 0 ? 2 : 0) + (offre.Versions.Count == 0 ? 1 : 0));
        await _jeu.JouerAsync(new("restaurer", HttpMethod.Post, $"/versions/{numero}/restauration", RouteInconnue: numero > offre.Versions.Count), offre, () => ModeleOffres.Restaurer(offre, numero));
        return true;
    }

    private async Task<bool> FermerAsync()
    {
        var genre = _alea.Next(20) switch { 0 => GenreNoeud.EntiteGeographique, < 4 => GenreNoeud.Pole, < 9 => GenreNoeud.UniteFonctionnelle, _ => GenreNoeud.Offre };
        if (Choisir(n => n.Genre == genre, n => n.Statut is StatutNoeud.Validee or StatutNoeud.FermeeTemporairement) is not { } noeud)
        {
            return false;
        }

        var (demande, simulation) = (Demande(noeud), _alea.Next(4) == 0);
        var nom = $"fermer {genre} {demande.Type}{(demande.Date > _monde.Aujourdhui ? " plus tard" : "")}{(simulation ? " (simulation)" : "")}";
        await _jeu.JouerAsync(
            new(nom, HttpMethod.Post, "/fermeture", MarcheDArbreCorps.Fermeture(demande), AuReferent: genre == GenreNoeud.EntiteGeographique, Simulation: simulation),
            noeud, () => ModeleFermetures.Fermer(noeud, demande, _monde.Aujourdhui));
        return true;
    }

    private FermetureModele Demande(NoeudModele noeud)
    {
        // The two establishments that have a responsable stay until the end.
        var definitive = noeud.Genre == GenreNoeud.EntiteGeographique ? !_monde.Responsables.ContainsKey(noeud) && _alea.Next(12) == 0
            : _alea.Next(noeud.EstOffre ? 3 : 8) == 0;
        var date = noeud.Effective is { } deja && _alea.Next(10) < 7 ? deja.Date : _monde.Aujourdhui.AddDays(_alea.Next(10) < 6 ? -_alea.Next(10) : _alea.Next(1, 9));
        var faute = _alea.Next(15) == 0;
        DateOnly? reouverture = faute ? date.AddDays(-_alea.Next(3)) : !definitive && _alea.Next(2) == 0 ? date.AddDays(_alea.Next(1, 60)) : null;
        return new(definitive ? "DEF" : "PRO", date, reouverture);
    }

    private async Task<bool> RouvrirAsync()
    {
        var genre = Genres[_alea.Next(Genres.Length)];
        if (Choisir(n => n.Genre == genre, n => n.Fermeture is not null) is not { } noeud)
        {
            return false;
        }

        var simulation = _alea.Next(4) == 0;
        await _jeu.JouerAsync(
            new($"rouvrir {genre}{(simulation ? " (simulation)" : "")}", HttpMethod.Post, "/reouverture", AuReferent: genre == GenreNoeud.EntiteGeographique, Simulation: simulation),
            noeud, () => ModeleFermetures.Rouvrir(noeud));
        return true;
    }

    private async Task<bool> AnnulerAsync()
    {
        if (Choisir(n => n.Statut != StatutNoeud.Brouillon || _alea.Next(20) == 0, n => n.Prevue is not null) is not { } noeud)
        {
            return false;
        }

        var simulation = _alea.Next(6) == 0;
        await _jeu.JouerAsync(
            new($"annuler {noeud.Genre}{(simulation ? " (simulation)" : "")}", HttpMethod.Delete, "/fermeture-prevue", AuReferent: noeud.Genre == GenreNoeud.EntiteGeographique, Simulation: simulation),
            noeud, () => ModeleFermetures.Annuler(noeud));
        return true;
    }

    private async Task<bool> SuccederAsync()
    {
        var fermees = _monde.Noeuds.Where(n => n is { EstOffre: true, Adoptee: false, EstFerme: true }).ToList();
        var offre = fermees.Count > 0 && _alea.Next(8) > 0 ? fermees[_alea.Next(fermees.Count)] : Offre(n => !n.Adoptee);
        if (offre is null or { Adoptee: true })
        {
            return false;
        }

        // In the sight of whoever asks: a responsable names one of their own.
        var candidats = _monde.Noeuds.Where(n => n is { EstOffre: true, Adoptee: false }).ToList();
        var ouvertes = candidats.Where(n => n.Statut == StatutNoeud.Validee).ToList();
        var successeur = ouvertes.Count > 0 && _alea.Next(10) < 7 ? ouvertes[_alea.Next(ouvertes.Count)] : candidats[_alea.Next(candidats.Count)];
        var identifiant = _alea.Next(10) switch { 0 => null, 1 => "76/999999", _ => successeur.Identifiant };
        await _jeu.JouerAsync(
            new("nommer un successeur", HttpMethod.Put, "/successeur", identifiant is null ? new { } : new { successeur = identifiant }),
            offre, () => ModeleFermetures.Succeder(offre, identifiant == successeur.Identifiant ? successeur : null, identifiant));
        return true;
    }

    private async Task<bool> TransfererAsync()
    {
        if (Offre(n => !n.Adoptee) is not { } offre)
        {
            return false;
        }

        // A level above, another secteur, a closed parent: all drawn; a good destination more often.
        var sanitaire = offre.Eg.EstSanitaire;
        var destination = _alea.Next(15) == 0 ? null : Choisir(
            n => !n.EstOffre, n => !n.EstFerme && n.Eg.EstSanitaire == sanitaire && n.Genre == (sanitaire ? GenreNoeud.UniteFonctionnelle : GenreNoeud.EntiteGeographique));
        var corps = new { type = $"{destination?.Genre ?? GenreNoeud.UniteFonctionnelle}", id = destination?.Id ?? Outils.Inconnu };
        await _jeu.JouerAsync(
            new("transférer", HttpMethod.Post, "/transfert", corps, AuReferent: true),
            offre, () => ModeleOffres.Transferer(offre, destination));
        return true;
    }

    private async Task<bool> InconnuAsync()
    {
        var (genre, id) = _disparus[_alea.Next(_disparus.Count)];
        var route = MarcheDArbreMonde.Route(genre, id);
        _jeu.Noter($"inconnu {route}");
        var reponse = _alea.Next(2) == 0 ? await _monde.Referent.GetAsync(route) : await _monde.Referent.PostAsync($"{route}/reouverture", null, ("If-Match", "\"1.x\""));
        reponse.Refuse(404, genre == GenreNoeud.Offre ? "offre.introuvable" : "structure.introuvable");
        _jeu.Comptes["inconnu 404"] = _jeu.Comptes.GetValueOrDefault("inconnu 404") + 1;
        return true;
    }

    private async Task<bool> PasserAsync()
    {
        var jours = _alea.Next(1, 5);
        var dues = _monde.Noeuds.Count(n => n.Prevue?.Date <= _monde.Aujourdhui.AddDays(jours));
        _jeu.Noter($"{jours} jour(s) passent, {dues} fermetures prévues");
        await _monde.PasserAsync(jours);
        await _monde.ComparerArbresAsync();
        var cle = dues > 0 ? "jour avec fermetures 200" : "jour 200";
        _jeu.Comptes[cle] = _jeu.Comptes.GetValueOrDefault(cle) + 1;
        return true;
    }

    private async Task<bool> EtablissementAsync()
    {
        var sanitaire = _alea.Next(2) == 0;
        if (_monde.Egs.Count(e => e.EstSanitaire == sanitaire && e.Statut != StatutNoeud.FermeeDefinitivement) >= 3)
        {
            return false;
        }

        var eg = await _monde.OuvrirEtablissementAsync(sanitaire);
        _jeu.Noter($"créer {eg}");
        await _monde.ComparerAsync(eg);
        return true;
    }
}
