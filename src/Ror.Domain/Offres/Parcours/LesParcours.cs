using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres.Parcours;

/// <summary>The wizards, as data.</summary>
public static class LesParcours
{
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

    /// <summary>Of liberal professionals, in free order. Its offers are born of the national directory.</summary>
    public static Parcours Liberal { get; } = new("liberal", OrdreStrict: false, []);

    public static IReadOnlyList<Parcours> Tous { get; } = [Structure, Liberal];

    public static Parcours DeCle(string cle) => Tous.Single(p => p.Cle == cle);

    private static string ChampEtModele(ContexteSaisie c) => $"{c.ChampActivite}|{c.Contenu.InformationsGenerales?.ModeleSaisie}";
}
