using System.Security.Cryptography;
using System.Text;
using Ror.Domain.Champs;
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
    public string Empreinte(ContexteSaisie contexte) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Dependances(contexte))))[..16];
}

/// <summary>The fact that is stored: this step was validated then, on that basis.</summary>
public sealed record MarqueEtape(string Cle, DateTime Le, string Empreinte);

/// <summary>A step with its computed state.</summary>
public sealed record EtapeEvaluee(Etape Etape, EtatEtape Etat, IReadOnlyList<Commun.Erreur> Manquants);

/// <summary>An ordered list of steps.</summary>
/// <param name="OrdreStrict">Each step must be validated before the next.</param>
public sealed record Parcours(string Cle, bool OrdreStrict, IReadOnlyList<Etape> Etapes)
{
    public Etape? Trouver(string cle) => Etapes.SingleOrDefault(e => e.Cle == cle);

    /// <summary>The step that writes a section first; null when the section is outside the steps.</summary>
    public Etape? EtapeDe(string section) => Etapes.SingleOrDefault(e => e.Sections.Any(s => s.Cle == section));

    /// <summary>Facts are stored, states are computed.</summary>
    public IReadOnlyList<EtapeEvaluee> Evaluer(IEnumerable<MarqueEtape> marques, ContexteSaisie contexte) =>
    [
        .. from etape in Etapes
           let manquants = etape.Sections.SelectMany(s => BilanCompletude.DeLaSection(s, contexte)).ToList()
           let marque = marques.SingleOrDefault(m => m.Cle == etape.Cle)
           select new EtapeEvaluee(etape, Etat(marque, manquants.Count == 0 && marque?.Empreinte == etape.Empreinte(contexte)), manquants),
    ];

    private static EtatEtape Etat(MarqueEtape? marque, bool tient) => (marque, tient) switch
    {
        (null, _) => EtatEtape.AFaire,
        (_, true) => EtatEtape.Validee,
        (_, false) => EtatEtape.ARevoir,
    };
}
