using System.Globalization;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;
using static Ror.Domain.Tests.OffreLiberaleEssai;

namespace Ror.Domain.Tests;

/// <summary>
/// Thousands of acts drawn at random over one liberal offer, against a small model written from domain §5, H7 and P1–P5 alone.
/// The seed is in the failure message; <c>ROR_SEED</c> replaces it.
/// </summary>
public sealed class MarcheLiberaleTests
{
    private const int Actes = 3000;
    private const string Refus = "offre.transition-interdite";

    private static readonly string[] Cles = ["donnees-nationales", "description", "modalites", "contacts", "horaires", "recapitulatif"];
    private static readonly Offre Source = Publiee();

    [Fact]
    public void Trois_mille_actes_au_hasard_suivent_le_modele()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), CultureInfo.InvariantCulture, out var lue) ? lue : 20261129;
        var hasard = new Random(graine);
        var (offre, modele) = (Naitre(), new Modele());
        var vus = new HashSet<string>();
        for (var acte = 1; acte <= Actes; acte++)
        {
            if (modele.ActesApresFermeture > 15)
            {
                (offre, modele) = (Naitre(), new Modele());
            }

            var (nom, attendu, resultat) = Jouer(hasard, offre, modele);
            var repere = $"ROR_SEED={graine} acte {acte} : {nom}";
            Assert.True(attendu == Code(resultat), $"{repere} : attendu {attendu}, obtenu {Code(resultat)}");
            modele.Vieillir();
            var (voulu, vu) = (modele.Decrire(), Decrire(offre, modele.Environnement));
            Assert.True(voulu == vu, $"{repere}\nattendu {voulu}\nobtenu  {vu}");
            vus.UnionWith([attendu, offre.Statut.ToString()]);
        }

        // A walk that went nowhere would prove nothing.
        Assert.Equal(
            new[]
            {
                "Brouillon", "FermeeDefinitivement", "FermeeTemporairement", "Validee", "contenu", "detachement.non-rattachee", "offre.transition-interdite", "ok", "preremplissage.remplacerait",
                "rattachement-msp.deja-rattachee", "section.par-etape",
            }, vus.Order(StringComparer.Ordinal));
    }

    private static (string Nom, string Attendu, Resultat<Rien> Resultat) Jouer(Random hasard, Offre offre, Modele modele)
    {
        var (nom, nombre, domicile, remplacer) = (hasard.Next(-1, 3), hasard.Next(0, 3), hasard.Next(-1, 2), hasard.Next(2) == 0);
        var env = modele.Environnement;
        var modalites = domicile switch { 1 => ADomicile, 0 => AuCabinet, _ => ADomicile with { Communes = [] } };
        return hasard.Next(1000) switch
        {
            < 90 => ("accord", modele.Donnees(bon: true), offre.ValiderEtape(Cles[0], [new DonneesNationales { Accord = true }], env)),
            < 110 => ("ni accord ni anomalie", modele.Donnees(bon: false), offre.ValiderEtape(Cles[0], [new DonneesNationales()], env)),
            < 200 => ($"description {nom}", modele.Etape(1, c => c with { Nom = nom }, nom >= 0), offre.ValiderEtape(Description(nom < 0 ? null : $"Nom {nom}"), env)),
            < 300 => ($"modalités {domicile}", modele.Etape(2, c => c with { Domicile = domicile }, domicile >= 0), offre.ValiderEtape(modalites, env)),
            < 380 => ($"contacts {nombre}", modele.Etape(3, c => c with { Contacts = nombre }, nombre > 0), offre.ValiderEtape("contacts", [Contacts(nombre)], env)),
            < 460 => ($"horaires {nombre}", modele.Etape(4, c => c with { Horaires = nombre }, nombre > 0), offre.ValiderEtape("horaires", [Horaires(nombre)], env)),
            < 510 => ($"section contacts {nombre}", modele.Section(3, c => c with { Contacts = nombre }), offre.ModifierSection(Contacts(nombre), "contacts", env)),
            < 560 => ($"section horaires {nombre}", modele.Section(4, c => c with { Horaires = nombre }), offre.ModifierSection(Horaires(nombre), "horaires", env)),
            < 610 => ("données nationales changées", modele.Nouvelles(), default(Rien)),
            < 660 => ("détacher", modele.Detacher(), offre.Detacher(Cabinet, Fabrique.Instant)),
            < 710 => ("rattacher", modele.Rattacher(), offre.Rattacher(Maison, Fabrique.Instant)),
            < 760 => ($"préremplir contacts et horaires, remplacer {remplacer}", modele.Preremplir(remplacer), offre.Preremplir(Source, ["contacts", "horaires"], remplacer, env)),
            < 860 => ("récapitulatif", modele.Valider(relu: true), offre.Valider(relu: true, env)),
            < 880 => ("récapitulatif sans relire", modele.Valider(relu: false), offre.Valider(relu: false, env)),
            < 940 => ("abandonner", modele.Abandonner(), offre.AbandonnerModifications(env)),
            < 942 => ("fermer définitivement", modele.Fermer(), offre.Fermer(TypeFermeture.Definitive)),
            _ => ("fermer temporairement ou rouvrir", modele.Basculer(), Basculer(offre)),
        };
    }

    private static Resultat<Rien> Basculer(Offre offre)
    {
        if (offre.Statut is StatutOffre.Validee or StatutOffre.FermeeTemporairement)
        {
            _ = offre.Statut == StatutOffre.Validee ? offre.Fermer(TypeFermeture.Provisoire).Valeur : offre.Rouvrir().Valeur;
        }

        return default(Rien);
    }

    private static string Code(Resultat<Rien> resultat) =>
        resultat.EstSucces ? "ok" : resultat.Erreurs.All(e => e.Type.Nature == Nature.Contenu) ? "contenu" : string.Join(' ', resultat.Erreurs.Select(e => e.Type.Code));

    private static string Decrire(Offre offre, Environnement environnement) =>
        $"{offre.Statut} v{offre.Version} n{offre.NumeroVersion} attente={offre.ModificationsEnAttente} complet={offre.Bilan(environnement).EstComplet} maison={offre.EstRattachee} "
        + $"zone={offre.Contenu.ZoneIntervention?.Communes.Count > 0} [{string.Join(' ', offre.EvaluerEtapes(environnement).Select(e => $"{e.Etat}{(e.Prerempli ? "*" : "")}"))}]";

    /// <summary>What counts of a content; -1 is what was never written.</summary>
    /// <param name="Extrait">The national data that were answered about: place and edition.</param>
    private sealed record Contenu(string Extrait, int Nom, int Domicile, int Contacts, int Horaires, bool DansLaMaison);

    private sealed class Modele
    {
        private readonly Dictionary<int, string> _marques = [];
        private readonly HashSet<int> _preremplies = [];
        private Contenu _contenu = new("", -1, -1, -1, -1, false);
        private Contenu? _publie;
        private StatutOffre _statut;
        private long _version = 1;
        private int _numero;
        private int _edition;

        public int ActesApresFermeture { get; private set; }

        public Environnement Environnement => OffreLiberaleEssai.Environnement(_contenu.DansLaMaison ? Maison : Cabinet, _edition % 3 == 0 ? null : _edition % 3 == 1);

        private bool Ouverte => _statut != StatutOffre.FermeeDefinitivement;

        private bool Attente => _publie is not null && _publie != _contenu;

        private string Actuel => $"{(_contenu.DansLaMaison ? "maison" : "cabinet")} {_edition % 3}";

        public void Vieillir() => ActesApresFermeture += Ouverte ? 0 : 1;

        public string Donnees(bool bon) => Etape(0, c => c with { Extrait = Actuel }, bon);

        public string Etape(int etape, Func<Contenu, Contenu> ecrire, bool bon)
        {
            if (!Ouverte || !bon)
            {
                return Ouverte ? "contenu" : Refus;
            }

            var contenu = ecrire(_contenu);
            var marque = Base(etape, contenu);
            if (contenu != _contenu || !_marques.TryGetValue(etape, out var deja) || deja != marque || _preremplies.Contains(etape))
            {
                (_contenu, _marques[etape]) = (contenu, marque);
                _preremplies.Remove(etape);
                _version++;
            }

            return "ok";
        }

        public string Section(int etape, Func<Contenu, Contenu> ecrire)
        {
            if (!Ouverte)
            {
                return Refus;
            }

            if (_publie is null && !_marques.ContainsKey(etape))
            {
                return "section.par-etape";
            }

            Ecrire(ecrire(_contenu));
            return "ok";
        }

        public string Nouvelles()
        {
            _edition++;
            return "ok";
        }

        public string Detacher() => !_contenu.DansLaMaison ? "detachement.non-rattachee" : Placer(dansLaMaison: false);

        public string Rattacher() => _contenu.DansLaMaison ? "rattachement-msp.deja-rattachee" : Placer(dansLaMaison: true);

        public string Preremplir(bool remplacer)
        {
            if (!Ouverte)
            {
                return Refus;
            }

            List<int> differentes = [.. new[] { (3, _contenu.Contacts), (4, _contenu.Horaires) }.Where(e => e.Item2 != 2).Select(e => e.Item1)];
            if (!remplacer && differentes.Any(_marques.ContainsKey))
            {
                return "preremplissage.remplacerait";
            }

            if (differentes.Count > 0)
            {
                _preremplies.UnionWith(differentes);
                _contenu = _contenu with { Contacts = 2, Horaires = 2 };
                _version++;
            }

            return "ok";
        }

        public string Valider(bool relu)
        {
            if (!Ouverte || (_publie is not null && !Attente))
            {
                return Refus;
            }

            if (!relu || !Complet())
            {
                return "contenu";
            }

            (_publie, _statut) = (_contenu, _statut == StatutOffre.Brouillon ? StatutOffre.Validee : _statut);
            _marques[5] = "";
            _numero++;
            _version++;
            return "ok";
        }

        public string Abandonner()
        {
            if (!Ouverte || !Attente)
            {
                return Refus;
            }

            _contenu = _publie!;
            _preremplies.Clear();
            _version++;
            return "ok";
        }

        public string Fermer()
        {
            if (_statut is StatutOffre.Brouillon or StatutOffre.FermeeDefinitivement)
            {
                return Refus;
            }

            (_statut, _contenu) = (StatutOffre.FermeeDefinitivement, _publie!);
            _version++;
            return "ok";
        }

        public string Basculer()
        {
            if (_statut is StatutOffre.Validee or StatutOffre.FermeeTemporairement)
            {
                _statut = _statut == StatutOffre.Validee ? StatutOffre.FermeeTemporairement : StatutOffre.Validee;
                _version++;
            }

            return "ok";
        }

        public string Decrire() =>
            $"{_statut} v{_version} n{_numero} attente={Attente} complet={Complet()} maison={_contenu.DansLaMaison} zone={_contenu.Domicile == 1} "
            + $"[{string.Join(' ', Enumerable.Range(0, 6).Select(e => $"{Etat(e)}{(_preremplies.Contains(e) ? "*" : "")}"))}]";

        private string Placer(bool dansLaMaison)
        {
            if (!Ouverte)
            {
                return Refus;
            }

            _contenu = _contenu with { DansLaMaison = dansLaMaison };
            _version++;

            // H7: step 1 is to be validated again.
            if (_marques.ContainsKey(0))
            {
                _marques[0] = "déplacée";
            }

            if (_publie is not null)
            {
                _publie = _publie with { DansLaMaison = dansLaMaison };
                _numero++;
            }

            return "ok";
        }

        private void Ecrire(Contenu contenu)
        {
            _version += contenu == _contenu ? 0 : 1;
            _contenu = contenu;
        }

        // P2: visits depend on care at home; those of a time without it depend on nothing.
        private static string Base(int etape, Contenu contenu) => etape == 4 && contenu.Domicile == 1 ? "domicile" : "";

        private EtatEtape Etat(int etape) => !_marques.TryGetValue(etape, out var marque) ? EtatEtape.AFaire
            : !_preremplies.Contains(etape) && Bonne(etape) && (marque.Length == 0 || marque == Base(etape, _contenu)) ? EtatEtape.Validee : EtatEtape.ARevoir;

        private bool Bonne(int etape) => etape switch
        {
            0 => _contenu.Extrait == Actuel,
            1 => _contenu.Nom >= 0,
            2 => _contenu.Domicile >= 0,
            3 => _contenu.Contacts > 0,
            4 => _contenu.Horaires > 0,
            _ => _publie == _contenu,
        };

        private bool Complet() => Enumerable.Range(0, 5).All(e => Etat(e) == EtatEtape.Validee);
    }
}
