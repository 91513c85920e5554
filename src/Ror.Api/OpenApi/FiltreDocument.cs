using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Ror.Api.OpenApi;

/// <summary>The groups of operations, in the order of the guide's story.</summary>
internal sealed class FiltreDocument : IDocumentFilter
{
    private static readonly (string Nom, string Description)[] Groupes =
    [
        ("Moi", "Qui suis-je, que puis-je."),
        ("Structures", "Établissements, pôles, unités fonctionnelles ; « Créer + » une offre."),
        ("Parcours structure", "Les trois étapes, en ordre strict."),
        ("Parcours libéral", "Les six étapes d'un professionnel, dans l'ordre de son choix ; maison de santé ; pré-remplissage."),
        ("Sections", "« Modifier » une section de l'offre."),
        ("Horaires", "Fermetures temporaires et horaires exceptionnels, un à la fois ; ouvert alors ?"),
        ("Lieux", "Où les offres sont délivrées : adresse, accès, équipements, et les offres de chaque lieu."),
        ("Capacités", "Lits et places : les outils de gestion des lits les écrivent, en un appel, par identifiant du lieu ou par identifiant externe."),
        ("Offres", "L'offre et son cycle de vie."),
        ("Qualité", "Peuplement et fraîcheur de ce qui est publié ; « toujours exact »."),
        ("Versions", "L'histoire d'une offre publiée : versions, différences, restauration."),
        ("Diffusion", "Données publiées, selon le profil d'accès."),
        ("Nomenclatures", "Listes de codes de la NOS."),
        ("Territoires", "Régions, départements, communes ; recherche par nom ou code postal."),
        ("Annuaires", "Fichiers nationaux : RPPS, FINESS, conventionnements."),
        ("Anomalies", "Déclarer, suivre, traiter ; accepter la valeur proposée."),
        ("Professionnels", "Ce que les répertoires nationaux disent d'un professionnel libéral."),
        ("Modèles de saisie", "Préréglages et restrictions de la saisie."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = Groupes.Select(g => new OpenApiTag { Name = g.Nom, Description = g.Description }).ToHashSet();
        swaggerDoc.Components!.Headers = EntetesDebit.Tous;

        // Wherever the document was read: the service does not know the address that it is reached by.
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "Le service qui donne ce document." }];
    }
}
