using Ror.Domain.Champs;
using Ror.Domain.Offres.Sections;

namespace Ror.Domain.Offres;

/// <summary>A field that two contents do not have alike; a section that was never written is an empty one.</summary>
public sealed record Difference(DescriptionSection Section, Champ Champ, ISection Avant, ISection Apres)
{
    /// <summary>In the order of the sections and of their fields.</summary>
    public static IReadOnlyList<Difference> Entre(ContenuOffre avant, ContenuOffre apres) =>
    [
        .. from section in LesSections.Toutes
           let a = section.Lire(avant) ?? section.Vide
           let b = section.Lire(apres) ?? section.Vide
           from champ in section.Champs
           where !Equals(champ.Lire(a), champ.Lire(b))
           select new Difference(section, champ, a, b),
    ];
}
