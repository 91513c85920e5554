using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using Ror.Domain.Structures;

namespace Ror.Application.Lieux.Capacites;

/// <summary>A lieu of the établissement, as far as naming it goes.</summary>
internal sealed record LieuConnu(Guid Id, string Nom, string? IdExterneSynchro, Fermeture? Fermeture);

/// <summary>A row of a write with the lieu that it names, or why it names none.</summary>
/// <param name="Formes">What no figure could ever be.</param>
internal sealed record DemandeDesignee(MesuresDUnLieu Mesures, int Rang, IReadOnlyList<Erreur> Formes, LieuConnu? Lieu, Erreur? Faute);

/// <summary>From what a write names to the lieux of its établissement: unknown, ambiguous and repeated are told apart.</summary>
internal sealed class LieuxConnus(IReadOnlyList<LieuConnu> lieux)
{
    private readonly Dictionary<Guid, LieuConnu> _parId = lieux.ToDictionary(l => l.Id);
    private readonly ILookup<string, LieuConnu> _parExterne = lieux.Where(l => l.IdExterneSynchro is not null).ToLookup(l => l.IdExterneSynchro!, StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> _rangs = [];

    public DemandeDesignee Designer(MesuresDUnLieu mesures, int rang, IReadOnlyList<Erreur> formes)
    {
        var (lieu, faute) = (mesures.Lieu, mesures.LieuExterne) switch
        {
            ({ } id, null) => Guid.TryParse(id, out var lu) && _parId.TryGetValue(lu, out var connu) ? (connu, null) : (null, LieuErreurs.Introuvable.Sur("/lieu")),
            (null, { } externe) => Externe(externe),

            // Told by the shape.
            _ => ((LieuConnu?)null, (Erreur?)null),
        };

        // A row that is refused by itself does not stand in the way of a good one.
        return new(mesures, rang, formes, lieu, faute ?? (lieu is null || formes.Count > 0 ? null : Refuser(lieu, rang, mesures.Lieu is null ? "/lieuExterne" : "/lieu")));
    }

    private (LieuConnu?, Erreur?) Externe(string externe) => _parExterne[externe].ToList() switch
    {
        [var seul] => (seul, null),
        [] => (null, LieuErreurs.Introuvable.Sur("/lieuExterne")),
        var plusieurs => (null, LieuErreurs.Ambigu.Sur("/lieuExterne", plusieurs.Count, externe) with { Precisions = new Dictionary<string, object> { ["nombre"] = plusieurs.Count } }),
    };

    private Erreur? Refuser(LieuConnu lieu, int rang, string pointeur) =>
        !_rangs.TryAdd(lieu.Id, rang) ? CapaciteErreurs.LieuEnDouble.Sur(pointeur, _rangs[lieu.Id])
        : lieu.Fermeture is { Type: TypeFermeture.Definitive } ? LieuErreurs.Ferme.Sur(pointeur)
        : null;
}
