using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;
using static Ror.Domain.Champs.Champ<Ror.Domain.Lieux.FicheLieu>;

namespace Ror.Domain.Lieux;

/// <summary>What is entered of a lieu: body of its POST and PUT, and stored JSON.</summary>
public sealed record FicheLieu : IChamps, IRegles
{
    private const string NiveauParDefaut = "2";

    public string? Nom { get; init; }

    /// <summary>J198.</summary>
    public CodeNos? Fonction { get; init; }

    public Adresse? Adresse { get; init; }

    /// <summary>Are the coordinates of the address reliable?</summary>
    public bool? CoordonneesFiables { get; init; }

    /// <summary>Hidden from those who do not see sensitive units, whatever offers are delivered there.</summary>
    public bool? UniteSensible { get; init; }

    /// <summary>How to get there.</summary>
    public string? Acces { get; init; }

    public Liste<Telecom> Telecoms { get; init; } = [];

    /// <summary>Of the bed zone in the establishment's own software; nothing forbids two lieux to bear the same one.</summary>
    public string? IdExterneSynchro { get; init; }

    public string? NomExterneSynchro { get; init; }

    public string? Commentaire { get; init; }

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("nom", "Nom", s => s.Nom, (s, v) => s with { Nom = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", LongueurMax = 150, Aide = "Tel qu'on le lit sur place : « Bâtiment B, 3e étage »." },
        Code("fonction", "Fonction du lieu", "J198", s => s.Fonction, (s, v) => s with { Fonction = v }) with { Aide = "Hébergement, bloc, plateau… ; 005 pour une simple adresse." },
        Objet("adresse", "Adresse", s => s.Adresse, (s, v) => s with { Adresse = v }) with { Exigence = Champ.Toujours, Obligatoire = "toujours", Aide = "Sa commune situe les offres du lieu." },
        Booleen("coordonneesFiables", "Coordonnées fiables", s => s.CoordonneesFiables, (s, v) => s with { CoordonneesFiables = v }) with { Aide = "Vérifiées, ou seulement calculées d'après l'adresse." },
        Booleen("uniteSensible", "Unité sensible", s => s.UniteSensible, (s, v) => s with { UniteSensible = v }) with { Aide = "Caché, avec son adresse, à qui ne voit pas les unités sensibles, dès sa création ; sinon, il l'est tant que toutes ses offres le sont." },
        Texte("acces", "Comment y accéder", s => s.Acces, (s, v) => s with { Acces = v }) with { LongueurMax = 1000, Multiligne = true, Aide = "Entrée, étage, repères." },
        Lignes<Telecom>("telecoms", "Télécommunications", s => s.Telecoms, (s, v) => s with { Telecoms = v ?? [] }) with { NombreMax = 10, Confidentialite = Confidentialite.ParNiveau, Aide = "Du lieu lui-même ; niveau 2 (professionnels) par défaut." },
        Texte("idExterneSynchro", "Identifiant externe de synchronisation", s => s.IdExterneSynchro, (s, v) => s with { IdExterneSynchro = v }) with { LongueurMax = 100, Aide = "Celui de la zone de lits dans le logiciel de l'établissement ; avec idNat_Struct, il désigne le lieu pour y écrire les capacités." },
        Texte("nomExterneSynchro", "Nom externe de synchronisation", s => s.NomExterneSynchro, (s, v) => s with { NomExterneSynchro = v }) with { LongueurMax = 150, Aide = "Nom de la zone dans le logiciel de l'établissement." },
        Texte("commentaire", "Commentaire", s => s.Commentaire, (s, v) => s with { Commentaire = v }) with { LongueurMax = 1000, Multiligne = true, Aide = "Publié tel quel." },
    ];

    public IEnumerable<Erreur> Regles()
    {
        if (CoordonneesFiables is not null && Adresse?.Latitude is null)
        {
            yield return LieuErreurs.FiabiliteSansCoordonnees.Sur("/coordonneesFiables");
        }

        foreach (var erreur in Telecoms.SelectMany((t, i) => Coordonnees.Verifier(t.Canal, t.Valeur, $"/telecoms/{i}/valeur")))
        {
            yield return erreur;
        }
    }

    internal FicheLieu Completee() => this with
    {
        Adresse = (Adresse?)Adresse?.Completer(),
        Telecoms = Telecoms.Select(t => t.Completer(new(NiveauParDefaut))).EnListe(),
    };
}
