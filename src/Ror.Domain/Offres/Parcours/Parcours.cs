using System.Security.Cryptography;
using System.Text;
using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres.Parcours;

public enum EtatEtape
{
    AFaire,
    Validee,
    ARevoir,
}

/// <summary>A step: a view on sections, never an owner of data.</summary>
/// <param name="ImportantASavoir">The boxed notice at the top of the page.</param>
/// <param name="Dependances">What its validity rests upon outside its own fields; a change of it puts the step to <c>a-revoir</c>.</param>
public sealed record Etape(string Cle, string Titre, string ImportantASavoir, IReadOnlyList<DescriptionSection> Sections, Func<ContexteSaisie, string> Dependances)
{
    /// <summary>Of a step that has a record of its own.</summary>
    public VueEtape? Vue { get; init; }

    /// <summary>What it still lacks.</summary>
    public IEnumerable<Erreur> Manquants(ContexteSaisie contexte)
    {
        if (Vue is not { } vue)
        {
            return Sections.SelectMany(s => BilanCompletude.DeLaSection(s, contexte));
        }

        var etape = vue.Lire(contexte.Contenu);
        return vue.VerifierForme(etape, contexte).Concat(vue.Evaluer(etape, contexte).Select(m => m.Erreur));
    }

    /// <summary>Of a step that was validated while nothing was there for it to rest upon.</summary>
    public static string SansDependance { get; } = Empreinte("");

    public string Empreinte(ContexteSaisie contexte) => Empreinte(Dependances(contexte));

    private static string Empreinte(string dependances) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dependances)))[..16];
}

/// <summary>The fact that is stored: this step was validated then, on that basis.</summary>
public sealed record MarqueEtape(string Cle, DateTime Le, string Empreinte);

/// <summary>A step with its computed state.</summary>
/// <param name="Prerempli">Its values come from another offer, and were not validated since.</param>
public sealed record EtapeEvaluee(Etape Etape, EtatEtape Etat, bool Prerempli, IReadOnlyList<Erreur> Manquants);

/// <summary>An ordered list of steps.</summary>
/// <param name="OrdreStrict">Each step must be validated before the next.</param>
public sealed record Parcours(string Cle, bool OrdreStrict, IReadOnlyList<Etape> Etapes)
{
    public Etape? Trouver(string cle) => Etapes.SingleOrDefault(e => e.Cle == cle);

    /// <summary>The steps that write a section; none when the section is outside the steps.</summary>
    public IEnumerable<Etape> EtapesDe(string section) => Etapes.Where(e => e.Sections.Any(s => s.Cle == section));

    /// <summary>Facts are stored, states are computed.</summary>
    /// <param name="preremplies">Keys of the steps that another offer filled.</param>
    public IReadOnlyList<EtapeEvaluee> Evaluer(IEnumerable<MarqueEtape> marques, IReadOnlyCollection<string> preremplies, ContexteSaisie contexte) =>
    [
        .. from etape in Etapes
           let manquants = etape.Manquants(contexte).ToList()
           let marque = marques.SingleOrDefault(m => m.Cle == etape.Cle)
           let prerempli = preremplies.Contains(etape.Cle)
           select new EtapeEvaluee(etape, Etat(marque, !prerempli && manquants.Count == 0 && marque is not null && Tient(marque, etape.Empreinte(contexte))), prerempli, manquants),
    ];

    // What rested upon nothing loses nothing.
    private static bool Tient(MarqueEtape marque, string empreinte) => marque.Empreinte == empreinte || marque.Empreinte == Etape.SansDependance;

    private static EtatEtape Etat(MarqueEtape? marque, bool tient) => (marque, tient) switch
    {
        (null, _) => EtatEtape.AFaire,
        (_, true) => EtatEtape.Validee,
        (_, false) => EtatEtape.ARevoir,
    };
}
