using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Diffusion;

/// <summary>From what authors entered to what is published.</summary>
public static class Publication
{
    private const string NiveauGrandPublic = "1";
    private const string NiveauProfessionnels = "2";
    private const string NiveauRegulation = "3";

    private static readonly CodeNos Teleexpertise = new("15");
    private static readonly CodeNos Teleconsultation = new("09");
    private static readonly CodeNos Telesoin = new("17");
    private static readonly CodeNos SiteWeb = new("4");

    public static ContenuOffre Publiable(ContenuOffre saisi)
    {
        var contacts = AvecTelesante(saisi.Contacts ?? new Contacts(), saisi);
        var sensible = saisi.InformationsGenerales?.UniteSensible is true;
        return saisi with
        {
            Contacts = sensible ? Restreints(contacts) : contacts,
            MessagerieSecurisee = sensible ? Restreinte(saisi.MessagerieSecurisee) : saisi.MessagerieSecurisee,
            Specificites = saisi.Specificites is null ? null : saisi.Specificites with { TeleExpertise = [], LiensTeleconsultation = [] },
            DonneesNationales = Exercice(saisi.DonneesNationales),
        };
    }

    // What the professional answered stays between them and the directories; the structure is told by the offer itself.
    private static DonneesNationales? Exercice(DonneesNationales? donnees) => donnees?.Extrait is { } extrait ? new() { Extrait = extrait with { Structure = null } } : null;

    // Tele-expertise and teleconsultation are entered with the specificities and read as contacts of natures 15 and 09 (17 for télésoin).
    private static Contacts AvecTelesante(Contacts contacts, ContenuOffre saisi)
    {
        var specificites = saisi.Specificites ?? new Specificites();
        var modalites = saisi.AccueilPriseEnCharge?.ModalitesAccueil ?? [];
        var nature = modalites.Contains(new CodeNos("14")) && !modalites.Contains(new CodeNos("04")) ? Telesoin : Teleconsultation;
        return new Contacts
        {
            Patients = contacts.Patients.Concat(specificites.LiensTeleconsultation.Select(lien => Contact(nature, SiteWeb, lien, NiveauGrandPublic))).EnListe(),
            Professionnels = contacts.Professionnels.Concat(specificites.TeleExpertise.Select(t => Contact(Teleexpertise, t.Canal, t.Valeur, NiveauProfessionnels))).EnListe(),
        };
    }

    private static Contact Contact(CodeNos nature, CodeNos? canal, string? valeur, string niveau) => new()
    {
        Nature = nature,
        NiveauConfidentialite = new CodeNos(niveau),
        Telecoms = [new Telecom { Canal = canal, Valeur = valeur, NiveauConfidentialite = new CodeNos(niveau) }],
    };

    // RG_EXP_039: the entered levels stay with the authors, and come back when the flag is lifted.
    private static Contacts Restreints(Contacts contacts) => new()
    {
        Patients = contacts.Patients.Select(Restreint).EnListe(),
        Professionnels = contacts.Professionnels.Select(Restreint).EnListe(),
    };

    private static MessagerieSecurisee? Restreinte(MessagerieSecurisee? messagerie) =>
        messagerie is null ? null : messagerie with { Boites = messagerie.Boites.Select(b => b with { NiveauConfidentialite = new CodeNos(NiveauRegulation) }).EnListe() };

    private static Contact Restreint(Contact contact) => contact with
    {
        NiveauConfidentialite = new CodeNos(NiveauRegulation),
        Telecoms = contact.Telecoms.Select(t => t with { NiveauConfidentialite = new CodeNos(NiveauRegulation) }).EnListe(),
    };
}
