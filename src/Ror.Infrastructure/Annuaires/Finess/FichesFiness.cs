using System.Text.RegularExpressions;
using Ror.Domain.Annuaires;
using Ror.Domain.Identifiants;
using Ror.Domain.Nomenclatures;
using Ror.Domain.Structures;
using Ror.Domain.Territoires;
using Ror.Infrastructure.Annuaires.Fichiers;

namespace Ror.Infrastructure.Annuaires.Finess;

/// <summary>
/// From the texts of a file to our records: nothing but fields of national origin. Codes of lists that this reader does not hold (J55, J199) are given
/// as they are written; everything else fits the declarations of the fields.
/// </summary>
internal sealed partial class FichesFiness(Func<string, bool> estTypeVoie)
{
    // R73, which J202 holds whole.
    private static readonly string[] CodesEspic = ["0", "1", "2", "3", "4", "5", "6", "7", "9"];

    private readonly AdressesFiness _adresses = new(estTypeVoie);
    private readonly Vus _entites = new();
    private readonly Vus _etablissements = new();

    public void ChangerDeFichier()
    {
        _entites.ChangerDeFichier();
        _etablissements.ChangerDeFichier();
    }

    public bool AVuEtablissement(uint finess) => _etablissements.Contient(finess);

    /// <returns>Null when an earlier file of the archive gave it.</returns>
    public ObjetFiness? Lire(int ligne, EntiteBrute brute)
    {
        var (estALire, dit) = _entites.Juger(brute.Finess, brute.EstFermee);
        if (!estALire)
        {
            return dit is null ? null : ObjetFiness.Refuse(ligne, dit);
        }

        var constat = new Constat(brute.EstFermee, dit);
        var fiche = new FicheEntiteJuridique
        {
            IdNatStruct = IdNatStruct(brute.Finess!, constat),
            RaisonSociale = Nom(brute.NomLong ?? brute.Nom, brute.Finess!, constat),
            StatutJuridique = Code(Retenir(brute.Statut, CodeStatut().IsMatch, "/statutJuridique", constat)),
            NumSiren = Retenir(brute.Siren, IdentifiantsNationaux.EstSiren, "/numSiren", constat),

            // What places an entity is its établissements: its own address may be abroad.
            Adresse = brute.Adresse is null ? null : _adresses.Lire(brute.Adresse, constat, constat.Signaler),
        };
        return Rendre(ligne, constat, brute.Finess!, brute.EstFermee, brute.FermeLe, new(ligne, new(TexteNational.Couper(fiche), brute.FermeLe), null, null, constat.Signalements));
    }

    /// <returns>Null when an earlier file of the archive gave it.</returns>
    public ObjetFiness? Lire(int ligne, EtablissementBrut brut)
    {
        var (estALire, dit) = _etablissements.Juger(brut.Finess, brut.EstFerme);
        if (!estALire)
        {
            return dit is null ? null : ObjetFiness.Refuse(ligne, dit);
        }

        if (CodesFiness.Compacter(brut.FinessEntite ?? "") is null)
        {
            return ObjetFiness.Refuse(ligne, FinessErreurs.Numero.Sur("/entiteJuridique", brut.FinessEntite ?? ""));
        }

        var constat = new Constat(brut.EstFerme, dit);
        var fiche = new FicheEntiteGeographique
        {
            IdNatStruct = IdNatStruct(brut.Finess!, constat),
            EntiteJuridique = "1" + brut.FinessEntite,
            Denomination = Nom(brut.NomLong ?? brut.Nom, brut.Finess!, constat),
            Categorie = Categorie(brut, constat),
            NumSiret = Retenir(brut.Siret, IdentifiantsNationaux.EstSiret, "/numSiret", constat),
            ParticipationServicePublic = Code(Retenir(brut.Espic, CodesEspic.Contains, "/participationServicePublic", constat)),
            Adresse = Adresse(brut, constat),
        };
        return Rendre(ligne, constat, brut.Finess!, brut.EstFerme, brut.FermeLe, new(ligne, null, new(TexteNational.Couper(fiche), brut.FermeLe), null, constat.Signalements));
    }

    private static ObjetFiness Rendre(int ligne, Constat constat, string finess, bool estFerme, DateOnly? fermeLe, ObjetFiness objet) =>
        constat.Faute is { } faute ? objet with { Entite = null, Etablissement = null, Faute = faute }
        : estFerme && fermeLe is null ? ObjetFiness.Refuse(ligne, FinessErreurs.FermetureSansDate.Avec(finess))
        : objet;

    private static string IdNatStruct(string finess, Constat constat)
    {
        if (!IdentifiantsNationaux.EstFiness(finess))
        {
            constat.Signaler(FinessErreurs.CleFausse.Sur("/idNatStruct", finess));
        }

        return "1" + finess;
    }

    private static string? Nom(string? nom, string finess, Constat constat)
    {
        if (nom is null)
        {
            constat.Refuser(FinessErreurs.SansNom.Avec(finess));
        }

        return nom;
    }

    private static CodeNos? Categorie(EtablissementBrut brut, Constat constat)
    {
        if (brut.Categorie is { } code && CodeCategorie().IsMatch(code))
        {
            return new(code);
        }

        constat.Refuser(FinessErreurs.SansCategorie.Sur("/categorie", brut.Finess!));
        return null;
    }

    private Adresse? Adresse(EtablissementBrut brut, Constat constat)
    {
        if (brut.Adresse is null)
        {
            constat.Refuser(FinessErreurs.SansAdresse.Sur("/adresse", brut.Finess!));
            return null;
        }

        return _adresses.Lire(brut.Adresse, constat, constat.Refuser);
    }

    private static CodeNos? Code(string? code) => code is null ? null : new(code);

    private static string? Retenir(string? valeur, Func<string, bool> convient, string champ, Constat constat)
    {
        if (valeur is null || convient(valeur))
        {
            return valeur;
        }

        constat.Signaler(FinessErreurs.ValeurEcartee.Sur(champ, valeur));
        return null;
    }

    [GeneratedRegex(@"^[0-9]{2,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeStatut();

    [GeneratedRegex(@"^[0-9]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeCategorie();
}
