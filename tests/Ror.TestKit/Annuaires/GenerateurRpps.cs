using System.Globalization;

namespace Ror.TestKit.Annuaires;

/// <summary>
/// Extracts of activities of any size, with the proportions of the real one: 1.4 activities a person, a third of them liberal, practices shared by a few,
/// know-how that doubles lines, a few exact duplicates. The same seed makes the same bytes. Nobody in it exists.
/// </summary>
public sealed class GenerateurRpps(int graine = 1)
{
    private const int Hopitaux = 3_000;
    private const int ParGroupe = 4;
    private const double Liberaux = 0.35;
    private const double Doublons = 0.002;

    private static readonly string[] Noms = "AUBIER BOISSEL CARDONNE DELMOTTE ESTREM FAUVEL GARRIGOU HERVOT ISNARD JALABERT KERVELLA LASSALLE MOULINET NOZERAN OLIVERAS PEYRONEL QUENTIN ROUMEGAS SICARDOU TAVERNOL ULRICK VALADON WEISSEN YVETOT ZEIMET".Split(' ');
    private static readonly string[] Prenoms = "Aline Basile Cléa Damien Éloïse Fabien Gaëlle Hugo Inès Jules Katell Léo Maëlys Noé Océane Paul Quitterie Rémi Solène Théo Ulysse Valérie Wanda Xavier Yaël Zoé".Split(' ');
    private static readonly string[] Voies = "DES TILLEULS|DU MODELE|DE LA FICTION|DES ESSAIS|DE L'INVENTION|DU MOULIN|DES ÉCOLES|DE LA GARE|DES ACACIAS|DU VIEUX PORT".Split('|');
    private static readonly (string Code, string Libelle)[] TypesVoie = [("R", "Rue"), ("AV", "Avenue"), ("PL", "Place"), ("BD", "Boulevard"), ("CHE", "Chemin"), ("RTE", "Route")];

    private static readonly (string Code, string Libelle, int Poids)[] Professions =
        [("10", "Médecin", 20), ("60", "Infirmier", 38), ("70", "Masseur-Kinésithérapeute", 10), ("21", "Pharmacien", 8), ("40", "Chirurgien-Dentiste", 5), ("91", "Orthophoniste", 4), ("50", "Sage-Femme", 3), ("86", "Technicien de laboratoire médical", 6), ("35", "Aide-soignant", 6)];

    private static readonly string[] Specialites = [.. Enumerable.Range(1, 54).Select(i => $"SM{i:00}")];

    private static readonly (string Code, string CodePostal, string Nom)[] Communes =
        [.. FichiersAnnuaires.Lignes("communes.csv").Select(l => l.Split(';')).Select(c => (c[0], c[1], c[2]))];

    private readonly Random _hasard = new(graine);
    private readonly string[] _cellules = new string[56];
    private string[] _groupe = [];
    private int _placesDuGroupe;
    private int _personne;

    /// <summary>Header, then exactly so many lines, ended by LF.</summary>
    public void Ecrire(TextWriter sortie, int lignes)
    {
        sortie.Write(FichiersAnnuaires.Lignes(FichiersAnnuaires.Rpps)[0] + '\n');
        var precedente = "";
        for (var reste = lignes; reste > 0;)
        {
            foreach (var ligne in Personne().Take(reste))
            {
                // A duplicate takes the place of a line.
                precedente = precedente.Length > 0 && _hasard.NextDouble() < Doublons ? precedente : ligne;
                sortie.Write(precedente);
                sortie.Write('\n');
                reste--;
            }
        }
    }

    private IEnumerable<string> Personne()
    {
        var rpps = Luhn.Avec((1_090_000_000L + _personne++).ToString(CultureInfo.InvariantCulture));
        var profession = Tirer();
        var nom = $"{Un(Noms)}-{Un(Noms)}";
        var (activites, rangs) = (Activites(), 0);
        (string Type, string Code)[] savoirFaire = profession.Code != "10" ? [("", "")] : _hasard.NextDouble() < 0.1 ? [("S", Un(Specialites)), ("CAPA", "CAPA01")] : [("S", Un(Specialites))];
        for (var i = 0; i < Math.Max(1, activites); i++)
        {
            Array.Fill(_cellules, "");
            Etat(rpps, profession, nom);
            if (activites > 0)
            {
                rangs = Activite(rpps, rangs, nom);
            }

            foreach (var (type, code) in savoirFaire)
            {
                (_cellules[13], _cellules[15]) = (type, code);
                yield return string.Join('|', _cellules);
            }
        }
    }

