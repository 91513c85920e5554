using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres.Parcours;

/// <summary>The wizards, as data.</summary>
public static class LesParcours
{
    public const string CleLiberal = "liberal";

    /// <summary>Last step of the liberal parcours: validating it is what publishes.</summary>
    public const string CleRecapitulatif = "recapitulatif";

    /// <summary>Three steps, in strict order (domain §5).</summary>
    public static Parcours Structure { get; } = new("structure", OrdreStrict: true,
    [
        new(InformationsGenerales.Cle, "Informations générales",
            "La création d'une offre se déroule en 3 étapes successives ; chaque étape doit être complétée avant de passer à la suivante. "
            + "Le modèle de saisie facilite la description de l'offre : il renseigne certaines valeurs et restreint les choix des listes.",
            [LesSections.De<InformationsGenerales>()], _ => ""),
        new(AccueilPriseEnCharge.Cle, "Accueil et prise en charge",
            "Les valeurs proposées viennent du modèle de saisie. Le mode de prise en charge ne change plus après la première publication : "
            + "un autre mode est une autre offre.",
            [LesSections.De<AccueilPriseEnCharge>()], ChampEtModele),
        new("patientele-et-specificites", "Patientèle et spécificités",
            "Au moins une activité opérationnelle est demandée. Ensuite, consultez l'offre, complétez ses contacts, puis validez-la : "
            + "rien n'est diffusé avant la validation.",
            [LesSections.De<Patientele>(), LesSections.De<Specificites>()], ChampEtModele),
    ]);

    /// <summary>Six steps of liberal professionals, in free order. Its offers are born of the national directory.</summary>
    public static Parcours Liberal { get; } = new(CleLiberal, OrdreStrict: false,
    [
        new(DonneesNationales.Cle, "Informations issues des répertoires nationaux",
            "Ces informations viennent des répertoires nationaux et de l'assurance maladie : elles se lisent et ne se modifient pas ici. Si elles sont justes, "
            + "validez l'étape ; sinon, déclarez une anomalie sur chaque information fausse. Une offre associée à une maison de santé peut en être détachée.",
            [LesSections.De<DonneesNationales>()], _ => ""),
        DeVue<DescriptionOffre>("Description de l'offre",
            "Les éléments principaux de l'offre sont proposés d'après la profession et la spécialité : retirez ceux qui ne conviennent pas, puis ajoutez les actes "
            + "techniques et les expertises qui vous distinguent. Ce qui reste coché est publié.", Modele),
        DeVue<ModalitesIntervention>("Modalités d'intervention",
            "Au cabinet, en téléconsultation, à domicile : une modalité au moins. À domicile demande une zone d'intervention, commune par commune ou par département entier.", Modele),
        new(Contacts.Cle, "Contacts",
            "Jusqu'à vingt contacts pour les patients et vingt pour les professionnels. Un contact au moins à destination des patients est obligatoire.",
            [LesSections.De<Contacts>()], _ => ""),
        new(Horaires.Cle, "Horaires",
            "Décrivez la semaine type : consultations sur rendez-vous, sans rendez-vous, visites. Les fermetures temporaires et les horaires exceptionnels s'ajoutent un par un.",
            [LesSections.De<Horaires>()], c => c.Contenu.AccueilPriseEnCharge?.ModalitesAccueil.Any(m => ZoneIntervention.ADomicile.Contains(m.Code)) is true ? "domicile" : ""),
        new(CleRecapitulatif, "Récapitulatif",
            "Relisez tout ce qui sera publié, et revenez à une étape pour la modifier. Seule la validation de cette étape valide l'offre ; elle reste modifiable à tout moment.",
            [], c => c.Contenu.Equals(c.Publie) ? "publiée" : ""),
    ]);

    public static IReadOnlyList<Parcours> Tous { get; } = [Structure, Liberal];

    public static Parcours DeCle(string cle) => Tous.Single(p => p.Cle == cle);

    private static Etape DeVue<TEtape>(string titre, string importantASavoir, Func<ContexteSaisie, string> dependances)
        where TEtape : class, IEtape<TEtape>, new()
    {
        var vue = VueEtape.De<TEtape>();
        return new(TEtape.Cle, titre, importantASavoir, vue.Sections, dependances) { Vue = vue };
    }

    private static string ChampEtModele(ContexteSaisie c) => $"{c.ChampActivite}|{Modele(c)}";

    private static string Modele(ContexteSaisie c) => c.Contenu.InformationsGenerales?.ModeleSaisie ?? "sans modèle";
}
