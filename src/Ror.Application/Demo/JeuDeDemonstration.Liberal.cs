using Ror.Application.Commun;
using Ror.Application.Offres;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using static Ror.Application.Demo.ContenusDemo;
using static Ror.Application.Demo.IdsDemo;

namespace Ror.Application.Demo;

/// <content>The story of the liberal guide: a médecin généraliste with three drafts, one of them in a maison de santé, and an offer that is published.</content>
public sealed partial class JeuDeDemonstration
{
    private async Task ChargerLiberalAsync(CancellationToken ct)
    {
        var maison = Ouvrir(EjMaisonSante, "1810990069", "MAISON DE SANTE DU REALMONTAIS (fictive)", "60", MaisonSante, "1810990077", "MAISON DE SANTE DU REALMONTAIS", Domain.Offres.Offre.MaisonSante,
            new() { NumeroVoie = "1", LibelleVoie = "rue de la Maison de santé", CodePostal = "81120", Localite = "Réalmont", Commune = "81222" });
        foreach (var (cabinet, numero) in Cabinets.Select((c, i) => (c, i)))
        {
            Entamer(await NaitreAsync(cabinet, numero, ct), maison);
        }
    }

    private async Task<OffreEnPlace> NaitreAsync(CabinetDemo cabinet, int numero, CancellationToken ct)
    {
        var ej = Reussir(EntiteJuridique.Importer(EjCabinet(numero), new() { IdNatStruct = $"EJ{cabinet.IdNatStruct[1..]}", RaisonSociale = cabinet.Denomination }, Origine.Rpps, _instant));
        var eg = Reussir(ej.ImporterEntiteGeographique(cabinet.Id, new() { IdNatStruct = cabinet.IdNatStruct, Denomination = cabinet.Denomination, Categorie = new CodeNos("SA07"), Adresse = cabinet.Adresse }, Origine.Rpps, _instant));
        _db.EntitesJuridiques.Add(ej);
        _db.EntitesGeographiques.Add(eg);
        var (fiche, rattachement) = (Medecin(), new Rattachement(TypeNoeud.EntiteGeographique, eg.Id));
        var environnement = await _acces.Environnement(eg, rattachement, ct);
        var offre = Reussir(eg.FaireNaitreOffre(new(cabinet.Offre, await _numerotation.SuivantAsync(TypeIdentifiant.Offre, eg.Region, ct), fiche, fiche.Exercices[0], environnement)));
        _db.Offres.Add(offre);
        var situation = fiche.Situations.Single(s => s.Structure == cabinet.IdNatStruct);
        return new(offre, eg, environnement with { ExtraitNational = ExtraitNational.De(fiche, situation, fiche.Exercices[0], eg, _referentiels.Nomenclatures) });
    }

    private void Entamer(OffreEnPlace place, EntiteGeographique maison)
    {
        var (offre, _, environnement) = place;
        if (offre.Id == LiberalMaisonSante)
        {
            Reussir(offre.Rattacher(maison, _instant));
        }
        else if (offre.Id == LiberalGaillac)
        {
            Remplir(offre, environnement, MedecineGenerale("Gaillac"), AuCabinet(), SemaineLiberale());
        }
        else if (offre.Id == LiberalCastres)
        {
            Remplir(offre, environnement, MedecineGenerale("Castres"), ADomicile("81065", "81163"), SemaineLiberale(visites: true));
            Publier(place);
        }
    }

    private static void Remplir(Offre offre, Environnement environnement, DescriptionOffre description, ModalitesIntervention modalites, Horaires horaires)
    {
        Reussir(offre.ValiderEtape(DonneesNationales.Cle, [Accord()], environnement));
        Reussir(offre.ValiderEtape(description, environnement));
        Reussir(offre.ValiderEtape(modalites, environnement));
        Reussir(offre.ValiderEtape(Domain.Offres.Sections.Contacts.Cle, [ContactsLiberaux()], environnement));
        Reussir(offre.ValiderEtape(Horaires.Cle, [horaires], environnement));
    }
}
