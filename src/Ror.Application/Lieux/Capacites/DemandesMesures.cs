using Ror.Domain.Champs;
using Ror.Domain.Commun;
using Ror.Domain.Lieux;
using static Ror.Domain.Champs.Champ<Ror.Application.Lieux.Capacites.MesuresDUnLieu>;

namespace Ror.Application.Lieux.Capacites;

/// <summary>Figures of one lieu: those that are sent are replaced, the others stay.</summary>
public sealed record Mesures : IChamps, IRegles
{
    public Liste<IndicateurCapacite> Indicateurs { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } = [Champ<Mesures>.Lignes<IndicateurCapacite>("indicateurs", "Indicateurs", s => s.Indicateurs, (s, v) => s with { Indicateurs = v ?? [] }) with { Exigence = Champ.Toujours, Obligatoire = "toujours, au moins un", NombreMax = MesuresDUnLieu.IndicateursMax, Aide = "Un par combinaison de dimensions ; les autres restent." }];

    public IEnumerable<Erreur> Regles() => MesuresDUnLieu.Regles(Indicateurs);
}

/// <summary>Figures of one lieu among others.</summary>
public sealed record MesuresDUnLieu : IChamps, IRegles
{
    public const int IndicateursMax = 200;

    public string? Lieu { get; init; }

    public string? LieuExterne { get; init; }

    public Liste<IndicateurCapacite> Indicateurs { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } =
    [
        Texte("lieu", "Lieu", s => s.Lieu, (s, v) => s with { Lieu = v }) with { LongueurMax = 36, Motif = new("^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", CapaciteErreurs.LieuNonDesigne), Aide = "UUID du lieu ; ou bien son identifiant externe." },
        Texte("lieuExterne", "Identifiant externe du lieu", s => s.LieuExterne, (s, v) => s with { LieuExterne = v }) with { LongueurMax = 100, Aide = "Celui de la zone de lits dans le logiciel de l'établissement." },
        Lignes<IndicateurCapacite>("indicateurs", "Indicateurs", s => s.Indicateurs, (s, v) => s with { Indicateurs = v ?? [] }) with { Exigence = Champ.Toujours, Obligatoire = "toujours, au moins un", NombreMax = IndicateursMax, Aide = "Un par combinaison de dimensions ; les autres restent." },
    ];

    public IEnumerable<Erreur> Regles() => (Lieu is null) == (LieuExterne is null) ? Regles(Indicateurs).Prepend(CapaciteErreurs.LieuNonDesigne.Sur("/lieu")) : Regles(Indicateurs);

    internal static IEnumerable<Erreur> Regles(Liste<IndicateurCapacite> indicateurs)
    {
        var premiers = new Dictionary<string, int>();
        for (var i = 0; i < indicateurs.Count; i++)
        {
            var cle = (indicateurs[i] with { AffectationTemporaire = indicateurs[i].AffectationTemporaire ?? new("01") }).Cle();
            if (!premiers.TryAdd(cle, i))
            {
                yield return CapaciteErreurs.EnDouble.Sur($"/indicateurs/{i}", cle, premiers[cle]);
            }

            foreach (var erreur in indicateurs[i].Regles())
            {
                yield return erreur with { Champ = $"/indicateurs/{i}{erreur.Champ}" };
            }
        }
    }
}

/// <summary>Figures of many lieux of one établissement.</summary>
public sealed record MesuresDeLieux : IChamps, IRegles
{
    /// <summary>In one write.</summary>
    public const int LieuxMax = 1000;

    public Liste<MesuresDUnLieu> Lieux { get; init; } = [];

    public static IReadOnlyList<Champ> Champs { get; } = [Champ<MesuresDeLieux>.Lignes<MesuresDUnLieu>("lieux", "Lieux", s => s.Lieux, (s, v) => s with { Lieux = v ?? [] }) with { Exigence = Champ.Toujours, Obligatoire = "toujours, au moins un", NombreMax = LieuxMax, Aide = "Mille au plus par écriture." }];

    public IEnumerable<Erreur> Regles() => Lieux.SelectMany((lieu, i) => lieu.Regles().Select(e => e with { Champ = $"/lieux/{i}{e.Champ}" }));
}
