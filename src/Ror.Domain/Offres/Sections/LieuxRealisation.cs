using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Identifiants;
using Ror.Domain.Lieux;
using static Ror.Domain.Champs.Champ<Ror.Domain.Offres.Sections.LieuxRealisation>;

namespace Ror.Domain.Offres.Sections;

/// <summary>Where the offer is delivered: lieux of its établissement, attached and detached one by one.</summary>
public sealed record LieuxRealisation : ISection<LieuxRealisation>
{
    public const int NombreMax = 50;

    public static string Cle => "lieux";

    public static string Titre => "Lieux de réalisation";

    /// <summary>Identifiers of the lieux, in national form, in the order in which they were attached.</summary>
    public Liste<string> Lieux { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Textes("lieux", "Lieux", s => s.Lieux, (s, v) => s with { Lieux = v ?? [] }) with
        {
            NombreMax = NombreMax,
            LongueurMax = 20,
            Motif = new(IdentifiantRegional.Motif, LieuErreurs.Introuvable),
            ParOperations = true,
            Aide = "Identifiants des lieux de réalisation de l'offre, du même établissement ; ils s'associent et se dissocient un par un.",
        },
    ];

    // What the world reads already stays, with its status.
    public IEnumerable<Erreur> Verifier(ContexteSaisie contexte) => Lieux.Index()
        .Where(l => contexte.LieuxFermes.Contains(l.Item) && contexte.Publie?.Lieux?.Lieux.Contains(l.Item) is not true)
        .Select(l => LieuErreurs.ADissocier.Sur($"/lieux/{l.Index}", l.Item));
}
