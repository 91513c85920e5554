namespace Ror.Application.Annuaires;

/// <summary>What an import of national data counts.</summary>
public enum ActeAnnuaire
{
    LigneLue,
    LigneEnDouble,
    LigneRefusee,
    ProfessionnelCree,
    ProfessionnelModifie,
    ProfessionnelInchange,
    EntiteJuridiqueCreee,
    EntiteJuridiqueModifiee,
    EntiteJuridiqueInchangee,
    EtablissementCree,
    EtablissementModifie,
    EtablissementInchange,
    EtablissementFerme,

    /// <summary>Closed in the national file, and never known here.</summary>
    EtablissementFermeInconnu,
    OffreNee,
    OffreSupprimee,
    OffreClose,
    SituationTerminee,

    /// <summary>Salaried, unpaid or indirect: no offer of one's own.</summary>
    SituationNonLiberale,

    /// <summary>Liberal, in a clinic, a hospital, a médico-social établissement or a pharmacy.</summary>
    SituationHorsCabinet,

    /// <summary>Liberal, in an établissement of FINESS that this service does not know yet.</summary>
    SituationSansEtablissement,

    /// <summary>Liberal, in a place that no identifier names.</summary>
    SituationSansIdentifiant,

    /// <summary>Liberal, in an établissement that is closed here.</summary>
    SituationEtablissementFerme,

    /// <summary>Liberal, of a profession or a spécialité that no type d'offre matches.</summary>
    SituationSansType,
    ConventionnementModifie,
    ConventionnementInchange,
}
