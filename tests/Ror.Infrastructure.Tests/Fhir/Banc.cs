using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Ror.Application.Annuaires;
using Ror.Domain.Annuaires;
using Ror.Domain.Identifiants;
using Ror.Infrastructure.Annuaires.Fhir;

namespace Ror.Infrastructure.Tests.Fhir;

/// <summary>The client as it is composed for the service, in front of a server of ours and with a clock of ours.</summary>
internal sealed class Banc : IAsyncDisposable
{
    // Longer than any pause between two attempts, shorter than an attempt.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2.5);

    private readonly SocketsHttpHandler _connexions = Inscription.Connexions();

    public Banc(Action<OptionsAnnuaire>? regler = null)
    {
        var options = new OptionsAnnuaire { Adresse = Serveur.Adresse };
        regler?.Invoke(options);
        Annuaire = Inscription.Composer(options, _connexions, Horloge, code => code is "R" or "AV", Journal);
    }

    public ServeurFhir Serveur { get; } = new();

    public HorlogeDeTest Horloge { get; } = new();

    public JournalDeTest Journal { get; } = new();

    public AnnuaireFhir Annuaire { get; }

    public static IdNatStruct Centre { get; } = IdNatStruct.LireConnu("1" + Donnees.Finess)!;

    /// <summary>Serves a person: practitioners to the first search, the rest to the second.</summary>
    public Banc Servir(string praticiens, string roles)
    {
        Serveur.Repondre = requete => Acte.Json(requete.Chemin.Contains("/PractitionerRole?", StringComparison.Ordinal) ? roles : praticiens);
        return this;
    }

    /// <summary>One act per request, the last one for all that follow.</summary>
    public Banc Jouer(params Acte[] actes)
    {
        Serveur.Repondre = requete => actes[Math.Min(requete.Rang, actes.Length - 1)];
        return this;
    }

    public Task<ReponseAnnuaire<PersonneNationale>> ProfessionnelAsync() => MenerAsync(Annuaire.LireProfessionnelAsync(Donnees.Rpps, CancellationToken.None));

    public Task<ReponseAnnuaire<StructureNationale>> StructureAsync() => MenerAsync(Annuaire.LireStructureAsync(Centre, CancellationToken.None));

    public async Task<PersonneNationale> TrouverAsync()
    {
        var reponse = await ProfessionnelAsync();
        Assert.Equal((IssueAnnuaire.Trouve, null), (reponse.Issue, reponse.Raison));
        return reponse.Valeur!;
    }

    /// <summary>Lets time pass wherever somebody waits for it, but while an answer is under way.</summary>
    public async Task<T> MenerAsync<T>(Task<T> question)
    {
        var garde = Stopwatch.StartNew();
        while (!question.IsCompleted)
        {
            Assert.True(garde.Elapsed < TimeSpan.FromSeconds(30), "La question ne finit pas.");
            if (Horloge.Prochaine is { } prochaine && (Serveur.Pend || prochaine <= Pause))
            {
                Horloge.Avancer(prochaine);
            }

            await Task.Delay(1);
        }

        return await question;
    }

    /// <summary>Until the server hangs, or nobody waits for it any more.</summary>
    public async Task AttendreQuIlPendeAsync(bool encore = true)
    {
        for (var garde = Stopwatch.StartNew(); Serveur.Pend != encore; await Task.Delay(1))
        {
            Assert.True(garde.Elapsed < TimeSpan.FromSeconds(30), "Le serveur ne voit rien venir.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _connexions.Dispose();
        await Serveur.DisposeAsync();
    }
}

internal sealed class JournalDeTest : ILogger<AnnuaireFhir>
{
    private readonly List<(LogLevel Niveau, string Texte)> _lignes = [];

    public IReadOnlyList<(LogLevel Niveau, string Texte)> Lignes => _lignes;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lignes)
        {
            _lignes.Add((logLevel, $"{formatter(state, exception)}{exception}"));
        }
    }
}
