using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using Ror.Application.Commun;
using Ror.Application.Diffusion;

namespace Ror.Api.Http;

/// <summary>Published objects by their addresses and in lists, from memory where they are there.</summary>
internal sealed class LecturePubliee(MemoireRendus memoire, IVeilleJournal veille, IMediator mediator, IAppelant appelant, JsonFil json)
{
    /// <summary><c>Cache-Control: no-cache</c> asks for what the database holds at this moment, whichever node published it.</summary>
    public async Task<IResult> Lire<T>(string cle, IRequete<T> requete, HttpRequest http, CancellationToken ct)
        where T : IRenduPublie
    {
        var profil = appelant.Perimetre.Profil;
        if (veille.EstAJour && !http.Headers.CacheControl.ToString().Contains("no-cache", StringComparison.OrdinalIgnoreCase) && memoire.Trouver(cle, profil) is { } connue)
        {
            return connue;
        }

        var instant = memoire.Instant;
        var lu = await mediator.Send(requete, ct);
        return lu.EstSucces ? Garder(lu.Valeur, profil, instant) : new Probleme(lu.Erreurs);
    }

    /// <summary>In the same order, without those that have gone meanwhile. Versions come from the database: memory is never behind here.</summary>
    public async Task<IReadOnlyList<Fragment>> Lire(IReadOnlyList<OffreVisible> offres, CancellationToken ct)
    {
        var profil = appelant.Perimetre.Profil;
        var instant = memoire.Instant;
        var connues = offres.Select(o => memoire.Trouver(o.Identifiant.Valeur, profil, o.Version)).ToArray();
        var inconnues = offres.Where((_, rang) => connues[rang] is null).Select(o => o.Id).ToList();
        if (inconnues.Count > 0)
        {
            var lues = (await mediator.Send(new LireOffresPublieesQuery(inconnues), ct)).Valeur.ToDictionary(o => o.Id, o => Garder(o, profil, instant));
            connues = [.. connues.Select((connue, rang) => connue ?? lues.GetValueOrDefault(offres[rang].Id))];
        }

        return [.. connues.OfType<Reponse>().Select(r => new Fragment(r.Corps))];
    }

    private Reponse Garder<T>(T rendu, int profil, InstantMemoire instant)
        where T : IRenduPublie
    {
        var reponse = Reponse.De(rendu, json, rendu.Version);
        memoire.Garder(rendu, profil, reponse, instant);
        return reponse;
    }
}

/// <summary>JSON that has been written already.</summary>
[JsonConverter(typeof(FragmentConverter))]
internal readonly record struct Fragment(byte[] Json);

internal sealed class FragmentConverter : JsonConverter<Fragment>
{
    public override Fragment Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Fragment value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
}
