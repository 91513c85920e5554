using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres.Parcours;

/// <summary>A step with a record of its own: body of its PUT, made of fields that stand in several sections.</summary>
public interface IEtape<TSoi> : IChamps
    where TSoi : class, IEtape<TSoi>, new()
{
    static abstract string Cle { get; }

    static abstract IReadOnlyList<Emprunt> Emprunts { get; }

    /// <summary>What is said in short is written out, and what cannot be together is left aside.</summary>
    TSoi Completer(ContexteSaisie contexte) => (TSoi)this;
}

/// <summary>A field of a section as a step holds it.</summary>
/// <param name="Source">In the section.</param>
/// <param name="Champ">The same declaration, on the record of the step.</param>
/// <param name="Codes">Of a list of codes, those that the step holds; the others stay as they are. Null: all of them.</param>
public sealed record Emprunt(DescriptionSection Section, Champ Source, Champ Champ, IReadOnlyList<string>? Codes)
{
    public static Emprunt De<TSection, TEtape, TValeur>(
        string nom, Func<TEtape, TValeur?> lire, Func<TEtape, TValeur?, TEtape> ecrire, IReadOnlyList<string>? codes = null, Func<Champ, Champ>? ici = null)
        where TSection : class, ISection<TSection>
        where TEtape : notnull
    {
        var section = LesSections.De<TSection>();
        var source = section.Champs.Single(c => c.Nom == nom);
        Champ champ = new Champ<TEtape, TValeur>(source, lire, ecrire);
        champ = codes is null ? champ : champ with { Partiel = true, Admet = (c, code) => codes.Contains(code.Code) && source.Admet?.Invoke(c, code) != false, RegleAdmission = "parcours" };
        return new(section, source, ici is null ? champ : ici(champ), codes);
    }

    public object? Lire(ISection section) => Codes is null ? Source.Lire(section) : Les(section).Where(EstDIci).EnListe();

    public ISection Ecrire(ISection section, object? valeur) =>
        (ISection)Source.Ecrire(section, Codes is null ? valeur : Remplacer(Les(section), (Liste<CodeNos>?)valeur ?? []));

    // Each in the place of one of the step's own, so that what is given back as it was changes nothing.
    private Liste<CodeNos> Remplacer(Liste<CodeNos> avant, Liste<CodeNos> apres)
    {
        var suite = new Queue<CodeNos>(apres);
        var places = avant.Select(c => EstDIci(c) ? suite.TryDequeue(out var place) ? place : null : c).OfType<CodeNos>().ToList();
        return places.Concat(suite).EnListe();
    }

    private Liste<CodeNos> Les(ISection section) => (Liste<CodeNos>)Source.Lire(section)!;

    private bool EstDIci(CodeNos code) => Codes!.Contains(code.Code);
}

/// <summary>How generic code reaches the record of a step.</summary>
/// <param name="Champs">Those that it borrows, and those of its own.</param>
public abstract record VueEtape(IReadOnlyList<Emprunt> Emprunts, IReadOnlyList<Champ> Champs)
{
    public IReadOnlyList<DescriptionSection> Sections { get; } = [.. Emprunts.Select(e => e.Section).Distinct()];

    protected abstract object Vide { get; }

    /// <summary>The section that a field of the step stands in; one of its own goes with the last.</summary>
    public static DescriptionSection Section(IReadOnlyList<Emprunt> emprunts, Champ champ) => (emprunts.FirstOrDefault(e => e.Champ == champ) ?? emprunts[^1]).Section;

    public static VueEtape De<TEtape>()
        where TEtape : class, IEtape<TEtape>, new() => new Vue<TEtape>();

    /// <summary>The record of the step, from what the offer holds.</summary>
    public object Lire(ContenuOffre contenu) => Emprunts.Aggregate(Vide, (etape, e) => e.Section.Lire(contenu) is { } section ? e.Champ.Ecrire(etape, e.Lire(section)) : etape);

    /// <summary>Other fields, and other codes, of those sections stay.</summary>
    public ContenuOffre Ecrire(ContenuOffre contenu, object etape) =>
        Emprunts.Aggregate(contenu, (c, e) => e.Section.Ecrire(c, e.Ecrire(e.Section.Lire(c) ?? e.Section.Vide, e.Champ.Lire(etape))));

    /// <summary>With what was left out as the offer has it: a fixed value, the default of a declaration.</summary>
    public object Completer(object etape, ContenuOffre contenu) => Emprunts.Aggregate(etape, (s, e) => e.Champ.EstRempli(s) ? s : e.Champ.Ecrire(s, e.Lire(e.Section.Lire(contenu)!)));

    /// <summary>Shortcomings of the step, with pointers into its record: its fields have the names that they have in their sections.</summary>
    public IEnumerable<Manquement> Evaluer(object etape, ContexteSaisie contexte) => Sections.SelectMany(section =>
    {
        var champs = Emprunts.Where(e => e.Section == section).Select(e => e.Champ).ToList();
        var regles = Formes.EstDemesuree(champs, etape) ? [] : (section.Lire(contexte.Contenu) ?? section.Vide).Verifier(contexte).Where(e => champs.Any(c => Porte(c, e)));
        return Evaluation.De(section.Cle, champs, etape, contexte)
            .Concat(regles.Select(erreur => new Manquement(erreur, EstAbsence: false)))
            .Select(m => m with { Erreur = m.Erreur with { Section = section.Cle } });
    });

    public IEnumerable<Erreur> VerifierForme(object etape, ContexteSaisie contexte) =>
        Emprunts.SelectMany(e => Formes.Verifier([e.Champ], etape, contexte.Nomenclatures, contexte.Jour).Select(f => f with { Section = e.Section.Cle }));

    /// <summary>What was written out may be more than the field holds.</summary>
    public IEnumerable<Erreur> VerifierTailles(object etape, ContexteSaisie contexte) => Formes.EstDemesuree(Champs, etape) ? VerifierForme(etape, contexte).Where(e => e.Type == ChampErreurs.ListeTropLongue) : [];

    private static bool Porte(Champ champ, Erreur erreur) => erreur.Champ == champ.Pointeur || erreur.Champ?.StartsWith(champ.Pointeur + "/", StringComparison.Ordinal) is true;

    private sealed record Vue<TEtape>() : VueEtape(TEtape.Emprunts, TEtape.Champs)
        where TEtape : class, IEtape<TEtape>, new()
    {
        protected override object Vide { get; } = new TEtape();
    }
}
