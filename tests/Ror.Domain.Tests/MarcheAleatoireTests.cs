using System.Globalization;
using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Offres.Parcours;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Structures;

namespace Ror.Domain.Tests;

/// <summary>
/// Thousands of acts drawn at random over one offer, against a small model written from domain.md alone.
/// The seed is in the failure message; <c>ROR_SEED</c> replaces it.
/// </summary>
public sealed class MarcheAleatoireTests
{
    private const int Actes = 3000;

    private static readonly Dossier Base = Fabrique.Chirurgie with
    {
        Accueil = new()
        {
            TypesOffre = Fabrique.Codes("153"),
            ModePriseEnCharge = Fabrique.Code("32"),
            ModalitesAccueil = Fabrique.Codes("03"),
            OuvertureAnnuelle = Fabrique.Code("03"),
        },
    };

    // Both modèles admit the whole of Base; the second fixes mode 32. Null is a gap: a modèle is mandatory here.
    private static readonly string?[] Modeles = [Fabrique.ModeleChirurgie, Fabrique.ModeleConsultation, null];

    [Fact]
    public void Trois_mille_actes_au_hasard_suivent_le_modele()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), CultureInfo.InvariantCulture, out var lue) ? lue : 20260915;
        var hasard = new Random(graine);
        var (offre, modele) = (Base.Brouillon(), new Modele());
        var vus = new HashSet<string>();
        for (var acte = 1; acte <= Actes; acte++)
        {
            // A closed offer stays so for twenty acts, then the walk goes on with a new one.
            if (modele.ActesApresFermeture > 20)
            {
                (offre, modele) = (Base.Brouillon(), new Modele());
            }

            var (nom, attendu, resultat) = Jouer(hasard, offre, modele);
            var repere = $"ROR_SEED={graine} acte {acte} : {nom}";
            Assert.True(attendu == Code(resultat), $"{repere} : attendu {attendu}, obtenu {Code(resultat)}");
            modele.Vieillir();
            var bilan = acte % 4 == 0;
            var (voulu, vu) = (modele.Decrire(bilan), Decrire(offre, bilan));
            Assert.True(voulu == vu, $"{repere}\nattendu {voulu}\nobtenu  {vu}");
            vus.UnionWith([attendu, offre.Statut.ToString()]);
        }

        // A walk that went nowhere would prove nothing.
        Assert.Equal(
            new[]
            {
                "Brouillon", "FermeeDefinitivement", "FermeeTemporairement", "Validee", "contenu", "offre.champ-immuable", "offre.transition-interdite", "ok",
                "parcours.etape-precedente", "parcours.termine", "section.par-etape",
            }, vus.Order(StringComparer.Ordinal));
    }

    private static (string Nom, string Attendu, Resultat<Rien> Resultat) Jouer(Random hasard, Offre offre, Modele modele)
    {
        var (nom, reference, age, contacts) = (hasard.Next(-1, 3), Modeles[Tirer(hasard, 5, 4, 1)], hasard.Next(-1, 2), hasard.Next(0, 3));
        var mode = hasard.Next(3) switch { 0 => "28", 1 => "32", _ => null };
        var informations = Base.Informations with { Nom = nom < 0 ? null : $"Nom {nom}", ModeleSaisie = reference };
        var accueil = Base.Accueil with { ModePriseEnCharge = mode is null ? null : Fabrique.Code(mode) };
        var patientele = Base.Patientele with { AgeMin = age < 0 ? null : Fabrique.Age(15 + age) };
        var groupe = new Contacts { Patients = Enumerable.Range(0, contacts).Select(i => Fabrique.Contact(telecoms: Fabrique.Telecom(valeur: $"056300000{i}"))).EnListe() };
        var env = Base.Environnement;

        return hasard.Next(1000) switch
        {
            < 100 => ($"étape 1 ({nom}, {reference})", modele.Etape(1, c => c with { Nom = nom, Reference = reference }), offre.ValiderEtape(Fabrique.Informations, [informations], env)),
            < 220 => ($"étape 2 ({mode})", modele.Etape(2, c => c with { Mode = mode ?? "" }), offre.ValiderEtape(Fabrique.Accueil, [accueil], env)),
            < 340 => ($"étape 3 ({age})", modele.Etape(3, c => c with { Age = age }), offre.ValiderEtape(Fabrique.PatienteleEtSpecificites, [patientele, Base.Specificites], env)),
            < 440 => ($"section 1 ({nom}, {reference})", modele.Section(1, c => c with { Nom = nom, Reference = reference }), offre.ModifierSection(informations, Fabrique.Informations, env)),
            < 540 => ($"section 2 ({mode})", modele.Section(2, c => c with { Mode = mode ?? "" }), offre.ModifierSection(accueil, Fabrique.Accueil, env)),
            < 620 => ($"section 3 ({age})", modele.Section(3, c => c with { Age = age }), offre.ModifierSection(patientele, "patientele", env)),
            < 700 => ($"contacts ({contacts})", modele.Section(0, c => c with { Contacts = contacts }), offre.ModifierSection(groupe, "contacts", env)),
            < 840 => ("valider", modele.Valider(), offre.Valider(relu: true, env)),
            < 880 => ("valider sans relire", modele.Valider(relu: false), offre.Valider(relu: false, env)),
            < 970 => ("abandonner", modele.Abandonner(), offre.AbandonnerModifications(env)),
            < 972 => ("fermer définitivement", modele.Fermer(), offre.Fermer(TypeFermeture.Definitive)),
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

    private static int Tirer(Random hasard, params int[] poids)
    {
        var tirage = hasard.Next(poids.Sum());
        return Enumerable.Range(0, poids.Length).First(i => tirage < poids.Take(i + 1).Sum());
    }

    private static string Code(Resultat<Rien> resultat) =>
        resultat.EstSucces ? "ok" : resultat.Erreurs.All(e => e.Type.Nature == Nature.Contenu) ? "contenu" : string.Join(' ', resultat.Erreurs.Select(e => e.Type.Code));

    private static string Decrire(Offre offre, bool bilan)
    {
        var etapes = offre.Statut == StatutOffre.Brouillon ? string.Join(' ', offre.EvaluerEtapes(Base.Environnement).Select(e => e.Etat)) : "";
        return $"{offre.Statut} v{offre.Version} n{offre.NumeroVersion} attente={offre.ModificationsEnAttente} complet={bilan && offre.Bilan(Base.Environnement).EstComplet} "
            + $"[{string.Join(' ', offre.ActionsPossibles)}] [{etapes}]";
    }

    /// <summary>What counts of a content. Mode "" and age -1 are gaps, null is a section never written; contacts -1 too.</summary>
    private sealed record Contenu(int Nom, string? Reference, string? Mode, int? Age, int Contacts)
    {
        public bool EtapeBonne(int etape) => etape switch
        {
            1 => Nom >= 0 && Reference is not null,
            2 => Mode is "32" || (Mode is "28" && Reference != Fabrique.ModeleConsultation),
            _ => Age is >= 0,
        };
    }

    /// <summary>The independent model: domain §3, §4 (L1–L4) and §5 (P2–P4) in a few lines.</summary>
    private sealed class Modele
    {
        private const string Refus = "offre.transition-interdite";

        private readonly Dictionary<int, string?> _marques = new() { [1] = "" };

        // The birth of the offer names it otherwise than any act of the walk.
        private Contenu _contenu = new(Nom: 99, Fabrique.ModeleChirurgie, null, null, -1);
        private Contenu? _publie;
        private StatutOffre _statut;
        private long _version = 1;
        private int _numero;

        public int ActesApresFermeture { get; private set; }

        private bool Attente => _publie is not null && _publie != _contenu;

        private bool Ouverte => _statut != StatutOffre.FermeeDefinitivement;

        public string Etape(int etape, Func<Contenu, Contenu> ecrire)
        {
            if (!Ouverte || _publie is not null)
            {
                return Ouverte ? "parcours.termine" : Refus;
            }

            if (Enumerable.Range(1, etape - 1).Any(e => Etat(e) != EtatEtape.Validee))
            {
                return "parcours.etape-precedente";
            }

            var contenu = Completer(ecrire(_contenu), etape);
            if (!contenu.EtapeBonne(etape))
            {
                return "contenu";
            }

            var marque = etape == 1 ? "" : contenu.Reference;
            if (contenu != _contenu || !_marques.TryGetValue(etape, out var deja) || deja != marque)
            {
                (_contenu, _marques[etape]) = (contenu, marque);
                _version++;
            }

            return "ok";
        }

        /// <summary>0 is a section outside the steps.</summary>
        public string Section(int etape, Func<Contenu, Contenu> ecrire)
        {
            if (!Ouverte)
            {
                return Refus;
            }

            if (_publie is null && etape > 0 && !_marques.ContainsKey(etape))
            {
                return "section.par-etape";
            }

            var contenu = Completer(ecrire(_contenu), etape);
            if (_publie is not null && contenu.Mode != _publie.Mode)
            {
                return "offre.champ-immuable";
            }

            // A modèle that excludes the published mode would be a dead end.
            if (etape == 1 && _publie?.Mode == "28" && contenu.Reference == Fabrique.ModeleConsultation)
            {
                return "contenu";
            }

            if (etape == 2 && contenu.Mode == "28" && contenu.Reference == Fabrique.ModeleConsultation)
            {
                return "contenu";
            }

            _version += contenu == _contenu ? 0 : 1;
            _contenu = contenu;
            return "ok";
        }

        public string Valider(bool relu = true)
        {
            if (!Possibles().Contains(ActionOffre.Valider))
            {
                return Refus;
            }

            if (!relu || !Complet())
            {
                return "contenu";
            }

            (_publie, _statut) = (_contenu, _statut == StatutOffre.Brouillon ? StatutOffre.Validee : _statut);
            (_numero, _version) = (_numero + 1, _version + 1);
            return "ok";
        }

        public string Abandonner()
        {
            if (!Possibles().Contains(ActionOffre.Abandonner))
            {
                return Refus;
            }

            (_contenu, _version) = (_publie!, _version + 1);
            return "ok";
        }

        public string Fermer()
        {
            if (!Possibles().Contains(ActionOffre.FermerDefinitivement))
            {
                return Refus;
            }

            (_contenu, _statut, _version) = (_publie!, StatutOffre.FermeeDefinitivement, _version + 1);
            return "ok";
        }

        public string Basculer()
        {
            (_statut, _version) = _statut switch
            {
                StatutOffre.Validee => (StatutOffre.FermeeTemporairement, _version + 1),
                StatutOffre.FermeeTemporairement => (StatutOffre.Validee, _version + 1),
                var autre => (autre, _version),
            };
            return "ok";
        }

        public void Vieillir() => ActesApresFermeture += Ouverte ? 0 : 1;

        public string Decrire(bool bilan)
        {
            var etapes = _statut == StatutOffre.Brouillon ? string.Join(' ', new[] { 1, 2, 3 }.Select(Etat)) : "";
            return $"{_statut} v{_version} n{_numero} attente={Attente} complet={bilan && Complet()} [{string.Join(' ', Possibles())}] [{etapes}]";
        }

        // A fixed value left out is taken; after the publication, the published mode first.
        private Contenu Completer(Contenu contenu, int etape)
        {
            var mode = contenu.Mode is "" ? _publie?.Mode ?? "" : contenu.Mode;
            return contenu with { Mode = etape == 2 && mode is "" && contenu.Reference == Fabrique.ModeleConsultation ? "32" : mode };
        }

        private bool Complet() =>
            _statut == StatutOffre.Brouillon ? new[] { 1, 2, 3 }.All(e => Etat(e) == EtatEtape.Validee) : new[] { 1, 2, 3 }.All(_contenu.EtapeBonne);

        private EtatEtape Etat(int etape) =>
            !_marques.TryGetValue(etape, out var marque) ? EtatEtape.AFaire
            : _contenu.EtapeBonne(etape) && marque == (etape == 1 ? "" : _contenu.Reference) ? EtatEtape.Validee
            : EtatEtape.ARevoir;

        private ActionOffre[] Possibles() => (_statut, Attente) switch
        {
            (StatutOffre.Brouillon, _) => [ActionOffre.Modifier, ActionOffre.Valider, ActionOffre.Supprimer, ActionOffre.Transferer],
            (StatutOffre.Validee, false) => [ActionOffre.Modifier, ActionOffre.FermerTemporairement, ActionOffre.FermerDefinitivement, ActionOffre.Transferer, ActionOffre.Confirmer],
            (StatutOffre.Validee, true) =>
                [ActionOffre.Modifier, ActionOffre.Valider, ActionOffre.Abandonner, ActionOffre.FermerTemporairement, ActionOffre.FermerDefinitivement, ActionOffre.Transferer, ActionOffre.Confirmer],
            (StatutOffre.FermeeTemporairement, false) =>
                [ActionOffre.Modifier, ActionOffre.FermerTemporairement, ActionOffre.FermerDefinitivement, ActionOffre.Rouvrir, ActionOffre.Transferer, ActionOffre.DesignerSuccesseur, ActionOffre.Confirmer],
            (StatutOffre.FermeeTemporairement, true) =>
            [
                ActionOffre.Modifier, ActionOffre.Valider, ActionOffre.Abandonner, ActionOffre.FermerTemporairement, ActionOffre.FermerDefinitivement, ActionOffre.Rouvrir,
                ActionOffre.Transferer, ActionOffre.DesignerSuccesseur, ActionOffre.Confirmer,
            ],
            _ => [ActionOffre.DesignerSuccesseur],
        };
    }
}
