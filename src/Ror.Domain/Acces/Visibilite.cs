using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Acces;

/// <summary>The access policy of published reads: fields, not only rows (profiles 0–5).</summary>
public static class Visibilite
{
    /// <summary>Profiles that see sensitive units.</summary>
    public static IReadOnlyList<int> ProfilsDesUnitesSensibles { get; } = [1, 4];

    /// <summary>Is the offer itself in sight?</summary>
    public static bool VoitOffre(int profil, bool uniteSensible) => !uniteSensible || ProfilsDesUnitesSensibles.Contains(profil);

    /// <summary>Is a contact, or a telecom, of this level in sight?</summary>
    /// <param name="niveau">J222: 1, 2 or 3.</param>
    public static bool Visible(int niveau, int profil, Secteur secteur, bool uniteSensible) => profil switch
    {
        1 => true,
        2 or 5 => niveau <= 2 && !uniteSensible,
        3 => niveau <= (secteur == Secteur.MedicoSocial ? 2 : 1) && !uniteSensible,
        4 => niveau == 1,
        _ => niveau == 1 && !uniteSensible,
    };

    /// <summary>Are specific acts, specialisations, resource professions and competences in sight?</summary>
    public static bool VoitActes(int profil, Secteur secteur, bool uniteSensible) => profil switch
    {
        1 or 4 or 5 => true,
        2 => !uniteSensible,
        3 => secteur == Secteur.MedicoSocial && !uniteSensible,
        _ => false,
    };

    /// <summary>Profiles that see what regulation and crisis management need of an établissement.</summary>
    public static bool VoitCrise(int profil) => profil is 1 or 4;

    public static FicheEntiteGeographique SansCrise(FicheEntiteGeographique fiche) => FicheEntiteGeographique.Champs
        .Where(c => c.Confidentialite == Confidentialite.Crise).Aggregate(fiche, (f, champ) => (FicheEntiteGeographique)champ.Ecrire(f, null));

    /// <summary>The published content as this profile may read it.</summary>
    public static ContenuOffre Filtrer(ContenuOffre contenu, int profil, Secteur secteur)
    {
        var sensible = contenu.InformationsGenerales?.UniteSensible is true;
        var filtre = VoitActes(profil, secteur, sensible) ? contenu : LesSections.Toutes.Aggregate(contenu, SansActes);
        return filtre with
        {
            Contacts = filtre.Contacts is null ? null : Filtrer(filtre.Contacts, Voit),
            MessagerieSecurisee = filtre.MessagerieSecurisee is { } mss ? mss with { Boites = mss.Boites.Where(b => Voit(Niveau(b.NiveauConfidentialite))).EnListe() } : null,
        };

        bool Voit(int niveau) => Visible(niveau, profil, secteur, sensible);
    }

    private static ContenuOffre SansActes(ContenuOffre contenu, DescriptionSection description) =>
        description.Lire(contenu) is not { } section
            ? contenu
            : description.Ecrire(contenu, description.Champs.Where(c => c.Confidentialite == Confidentialite.ActesEtCompetences)
                .Aggregate(section, (s, champ) => (ISection)champ.Ecrire(s, null)));

    private static Contacts Filtrer(Contacts contacts, Func<int, bool> visible) => new()
    {
        Patients = Filtrer(contacts.Patients, visible),
        Professionnels = Filtrer(contacts.Professionnels, visible),
    };

    // A telecom satisfies its own level and its contact's; a contact with no telecom left says nothing.
    private static Liste<Contact> Filtrer(Liste<Contact> contacts, Func<int, bool> visible) => contacts
        .Where(c => visible(Niveau(c.NiveauConfidentialite)))
        .Select(c => c with { Telecoms = c.Telecoms.Where(t => visible(Niveau(t.NiveauConfidentialite))).EnListe() })
        .Where(c => c.Telecoms.Count > 0)
        .EnListe();

    // What has no readable level is the most restricted.
    private static int Niveau(Nomenclatures.CodeNos? code) => code?.Code switch { "1" => 1, "2" => 2, _ => 3 };
}
