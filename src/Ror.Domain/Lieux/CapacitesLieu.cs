using Ror.Domain.Commun;

namespace Ror.Domain.Lieux;

/// <summary>What a write of figures meets at a lieu.</summary>
/// <param name="Forcer">An older measure replaces a later one.</param>
/// <param name="SansOffreOuverte">The lieu is closed, or has published offers, all closed (L5).</param>
public sealed record ContexteMesures(bool Forcer, bool SansOffreOuverte);

/// <summary>
/// The figures of a lieu: apart from its fiche, so that a bed manager and an author never meet. Has the id of its lieu. The date of each measure orders them, no
/// version does.
/// </summary>
public sealed class CapacitesLieu : Agregat
{
    /// <summary>Clocks differ a little.</summary>
    public static readonly TimeSpan AvanceAdmise = TimeSpan.FromMinutes(5);

    private CapacitesLieu()
    {
    }

    public Guid EntiteGeographiqueId { get; private init; }

    /// <summary>One per key, in the order of keys.</summary>
    public Liste<IndicateurCapacite> Indicateurs { get; private set; } = [];

    public static CapacitesLieu De(LieuRealisationOffre lieu) => new() { Id = lieu.Id, EntiteGeographiqueId = lieu.EntiteGeographiqueId, CreeLe = lieu.CreeLe, ModifieLe = lieu.CreeLe };

    /// <summary>Why the state of the lieu and the figures that it has refuse these; what no figure could ever be is told by their declarations and by their dates.</summary>
    /// <param name="mesures">Checked by both.</param>
    public IEnumerable<Erreur> Refuser(IReadOnlyList<IndicateurCapacite> mesures, ContexteMesures contexte) => mesures.SelectMany((mesure, i) => Refuser(mesure.Complete(), contexte).Select(e => e with { Champ = $"/{i}{e.Champ}" }));

    /// <summary>Takes the figures, and leaves the others.</summary>
    /// <param name="mesures">That <see cref="Refuser(IReadOnlyList{IndicateurCapacite}, ContexteMesures)"/> has nothing against.</param>
    /// <returns>Those that are new or say something else.</returns>
    public IReadOnlyList<IndicateurCapacite> Mesurer(IReadOnlyList<IndicateurCapacite> mesures, DateTime instant)
    {
        var connus = Indicateurs.ToDictionary(i => i.Cle());
        var changes = mesures.Select(m => m.Complete()).Where(m => connus.GetValueOrDefault(m.Cle()) != m).ToList();
        if (changes.Count > 0)
        {
            foreach (var change in changes)
            {
                connus[change.Cle()] = change;
            }

            Indicateurs = connus.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value).EnListe();
            Toucher(instant);
        }

        return changes;
    }

    /// <summary>L5: no open offer is left.</summary>
    /// <returns>The figures that became zero.</returns>
    public IReadOnlyList<IndicateurCapacite> ViderDisponibles(DateTime instant) =>
        Mesurer([.. Indicateurs.Where(i => i is { Statut.Code: IndicateurCapacite.Disponible, Nombre: > 0 }).Select(i => i with { Nombre = 0, DateMaj = Plus(i.DateMaj!, InstantMesure.Ecrire(instant)) })], instant);

    /// <summary>More is available than installed: surge exists, whoever wrote should know.</summary>
    /// <returns>Available and installed, of each affectation and nature where it is so.</returns>
    public IEnumerable<(int Disponibles, int Installes)> Surcroits() =>
        from groupe in Indicateurs.Where(i => i.Temporalite!.Code == "01").GroupBy(i => (i.AffectationTemporaire, i.Nature))
        let installes = groupe.SingleOrDefault(i => i.Statut!.Code == IndicateurCapacite.Installe)?.Nombre
        let disponibles = groupe.Where(i => i.Statut!.Code == IndicateurCapacite.Disponible).Sum(i => i.Nombre!.Value)
        where installes is not null && disponibles > installes
        select (disponibles, installes.Value);

    /// <summary>Dates ahead of the service, whatever else is wrong with the figures.</summary>
    /// <param name="instant">UTC.</param>
    public static IEnumerable<Erreur> RefuserFutures(IReadOnlyList<IndicateurCapacite> mesures, DateTime instant) => mesures.Index().Where(m => InstantMesure.Lire(m.Item.DateMaj) > instant + AvanceAdmise)
        .Select(m => CapaciteErreurs.MesureFuture.Sur($"/{m.Index}/dateMaj", m.Item.DateMaj!, InstantMesure.Ecrire(instant)));

    private IEnumerable<Erreur> Refuser(IndicateurCapacite mesure, ContexteMesures contexte)
    {
        if (!contexte.Forcer && Indicateurs.FirstOrDefault(i => i.Cle() == mesure.Cle()) is { } stockee && string.CompareOrdinal(mesure.DateMaj, stockee.DateMaj) < 0)
        {
            yield return CapaciteErreurs.MesureAnterieure.Sur("/dateMaj", stockee.DateMaj!);
        }

        if (contexte.SansOffreOuverte && mesure is { Statut.Code: IndicateurCapacite.Disponible, Nombre: > 0 })
        {
            yield return CapaciteErreurs.OffresFermees.Sur("/nombre");
        }
    }

    private static string Plus(string un, string autre) => string.CompareOrdinal(un, autre) > 0 ? un : autre;
}
