using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Fhir;

/// <summary>Organizations, as establishments, legal entities, and places of exercise.</summary>
internal sealed class LectureStructure(LectureAdresse adresses, TimeProvider horloge)
{
    // Type of identifier → prefix of the idNat_Struct that it makes, the better one first.
    private static readonly (string Type, string Prefixe)[] Site = [("FINEG", "1"), ("RPPSRG", "4"), ("ADELIRG", "0"), ("SIRET", "3")];
    private static readonly (string Type, string Prefixe)[] Entite = [("FINEJ", "1"), ("SIREN", "2")];

    /// <summary>The one that goes by this identifier; null when there is none.</summary>
    public StructureNationale? Trouver(Moisson moisson, IdNatStruct idNatStruct)
    {
        var organisations = moisson.De<Organization>();
        var trouvee = organisations.Where(o => !EstEntite(o) && IdsDe(o, Site).Contains(idNatStruct.Valeur))
            .OrderBy(o => FermeLe(o) is not null).ThenByDescending(o => o.Meta?.LastUpdated, StringComparer.Ordinal).FirstOrDefault();
        if (trouvee is null)
        {
            return null;
        }

        var parent = trouvee.PartOf.IdDe(nameof(Organization)) is { } id ? organisations.FirstOrDefault(o => o.Id == id) : null;
        var entite = Entiere(parent) is null ? null : EntiteJuridique(parent!);
        var fiche = Fiche(Entiere(trouvee)!, idNatStruct) with { EntiteJuridique = entite?.Fiche.IdNatStruct, Categorie = Code(trouvee, "R66") ?? DuSecteur(trouvee, idNatStruct) };
        return new(new(fiche, FermeLe(trouvee)), entite);
    }

    /// <summary>idNat_Struct of a place of exercise, whether it is of a site or, for want of it, of a legal entity; null when nothing makes one.</summary>
    public static IdNatStruct? IdNat(Organization organisation) =>
        IdsDe(organisation, [.. Site, .. Entite]).Select(IdNatStruct.LireConnu).FirstOrDefault(i => i is not null);

    /// <summary>The establishment behind a place of exercise; null when it is none, has no identifier, or is closed.</summary>
    public FicheEntiteGeographique? Etablissement(Organization organisation) =>
        IdNat(organisation) is { } id && EstUnSite(id) && !EstEntite(organisation) && FermeLe(organisation) is null
            ? Fiche(organisation, id) with { Categorie = DuSecteur(organisation, id) } : null;

    /// <summary>Nothing else is an establishment.</summary>
    public static bool EstUnSite(IdNatStruct id) => id.Valeur[0] is '0' or '1' or '3' or '4';

    public static string? Secteur(Organization organisation) => organisation.Type.Codes().DeTre("R02");

    public static string? Nom(Organization organisation) => organisation.Alias.Presents().Select(a => TexteNational.Nettoyer(a)).FirstOrDefault(a => a is not null) ?? TexteNational.Nettoyer(organisation.Name);

    public static Liste<string> Telephones(Organization organisation) => Valeurs(organisation, "phone").Select(t => Telephone.Normaliser(t) ?? t).Distinct().Take(5).EnListe();

    public static string? Courriel(Organization organisation) => Valeurs(organisation, "email").FirstOrDefault(Coordonnees.EstCourriel);

    /// <exception cref="PanneAnnuaireException">It was not sent whole.</exception>
    public static T? Entiere<T>(T? ressource)
        where T : Ressource => ressource?.EstPartielle == true ? throw new PanneAnnuaireException("L'annuaire national n'a envoyé qu'une partie de la réponse.") : ressource;

    private FicheEntiteGeographique Fiche(Organization organisation, IdNatStruct id) => new()
    {
        IdNatStruct = id.Valeur,
        Denomination = TexteNational.Nettoyer(organisation.Name) ?? Nom(organisation),
        Adresse = adresses.Lire(organisation),
        NumSiret = organisation.Identifier.DeType("SIRET").FirstOrDefault(IdentifiantsNationaux.EstSiret),
    };

    private EntiteNationale? EntiteJuridique(Organization organisation) =>
        IdsDe(organisation, Entite).FirstOrDefault(i => IdNatStruct.LireConnu(i) is not null) is not { } id ? null : new(new FicheEntiteJuridique
        {
            IdNatStruct = id,
            RaisonSociale = TexteNational.Nettoyer(organisation.Name) ?? Nom(organisation),
            StatutJuridique = Code(organisation, "R72"),
            NumSiren = organisation.Identifier.DeType("SIREN").FirstOrDefault(IdentifiantsNationaux.EstSiren),
            Adresse = adresses.Lire(organisation),
        }, FermeLe(organisation));

    private static IEnumerable<string> IdsDe(Organization organisation, (string Type, string Prefixe)[] types) => organisation.Identifier.DeType("IDNST")
        .Concat(types.SelectMany(t => organisation.Identifier.DeType(t.Type).Select(n => t.Prefixe + n)));

    // A FINESS, and the idNat_Struct made of it, do not say of which of the two they are.
    private static bool EstEntite(Organization organisation) => organisation.Identifier.DeType("FINEJ").Any() && !organisation.Identifier.DeType("FINEG").Any();

    // The category of a FINESS is not its secteur d'activité.
    private static CodeNos? DuSecteur(Organization organisation, IdNatStruct id) => id.Valeur[0] == '1' ? null : Code(organisation, "R02");

    private static CodeNos? Code(Organization organisation, string tre) => organisation.Type.Codes().DeTre(tre) is { } code ? new(code) : null;

    private DateOnly? FermeLe(Organization organisation)
    {
        var fin = Vocabulaire.Jour(organisation.Extension.Nommee("organization-period")?.ValuePeriod?.End);
        var jour = horloge.Jour();
        return organisation.Active == false ? fin ?? Vocabulaire.Jour(organisation.Meta?.LastUpdated) ?? jour : fin <= jour ? fin : null;
    }

    // Secure mailboxes are not an address that the public writes to.
    private static IEnumerable<string> Valeurs(Organization organisation, string systeme) => organisation.Telecom.Presents()
        .Where(t => t.System == systeme && !t.Extension.Presents().Any(e => e.ValueCoding?.Code == "MSSANTE" || e.Url?.EndsWith("mailbox-mss-metadata", StringComparison.Ordinal) == true))
        .Select(t => TexteNational.Nettoyer(t.Value, 254)).OfType<string>();
}
