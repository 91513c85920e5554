using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Lieux;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using static Ror.Application.Demo.IdsDemo;

namespace Ror.Application.Demo;

/// <content>Chapter 7 of the structure guide: lieux with their figures and their equipment, and the offers that are delivered there.</content>
public sealed partial class JeuDeDemonstration
{
    private static readonly CodeNos BedManagement = new("02");

    private async Task ChargerLieuxChAlbiAsync(EntiteGeographique eg, CancellationToken ct)
    {
        var chirurgie = await LieuAsync(eg, LieuChirurgie, new() { Nom = "Bâtiment A, 2e étage", Fonction = new("001"), Adresse = eg.Adresse, Acces = "Entrée principale, ascenseur A.", IdExterneSynchro = "ZL-CHIR-2", NomExterneSynchro = "Chirurgie 2" }, ct);
        Mesurer(chirurgie, Lits(IndicateurCapacite.Installe, 24), Lits(IndicateurCapacite.Disponible, 4) with { Genre = new("01") }, Lits(IndicateurCapacite.Disponible, 2) with { Genre = new("02") }, Lits(IndicateurCapacite.Occupe, 18));
        await LieuAsync(eg, LieuConsultations, new() { Nom = "Bâtiment B, rez-de-chaussée", Fonction = new("005"), Adresse = eg.Adresse, Acces = "Face à l'accueil." }, ct);
        var bloc = await LieuAsync(eg, LieuBloc, new() { Nom = "Bloc opératoire", Fonction = new("006"), Adresse = eg.Adresse }, ct);
        bloc.Equiper(new() { Equipements = [new() { Type = new("003"), NombreEnService = 1, Limites = [new() { Caracteristique = new("001"), Valeur = 250 }] }] }, _instant);
        Prevoir(bloc, TypeFermeture.Provisoire);
    }

    private async Task ChargerLieuEhpadAsync(EntiteGeographique eg, CancellationToken ct)
    {
        var lieu = await LieuAsync(eg, LieuEhpad, new() { Nom = "Résidence", Fonction = new("003"), Adresse = eg.Adresse, IdExterneSynchro = "RESIDENCE" }, ct);
        lieu.Equiper(new() { Habitations = [new() { Type = new("02"), Nombre = 60 }, new() { Type = new("01"), Nombre = 10 }] }, _instant);
        Mesurer(lieu, Lits(IndicateurCapacite.Installe, 80) with { Nature = new("02") });
    }

    private async Task<LieuRealisationOffre> LieuAsync(EntiteGeographique eg, Guid id, FicheLieu fiche, CancellationToken ct)
    {
        var lieu = Reussir(eg.OuvrirLieu(id, await _numerotation.SuivantAsync(TypeIdentifiant.LieuRealisationOffre, eg.Region, ct), fiche, _instant));
        _db.Lieux.Add(lieu);
        _db.CapacitesLieux.Add(CapacitesLieu.De(lieu));
        return lieu;
    }

    private OffreEnPlace Situer(OffreEnPlace place, Guid lieu)
    {
        Reussir(place.Offre.Associer(_db.Lieux.Local.Single(l => l.Id == lieu), place.Environnement));
        return place;
    }

    private void Mesurer(LieuRealisationOffre lieu, params IndicateurCapacite[] indicateurs)
    {
        var changes = _db.CapacitesLieux.Local.Single(c => c.Id == lieu.Id).Mesurer(indicateurs, _instant);
        _db.MesuresCapacite.AddRange(changes.Select((i, rang) => MesureCapacite.De(Id(lieu.Id, rang), lieu.Id, i, _instant, _appelant.Sujet)));
    }

    private static IndicateurCapacite Lits(string statut, int nombre) =>
        new() { Nature = new("01"), Statut = new(statut), Temporalite = new("01"), Nombre = nombre, Source = BedManagement, DateMaj = "2026-01-05T07:00:00Z" };

    // Fixed, as every id of the demo.
    private static Guid Id(Guid lieu, int rang) => Guid.Parse($"{lieu.ToString()[..^4]}e{lieu.ToString()[^2..]}{rang}");
}
