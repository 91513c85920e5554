namespace Ror.Application.Demo;

/// <summary>Fixed ids of the demo objects, so that the examples of the documentation work as they stand.</summary>
public static class IdsDemo
{
    public static readonly Guid ChAlbi = Id(0x101);
    public static readonly Guid EhpadMicocouliers = Id(0x102);

    /// <summary>Practice of the médecin généraliste, in Albi.</summary>
    public static readonly Guid CabinetAlbi = Id(0x103);

    internal static readonly Guid CabinetGaillac = Id(0x104);
    internal static readonly Guid CabinetRealmont = Id(0x105);
    internal static readonly Guid CabinetCastres = Id(0x106);

    public static readonly Guid MaisonSante = Id(0x107);
    public static readonly Guid PoleAnesthesieChirurgie = Id(0x201);
    public static readonly Guid PoleMedecine = Id(0x202);
    public static readonly Guid UfConsultations = Id(0x301);
    public static readonly Guid UfHcChirurgies = Id(0x302);
    public static readonly Guid UfMedicoChirurgicale = Id(0x303);

    /// <summary>Beds of surgery at CH ALBI, with figures; external id ZL-CHIR-2.</summary>
    public static readonly Guid LieuChirurgie = Id(0x601);

    /// <summary>Where the consultations of CH ALBI are given.</summary>
    public static readonly Guid LieuConsultations = Id(0x602);

    /// <summary>Operating theatre of CH ALBI, equipped; it will close.</summary>
    public static readonly Guid LieuBloc = Id(0x603);

    internal static readonly Guid LieuEhpad = Id(0x604);

    public static readonly Guid Import = Id(0xb01);

    /// <summary>A dry run of professionals.</summary>
    public static readonly Guid ImportAnnuaire = Id(0xb02);

    /// <summary>Médecin généraliste of a practice in Albi, RPPS 10000000009.</summary>
    internal static readonly Guid Medecin = Id(0xc01);

    public static readonly Guid ConsultationAnesthesie = Id(0x401);
    public static readonly Guid ConsultationOrthopedie = Id(0x402);
    public static readonly Guid ConsultationViscerale = Id(0x403);

    /// <summary>Definitively closed.</summary>
    public static readonly Guid ConsultationTabacologie = Id(0x404);

    /// <summary>Validée, with pending modifications.</summary>
    public static readonly Guid ConsultationCardiologie = Id(0x405);

    /// <summary>Brouillon that lacks nothing.</summary>
    public static readonly Guid ConsultationEndocrinologie = Id(0x406);

    /// <summary>Brouillon to delete.</summary>
    public static readonly Guid ConsultationDermatologie = Id(0x407);

    /// <summary>Brouillon of the guide's own kind, whose first two steps are validated.</summary>
    public static readonly Guid HcChirurgieBariatrique = Id(0x408);

    /// <summary>Validée, sensitive unit.</summary>
    public static readonly Guid ConsultationMedecineGenerale = Id(0x409);

    public static readonly Guid HebergementPermanent = Id(0x40a);

    /// <summary>Brouillon of a team that goes to its patients: it may have an intervention zone.</summary>
    public static readonly Guid EquipeMobile = Id(0x40b);

    /// <summary>Liberal Brouillon of which nothing was entered.</summary>
    public static readonly Guid LiberalAlbi = Id(0x501);

    /// <summary>Liberal Brouillon whose first five steps are validated.</summary>
    public static readonly Guid LiberalGaillac = Id(0x502);

    /// <summary>Liberal Brouillon attached to the maison de santé.</summary>
    public static readonly Guid LiberalMaisonSante = Id(0x503);

    /// <summary>Published liberal offer, at the practice and at home.</summary>
    public static readonly Guid LiberalCastres = Id(0x504);

    /// <summary>Hours exception to take away from <see cref="HcChirurgieBariatrique"/>.</summary>
    public static readonly Guid ExceptionBariatrique = Id(0xd01);

    /// <summary>Active: unité hospitalière de chirurgie viscérale et digestive.</summary>
    public static readonly Guid ModeleChirurgie = Id(0xa01);

    /// <summary>Active: médecin généraliste de ville.</summary>
    public static readonly Guid ModeleGeneraliste = Id(0xa04);

    /// <summary>Projet that lacks nothing.</summary>
    public static readonly Guid ModeleAActiver = Id(0xa11);

    /// <summary>Projet with contradictions.</summary>
    public static readonly Guid ModeleAModifier = Id(0xa12);

    /// <summary>Projet to delete.</summary>
    public static readonly Guid ModeleASupprimer = Id(0xa13);

    /// <summary>About the opening hours of an offer of CH ALBI.</summary>
    public static readonly Guid Anomalie = Id(0xd01);

    /// <summary>Waits for the responsable of CH ALBI.</summary>
    public static readonly Guid AnomalieATraiter = Id(0xd02);

    /// <summary>Proposes another name for a UF.</summary>
    public static readonly Guid AnomalieAAccepter = Id(0xd03);

    public static readonly Guid EjChAlbi = Id(0x001);

    internal static readonly Guid EjMicocouliers = Id(0x002);
    internal static readonly Guid EjMaisonSante = Id(0x003);

    /// <summary>Artificial entities of the practices.</summary>
    internal static Guid EjCabinet(int numero) => Id(0x010 + numero);

    private static Guid Id(int numero) => Guid.Parse($"01920000-0000-7000-8000-{numero:x12}");
}