    private void Etat(string rpps, (string Code, string Libelle, int Poids) profession, string nom)
    {
        var feminin = rpps[^2] % 2 == 0;
        (_cellules[0], _cellules[1], _cellules[2]) = ("8", rpps, "8" + rpps);
        (_cellules[3], _cellules[4]) = profession.Code is "10" or "40" ? ("DR", "Docteur") : ("", "");
        (_cellules[5], _cellules[6]) = feminin ? ("MME", "Madame") : ("M", "Monsieur");
        (_cellules[7], _cellules[8]) = (nom, Prenoms[int.Parse(rpps.AsSpan(5, 5), CultureInfo.InvariantCulture) % Prenoms.Length]);
        (_cellules[9], _cellules[10], _cellules[11], _cellules[12]) = (profession.Code, profession.Libelle, "C", "Civil");
    }

    private int Activite(string rpps, int rangs, string nom)
    {
        (_cellules[54], _cellules[55]) = ("GENR01", "Activité standard de soin ou de pharmacien");
        if (_hasard.NextDouble() >= Liberaux)
        {
            Hopital(_hasard.Next(Hopitaux));
            return rangs;
        }

        (_cellules[17], _cellules[18]) = ("L", "Libéral");
        switch (_hasard.Next(10))
        {
            case 0:
                Societe();
                return rangs;
            case 1 or 2:
                Groupe(rpps, rangs);
                return rangs + 1;
            default:
                Cabinet(rpps, rangs, $"CABINET {nom}", "SA07", "Cabinet individuel");
                return rangs + 1;
        }
    }

    private void Hopital(int numero)
    {
        var (ville, finess) = (Communes[numero * 7 % Communes.Length], Luhn.Avec((99_000_000 + numero).ToString(CultureInfo.InvariantCulture)));
        (_cellules[17], _cellules[18]) = ("S", "Salarié");
        (_cellules[21], _cellules[22], _cellules[23]) = (finess, Luhn.Avec((99_500_000 + (numero / 3)).ToString(CultureInfo.InvariantCulture)), "F" + finess);
        (_cellules[24], _cellules[46]) = ($"CENTRE HOSPITALIER FICTIF {numero}", "1" + finess);
        (_cellules[47], _cellules[48], _cellules[49]) = ("ARS/ARS/ARS", "SA01", "Etablissement public de santé");
        Adresse(ville, numero);
    }

    private void Societe()
    {
        var numero = _hasard.Next(20_000);
        var siren = Luhn.Avec((90_000_000 + numero).ToString(CultureInfo.InvariantCulture));
        var siret = Luhn.Avec(siren + "0001");
        (_cellules[19], _cellules[20], _cellules[23], _cellules[46]) = (siret, siren, "C" + siret, "3" + siret);
        (_cellules[24], _cellules[48], _cellules[49]) = ($"SELARL FICTIVE {numero}", "SA09", "Exercice en Société");
        Adresse(Communes[numero % Communes.Length], numero);
    }

    private void Cabinet(string rpps, int rangs, string nom, string secteur, string libelle)
    {
        var rang = Luhn.Avec($"{rpps}{rangs:00}");
        (_cellules[23], _cellules[24], _cellules[46]) = ("R" + rang, nom, "4" + rang);
        (_cellules[47], _cellules[48], _cellules[49]) = ("CNOM/CNOM/CNOM", secteur, libelle);
        Adresse(Un(Communes), _hasard.Next(1, 200));
    }

    // The practice bears the rang of whoever opened it, and takes in the next ones.
    private void Groupe(string rpps, int rangs)
    {
        if (_placesDuGroupe-- <= 0)
        {
            Cabinet(rpps, rangs, $"CABINET DE GROUPE {Un(Noms)}", "SA08", "Cabinet de groupe");
            (_groupe, _placesDuGroupe) = (_cellules[19..50], _hasard.Next(1, ParGroupe));
        }

        _groupe.CopyTo(_cellules, 19);
    }

    private void Adresse((string Code, string CodePostal, string Nom) ville, int numero)
    {
        var type = TypesVoie[numero % TypesVoie.Length];
        (_cellules[28], _cellules[30], _cellules[31], _cellules[32]) = ($"{1 + (numero % 150)}", type.Code, type.Libelle, Voies[numero % Voies.Length]);
        (_cellules[34], _cellules[35], _cellules[36], _cellules[37]) = ($"{ville.CodePostal} {ville.Nom.ToUpperInvariant()}", ville.CodePostal, ville.Code, ville.Nom);
        (_cellules[38], _cellules[39], _cellules[40]) = ("99100", "France", $"053649{numero % 10_000:0000}");
    }

    // Mean 1.4 lines a person, one of them for the person without activity.
    private int Activites() => _hasard.NextDouble() switch { < 0.05 => 0, < 0.70 => 1, < 0.92 => 2, < 0.98 => 3, _ => 4 };

    private (string Code, string Libelle, int Poids) Tirer()
    {
        var reste = _hasard.Next(Professions.Sum(p => p.Poids));
        return Professions.First(p => (reste -= p.Poids) < 0);
    }

    private T Un<T>(T[] valeurs) => valeurs[_hasard.Next(valeurs.Length)];
}
