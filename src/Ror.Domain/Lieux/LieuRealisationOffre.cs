using Ror.Domain.Identifiants;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Lieux;

/// <summary>A place where offers of an établissement are delivered (MOS LieuRealisationOffre). It opens, closes and reopens like a level of the tree, and has nothing below.</summary>
public sealed class LieuRealisationOffre : Noeud
{
    internal LieuRealisationOffre(Guid id, Guid entiteGeographiqueId, IdentifiantRegional identifiant, FicheLieu fiche, DateTime instant)
    {
        (Id, EntiteGeographiqueId, Identifiant, CreeLe, ModifieLe) = (id, entiteGeographiqueId, identifiant, instant, instant);
        Ecrire(fiche);
    }

    private LieuRealisationOffre()
    {
    }

    public Guid EntiteGeographiqueId { get; private init; }

    public IdentifiantRegional Identifiant { get; private init; } = null!;

    public FicheLieu Fiche { get; private set; } = null!;

    public EquipementsLieu Equipements { get; private set; } = EquipementsLieu.Aucun;

    /// <summary>For finding it.</summary>
    public string? IdExterneSynchro { get; private set; }

    public string Nom => Fiche.Nom!;

    public override TypeNoeud Type => TypeNoeud.LieuRealisationOffre;

    public override TypeNoeud TypeDuParent => TypeNoeud.EntiteGeographique;

    internal override Guid ParentDirect => EntiteGeographiqueId;

    /// <param name="fiche">Checked by its declarations (<see cref="Champs.Fiches"/>).</param>
    public void Modifier(FicheLieu fiche, DateTime instant)
    {
        if (fiche.Completee() != Fiche)
        {
            Ecrire(fiche);
            Toucher(instant);
        }
    }

    /// <param name="equipements">Checked by its declarations (<see cref="Champs.Fiches"/>).</param>
    public void Equiper(EquipementsLieu equipements, DateTime instant)
    {
        if (equipements.Completes() is var complets && complets != Equipements)
        {
            Equipements = complets;
            Toucher(instant);
        }
    }

    /// <summary>J224.</summary>
    public static string Statut(StatutOffre etat) => etat switch
    {
        StatutOffre.FermeeDefinitivement => "1",
        StatutOffre.FermeeTemporairement => "2",
        StatutOffre.Validee or StatutOffre.Brouillon => "3",
    };

    private void Ecrire(FicheLieu fiche) => (Fiche, IdExterneSynchro) = (fiche.Completee(), fiche.IdExterneSynchro);
}
