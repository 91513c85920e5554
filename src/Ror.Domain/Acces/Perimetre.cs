using Ror.Domain.Commun;
using Ror.Domain.Offres;
using Ror.Domain.Structures;

namespace Ror.Domain.Acces;

/// <summary>What the caller's token says of them; who may do what follows from it alone (domain §11).</summary>
/// <param name="Roles">Known roles only.</param>
/// <param name="Etablissements">idNat_Struct of the EGs of a responsable.</param>
/// <param name="Regions">INSEE region codes of a référent.</param>
/// <param name="Profil">Access profile 0–5 for published reads; 0 is open data.</param>
public sealed record Perimetre(Liste<string> Roles, Liste<string> Etablissements, Liste<string> Regions, int Profil, string? Rpps)
{
    public const int ProfilMax = 5;

    public static readonly TypeErreur HorsDroits = new("acces.interdit", Nature.Interdit,
        "Votre rôle ne permet pas l'action « {0} ».", "Your role does not allow action \"{0}\".");

    public static readonly TypeErreur RoleRequis = new("acces.role-requis", Nature.Interdit,
        "Cette opération demande le rôle « {0} ».", "This operation needs role \"{0}\".");

    /// <summary>EGs that the caller sees and edits by name; empty without the role.</summary>
    public Liste<string> EtablissementsVisibles => Roles.Contains(Role.ResponsableOffre) ? Etablissements : [];

    /// <summary>Regions that the caller sees and edits; empty without the role.</summary>
    public Liste<string> RegionsVisibles => Roles.Contains(Role.ReferentRor) ? Regions : [];

    /// <summary>Is an établissement, with all that hangs below it, in the caller's sight on the entry side?</summary>
    public bool Voit(string idNatStruct, string region) => EtablissementsVisibles.Contains(idNatStruct) || RegionsVisibles.Contains(region);

    /// <summary>Bed managers of the établissements that their token names read and write figures too, without seeing the rest of the entry side.</summary>
    public bool VoitCapacites(string idNatStruct, string region) => Voit(idNatStruct, region) || EtablissementsAlimentes.Contains(idNatStruct);

    /// <summary>EGs whose figures a platform writes; empty without the role.</summary>
    public Liste<string> EtablissementsAlimentes => Roles.Contains(Role.Plateforme) ? Etablissements : [];

    /// <summary>An offer is in sight with its établissement, and in its own professional's.</summary>
    /// <param name="rpps">Of the professional whose offer it is; null of a structure's.</param>
    public bool VoitOffre(string idNatStruct, string region, string? rpps) => Voit(idNatStruct, region) || (rpps is not null && rpps == RppsPropre);

    /// <summary>The RPPS of a professional who speaks for themselves.</summary>
    public string? RppsPropre => Roles.Contains(Role.Professionnel) ? Rpps : null;

    /// <summary>Everyone who enters or reads data, on what they see; administrators do neither.</summary>
    public bool PeutDeclarer => Roles.Any(r => r != Role.Administrateur);

    /// <summary>A professional sees themselves, a référent those who exercise in their regions, an administrator all of them.</summary>
    /// <param name="regions">Of the places where they exercise, as far as these are known.</param>
    public bool VoitProfessionnel(string rpps, IEnumerable<string> regions) => RppsPropre == rpps || Roles.Contains(Role.Administrateur) || regions.Any(RegionsVisibles.Contains);

    /// <summary>Null when the caller may do this to an object that they see. Only a référent moves offers (H4) and touches établissements, in their regions.</summary>
    /// <param name="region">Of the object; null when it belongs to none.</param>
    /// <param name="rpps">Of the professional whose offer it is: nobody else touches it (H7), but a référent attaches and detaches it; null of a structure's.</param>
    public Erreur? Refuser(ActionOffre action, TypeNoeud type, string? region, string? rpps = null)
    {
        if (rpps is not null)
        {
            var permis = (rpps == RppsPropre && action != ActionOffre.RattacherMsp)
                || (action is ActionOffre.Detacher or ActionOffre.RattacherMsp && region is not null && RegionsVisibles.Contains(region));
            return permis ? null : HorsDroits.Avec(action);
        }

        var auReferent = action is ActionOffre.Transferer or ActionOffre.RattacherMsp || type is TypeNoeud.EntiteGeographique or TypeNoeud.EntiteJuridique;
        return auReferent && !(region is null ? RegionsVisibles.Count > 0 : RegionsVisibles.Contains(region)) ? HorsDroits.Avec(action) : null;
    }
}
