using Ror.Domain.Champs;
using Ror.Domain.Commun;

namespace Ror.Domain.Offres.Sections;

/// <summary>How generic code reaches one section of a content.</summary>
public abstract record DescriptionSection(string Cle, string Titre, IReadOnlyList<Champ> Champs, Type Type)
{
    /// <summary>Its member in a content, as JSON names it: <c>accueilPriseEnCharge</c>.</summary>
    public string Membre { get; } = string.Concat(Cle.Split('-').Select((mot, i) => i == 0 ? mot : char.ToUpperInvariant(mot[0]) + mot[1..]));

    /// <summary>The section as stored; null when never written.</summary>
    public abstract ISection? Lire(ContenuOffre contenu);

    public abstract ContenuOffre Ecrire(ContenuOffre contenu, ISection? section);

    public abstract ISection Vide { get; }

    /// <summary>The form before anything is entered: defaults of the modèle and of the declarations.</summary>
    public ISection Prereglee(ContexteSaisie contexte) => Remplir(Vide, contexte, champ => champ.Exigence == Exigence.NonApplicable ? null : champ.Preset);

    /// <summary>What is left out takes its fixed value or the default of its declaration.</summary>
    public ISection Completee(ISection section, ContexteSaisie contexte)
    {
        var remplie = Remplir(section, contexte, champ => champ.ValeurSiAbsent);
        return Formes.EstDemesuree(Champs, remplie) ? remplie : remplie.Completer();
    }

    /// <summary>The values to show: those entered, and the imposed ones whatever was entered before.</summary>
    public ISection Affichee(ISection section, ContexteSaisie contexte) =>
        Champs.Aggregate(section, (s, champ) => ChampEnContexte.De(Cle, champ, contexte).ValeurImposee is { } imposee ? (ISection)champ.Ecrire(s, imposee) : s);

    /// <summary>Shape, applicability, modèle, mandatory fields and rules between fields.</summary>
    public IEnumerable<Manquement> Evaluer(ISection section, ContexteSaisie contexte) =>
        Evaluation.De(Cle, Champs, section, contexte)
            .Concat((Formes.EstDemesuree(Champs, section) ? [] : section.Verifier(contexte)).Select(erreur => new Manquement(erreur, EstAbsence: false)))
            .Select(m => m with { Erreur = m.Erreur with { Section = Cle } });

    /// <summary>What a national directory gives is not for the author to mend.</summary>
    public IEnumerable<Erreur> VerifierForme(ISection section, ContexteSaisie contexte) =>
        Formes.Verifier([.. Champs.Where(c => !c.National)], section, contexte.Nomenclatures, contexte.Jour).Select(e => e with { Section = Cle });

    /// <summary>What nobody enters is absent or equal.</summary>
    public IEnumerable<Erreur> RefuserLectureSeule(ISection section, ContexteSaisie contexte) => Figes(contexte)
        .Where(c => c.Champ.EstRempli(section) && !Equals(c.Champ.Lire(section), c.ValeurFigee))
        .Select(c => ChampErreurs.LectureSeule.Sur(c.Champ.Pointeur, c.Champ.Libelle) with { Section = Cle });

    /// <summary>With the values that nobody enters, whatever came.</summary>
    public ISection Figee(ISection section, ContexteSaisie contexte) => Figes(contexte).Aggregate(section, (s, c) => (ISection)c.Champ.Ecrire(s, c.ValeurFigee));

    private IEnumerable<ChampEnContexte> Figes(ContexteSaisie contexte) => Champs.Where(c => c.LectureSeule(contexte)).Select(c => ChampEnContexte.De(Cle, c, contexte));

    private ISection Remplir(ISection section, ContexteSaisie contexte, Func<ChampEnContexte, object?> valeur) =>
        Champs.Where(champ => !champ.EstRempli(section))
            .Aggregate(section, (s, champ) => valeur(ChampEnContexte.De(Cle, champ, contexte)) is { } v ? (ISection)champ.Ecrire(s, v) : s);
}

/// <summary>The one vocabulary for the content of an offer.</summary>
public static class LesSections
{
    public static IReadOnlyList<DescriptionSection> Toutes { get; } =
    [
        De(c => c.InformationsGenerales, (c, s) => c with { InformationsGenerales = s }),
        De(c => c.AccueilPriseEnCharge, (c, s) => c with { AccueilPriseEnCharge = s }),
        De(c => c.Patientele, (c, s) => c with { Patientele = s }),
        De(c => c.Specificites, (c, s) => c with { Specificites = s }),
        De(c => c.Contacts, (c, s) => c with { Contacts = s }),
        De(c => c.Adresse, (c, s) => c with { Adresse = s }),
        De(c => c.MessagerieSecurisee, (c, s) => c with { MessagerieSecurisee = s }),
        De(c => c.Horaires, (c, s) => c with { Horaires = s }),
        De(c => c.ZoneIntervention, (c, s) => c with { ZoneIntervention = s }),
        De(c => c.Lieux, (c, s) => c with { Lieux = s }),
        De(c => c.DonneesNationales, (c, s) => c with { DonneesNationales = s }),
    ];

    public static DescriptionSection DeCle(string cle) => Toutes.Single(s => s.Cle == cle);

    public static DescriptionSection De<TSection>()
        where TSection : ISection<TSection> => DeCle(TSection.Cle);

    private static Description<TSection> De<TSection>(Func<ContenuOffre, TSection?> lire, Func<ContenuOffre, TSection?, ContenuOffre> ecrire)
        where TSection : class, ISection<TSection>, new() => new(lire, ecrire);

    private sealed record Description<TSection>(Func<ContenuOffre, TSection?> Lecteur, Func<ContenuOffre, TSection?, ContenuOffre> Ecrivain)
        : DescriptionSection(TSection.Cle, TSection.Titre, TSection.Champs, typeof(TSection))
        where TSection : class, ISection<TSection>, new()
    {
        public override ISection Vide { get; } = new TSection();

        public override ISection? Lire(ContenuOffre contenu) => Lecteur(contenu);

        public override ContenuOffre Ecrire(ContenuOffre contenu, ISection? section) => Ecrivain(contenu, (TSection?)section);
    }
}
