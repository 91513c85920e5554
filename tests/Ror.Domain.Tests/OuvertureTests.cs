using System.Diagnostics;
using System.Globalization;
using Ror.Domain.Commun;
using Ror.Domain.Offres.Ouverture;
using Ror.Domain.Offres.Sections;
using Ror.Domain.Territoires;

namespace Ror.Domain.Tests;

/// <summary>"Open at?" and "next opening" (domain §7), across exceptions, midnights, periods and changes of the clock.</summary>
public sealed class OuvertureTests(ITestOutputHelper sortie)
{
    private const int Metropole = 75;
    private const int Guadeloupe = 971;
    private const int Reunion = 974;
    private const int Miquelon = 975;

    private static readonly string[] Types = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"];

    [Theory]

    // Paris, spring: 29 March 2026 has no time from 02:00 to 03:00. The row lasts one hour of two.
    [InlineData(Metropole, "7 01:30 03:30", "2026-03-29T00:29Z", "fermé - 2026-03-29T00:30Z")]
    [InlineData(Metropole, "7 01:30 03:30", "2026-03-29T00:30Z", "ouvert 2026-03-29T01:30Z 2026-04-04T23:30Z")]
    [InlineData(Metropole, "7 02:30 04:00", "2026-03-29T00:59Z", "fermé - 2026-03-29T01:00Z")]
    [InlineData(Metropole, "7 02:10 02:50", "2026-03-23T00:00Z", "fermé - 2026-04-05T00:10Z")]

    // Paris, autumn: 25 October 2026 has the time from 02:00 to 03:00 twice.
    [InlineData(Metropole, "7 02:15 02:45", "2026-10-25T00:00Z", "fermé - 2026-10-25T00:15Z")]
    [InlineData(Metropole, "7 02:15 02:45", "2026-10-25T00:20Z", "ouvert 2026-10-25T00:45Z 2026-10-25T01:15Z")]
    [InlineData(Metropole, "7 02:15 02:45", "2026-10-25T00:50Z", "fermé - 2026-10-25T01:15Z")]
    [InlineData(Metropole, "7 02:15 02:45", "2026-10-25T01:44Z", "ouvert 2026-10-25T01:45Z 2026-11-01T01:15Z")]
    [InlineData(Metropole, "7 01:00 04:00", "2026-10-24T23:00Z", "ouvert 2026-10-25T03:00Z 2026-11-01T00:00Z")]

    // No change of the clock.
    [InlineData(Reunion, "1 09:00 12:00", "2026-03-29T12:00Z", "fermé - 2026-03-30T05:00Z")]
    [InlineData(Reunion, "1 09:00 12:00", "2026-10-26T07:59Z", "ouvert 2026-10-26T08:00Z 2026-11-02T05:00Z")]
    [InlineData(Guadeloupe, "1 09:00 12:00", "2026-03-30T13:00Z", "ouvert 2026-03-30T16:00Z 2026-04-06T13:00Z")]
    [InlineData(Guadeloupe, "7 20:00 24:00", "2026-11-02T03:59Z", "ouvert 2026-11-02T04:00Z 2026-11-09T00:00Z")]

    // Saint-Pierre-et-Miquelon changes with North America: 8 March and 1 November 2026.
    [InlineData(Miquelon, "7 01:00 04:00", "2026-03-08T04:00Z", "ouvert 2026-03-08T06:00Z 2026-03-15T03:00Z")]
    [InlineData(Miquelon, "7 01:30 02:30", "2026-11-01T03:30Z", "ouvert 2026-11-01T04:00Z 2026-11-01T04:30Z")]
    [InlineData(Miquelon, "7 01:30 02:30", "2026-11-01T04:30Z", "ouvert 2026-11-01T05:30Z 2026-11-08T04:30Z")]
    public void Une_plage_est_ouverte_aux_instants_dont_l_heure_locale_y_tombe(int departement, string plages, string instant, string attendu) =>
        Assert.Equal(attendu, Dire(Semaine(plages), departement, instant));

    [Theory]
    [InlineData("1 20:00 24:00;2 00:00 02:00", "2026-06-01T18:00Z", "ouvert 2026-06-02T00:00Z 2026-06-08T18:00Z")]
    [InlineData("1 20:00 24:00;2 00:00 02:00", "2026-06-01T17:59Z", "fermé - 2026-06-01T18:00Z")]
    [InlineData("1 09:00 12:00;1 12:00 14:00 06", "2026-06-01T08:00Z", "ouvert 2026-06-01T12:00Z 2026-06-08T07:00Z")]
    [InlineData("1 09:00 12:00;1 11:00 14:00 06;1 15:00 16:00", "2026-06-01T08:00Z", "ouvert 2026-06-01T12:00Z 2026-06-01T13:00Z")]
    [InlineData("* 00:00 24:00 01 2026-01-01 2026-06-30", "2026-06-01T08:00Z", "ouvert 2026-06-30T22:00Z -")]
    [InlineData("* 00:00 24:00 01 2026-01-01", "2026-06-01T08:00Z", "ouvert - -")]
    [InlineData("* 00:00 24:00 01 2026-01-01", "2025-06-01T08:00Z", "fermé - 2025-12-31T23:00Z")]
    [InlineData("1 09:00 12:00 01 2099-01-01", "2026-06-01T08:00Z", "fermé - 2099-01-05T08:00Z")]
    [InlineData("1 09:00 12:00 01 - 2026-05-31", "2026-06-01T08:00Z", "fermé - -")]
    [InlineData("", "2026-06-01T08:00Z", "fermé - -")]
    public void Minuits_et_periodes(string plages, string instant, string attendu) => Assert.Equal(attendu, Dire(Semaine(plages), Metropole, instant));

    [Theory]
    [InlineData("1 09:00 18:00;1 12:00 14:00 08", "2026-06-01T08:00Z", "ouvert 2026-06-01T10:00Z 2026-06-01T12:00Z")]
    [InlineData("1 09:00 18:00;1 00:00 24:00 08 2026-06-01 2026-06-08", "2026-06-01T08:00Z", "fermé - 2026-06-15T07:00Z")]
    [InlineData("1 09:00 18:00;1 08:00 10:00 08;1 17:00 19:00 08", "2026-06-01T07:30Z", "fermé - 2026-06-01T08:00Z")]
    public void Une_plage_de_fermeture_se_retire_des_autres(string plages, string instant, string attendu) => Assert.Equal(attendu, Dire(Semaine(plages), Metropole, instant));

    [Fact]
    public void Chaque_type_ouvre_toujours_sur_demande_ou_jamais()
    {
        Assert.Equal(["01", "02", "06", "07", "11"], Types.Where(t => Ouvert(t, null)));
        Assert.Equal(["01", "02", "05", "06", "07", "10", "11"], Types.Where(t => Ouvert(t, t)));
        Assert.All(Types, t => Assert.False(Ouvert(t, t == "01" ? "02" : "01")));

        static bool Ouvert(string type, string? demande) => new CalculOuverture(Semaine($"1 09:00 12:00 {type}"), Zone(Metropole), demande).A(Instant("2026-06-01T08:00Z")).Ouverte;
    }

    [Theory]
    [InlineData("2026-06-30T08:00Z", "ouvert 2026-06-30T10:00Z 2026-07-04T07:00Z")]
    [InlineData("2026-06-30T22:00Z", "fermé - 2026-07-04T07:00Z")]
    [InlineData("2026-07-03T21:59Z", "fermé - 2026-07-04T07:00Z")]
    [InlineData("2026-07-09T08:00Z", "ouvert 2026-07-09T10:00Z 2026-07-10T20:00Z")]
    [InlineData("2026-07-10T20:00Z", "ouvert 2026-07-11T00:00Z 2026-07-12T07:00Z")]
    [InlineData("2026-07-11T07:00Z", "fermé - 2026-07-12T07:00Z")]
    public void Les_exceptions_valent_du_premier_jour_au_dernier_compris(string instant, string attendu)
    {
        // Every day, 09:00–12:00. Closed from 1 to 3 July; on 10 and 11, other hours, that cross the midnight between them.
        var horaires = Semaine("* 09:00 12:00 01 2026-01-01;* 10:00 11:00 08 2026-07-10 2026-07-11") with
        {
            Exceptions =
            [
                new() { Type = ExceptionHoraire.FermetureTemporaire, DateDebut = new(2026, 7, 1), DateFin = new(2026, 7, 3) },
                new()
                {
                    Type = ExceptionHoraire.HoraireExceptionnel,
                    DateDebut = new(2026, 7, 10),
                    DateFin = new(2026, 7, 11),
                    Plages = [Exceptionnelle("22:00", "24:00", 5), Exceptionnelle("00:00", "02:00", 6)],
                },
            ],
        };
        Assert.Equal(attendu, Dire(horaires, Metropole, instant));
    }

    [Fact]
    public void Un_horaire_exceptionnel_ouvre_ce_que_la_semaine_type_ferme()
    {
        var horaires = Semaine("1 00:00 24:00 08") with
        {
            Exceptions = [new() { Type = ExceptionHoraire.HoraireExceptionnel, DateDebut = new(2026, 6, 1), DateFin = new(2026, 6, 1), Plages = [Exceptionnelle("09:00", "12:00")] }],
        };
        Assert.Equal("ouvert 2026-06-01T10:00Z -", Dire(horaires, Metropole, "2026-06-01T08:00Z"));
    }

    [Fact]
    public void Deux_cents_plages_et_cent_exceptions_se_lisent_vite()
    {
        var jamais = Enumerable.Range(0, 200).Select(n => new PlageHoraire { Type = Fabrique.Code("03"), Jour = 1, Debut = "09:00", Fin = "10:00", DateDebut = new DateOnly(2026, 6, 2).AddDays(n * 40), DateFin = new DateOnly(2026, 6, 20).AddDays(n * 40) });
        var horaires = new Horaires
        {
            SemaineType = jamais.EnListe(),
            Exceptions = Enumerable.Range(0, 100).Select(n => new ExceptionHoraire { Type = ExceptionHoraire.FermetureTemporaire, DateDebut = new DateOnly(2050, 1, 1).AddDays(n * 60), DateFin = new DateOnly(2050, 1, 20).AddDays(n * 60) }).EnListe(),
        };
        var duree = Stopwatch.StartNew();
        Assert.Equal("fermé - -", Dire(horaires, Metropole, "2026-06-01T08:00Z"));
        sortie.WriteLine($"{duree.ElapsedMilliseconds} ms");
        Assert.True(duree.Elapsed < TimeSpan.FromSeconds(3), $"{duree.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void Chaque_departement_a_son_fuseau()
    {
        var lointains = Departements.Tous.Where(d => d.Code.StartsWith("97", StringComparison.Ordinal) || d.Code.StartsWith("98", StringComparison.Ordinal)).ToDictionary(d => d.Code, d => Fuseaux.De(d.Code).Id);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["971"] = "America/Guadeloupe",
                ["972"] = "America/Martinique",
                ["973"] = "America/Cayenne",
                ["974"] = "Indian/Reunion",
                ["975"] = "America/Miquelon",
                ["976"] = "Indian/Mayotte",
                ["977"] = "America/St_Barthelemy",
                ["978"] = "America/Marigot",
                ["984"] = "Indian/Kerguelen",
                ["986"] = "Pacific/Wallis",
                ["987"] = "Pacific/Tahiti",
                ["988"] = "Pacific/Noumea",
                ["989"] = "Etc/GMT+8",
            },
            lointains);
        Assert.All(Departements.Tous.Where(d => !lointains.ContainsKey(d.Code)), d => Assert.Equal("Europe/Paris", Fuseaux.De(d.Code).Id));
    }

    [Fact]
    public void Le_fuseau_est_celui_de_l_adresse_de_l_offre_sinon_de_son_etablissement()
    {
        Assert.Equal("Indian/Reunion", Fuseaux.De(new Adresse { Commune = "97411" }, "81").Id);
        Assert.Equal("Indian/Reunion", Fuseaux.De(null, "974").Id);
        Assert.Equal("Indian/Reunion", Fuseaux.De(new Adresse { Localite = "Quelque part" }, "974").Id);

        // A former code of Guadeloupe: Gustavia is in another département now.
        Assert.Equal("America/St_Barthelemy", Fuseaux.De(new Adresse { Commune = "97123" }, "81").Id);
    }

    [Fact]
    public void Le_calcul_dit_ce_qu_une_lecture_minute_par_minute_dirait()
    {
        var graine = int.TryParse(Environment.GetEnvironmentVariable("ROR_SEED"), out var donnee) ? donnee : Random.Shared.Next();
        sortie.WriteLine($"ROR_SEED={graine}");
        var alea = new Random(graine);
        for (var tour = 0; tour < 150; tour++)
        {
            var (zone, depart) = Tirer(alea, [Metropole, Metropole, Miquelon, Reunion, Guadeloupe], [new DateOnly(2026, 3, 20), new(2026, 10, 14), new(2026, 2, 27), new(2026, 10, 22), new(2027, 3, 15)]);
            var (horaires, type) = (Hasard(alea, depart), alea.Next(3) == 0 ? Types[alea.Next(Types.Length)] : null);
            var minutes = Enumerable.Range(0, 32 * 1440).Select(n => depart.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(n)).Select(t => Ouvert(horaires, zone, type, t)).ToArray();
            var calcul = new CalculOuverture(horaires, zone, type);
            for (var essai = 0; essai < 12; essai++)
            {
                var rang = alea.Next(8 * 1440);
                var etat = calcul.A(depart.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).AddMinutes(rang));
                var ici = $"graine {graine}, tour {tour}, {zone.Id}, {depart}+{rang} min, type {type}, {horaires}";
                Assert.True(minutes[rang] == etat.Ouverte, ici);
                var fin = etat.Ouverte ? Array.IndexOf(minutes, false, rang) : rang;
                Pareil(etat.Ouverte ? fin : -1, etat.Jusqua, etat.Ouverte, ici);
                if (fin >= 0)
                {
                    Pareil(Array.IndexOf(minutes, true, fin), etat.ProchaineOuverture, attendu: true, ici);
                }
            }

            // Beyond the minutes that were read, anything may be.
            void Pareil(int rang, DateTime? instant, bool attendu, string ici)
            {
                var debut = depart.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
                var lu = instant is { } i && i < debut.AddMinutes(minutes.Length) ? (i - debut).TotalMinutes : -1;
                Assert.True(lu == (attendu ? rang : -1), $"{ici} : {lu} au lieu de {rang}");
            }
        }
    }

    private static (TimeZoneInfo Zone, DateOnly Depart) Tirer(Random alea, int[] departements, DateOnly[] departs) => (Zone(departements[alea.Next(departements.Length)]), departs[alea.Next(departs.Length)]);

    private static Horaires Hasard(Random alea, DateOnly depart)
    {
        var (exceptions, jour) = (new List<ExceptionHoraire>(), depart);
        for (var n = alea.Next(4); n > 0; n--)
        {
            var (debut, fin) = (jour.AddDays(alea.Next(1, 6)), jour.AddDays(alea.Next(6, 11)));
            var ferme = alea.Next(2) == 0;
            exceptions.Add(new()
            {
                Type = ferme ? ExceptionHoraire.FermetureTemporaire : ExceptionHoraire.HoraireExceptionnel,
                DateDebut = debut,
                DateFin = fin,
                Plages = ferme ? [] : Enumerable.Range(0, alea.Next(1, 4)).Select(_ => Exceptionnelle(alea)).EnListe(),
            });
            jour = fin;
        }

        return new() { SemaineType = Enumerable.Range(0, alea.Next(9)).Select(_ => Plage(alea, depart)).EnListe(), Exceptions = exceptions.EnListe() };
    }

    private static PlageHoraire Plage(Random alea, DateOnly depart)
    {
        var (debut, fin) = Heures(alea);
        var periode = alea.Next(3);
        return new()
        {
            Type = Fabrique.Code(Types[alea.Next(Types.Length)]),
            Jour = periode == 1 || alea.Next(5) > 0 ? (alea.Next(2) == 0 ? 7 : alea.Next(1, 8)) : periode == 2 ? null : 7,
            Debut = debut,
            Fin = fin,
            DateDebut = periode == 2 ? depart.AddDays(alea.Next(-10, 20)) : null,
            DateFin = periode == 2 && alea.Next(2) == 0 ? depart.AddDays(alea.Next(20, 30)) : null,
        };
    }

    private static PlageExceptionnelle Exceptionnelle(Random alea)
    {
        var (debut, fin) = Heures(alea);
        return new() { Type = Fabrique.Code(alea.Next(4) == 0 ? "08" : "01"), Jour = alea.Next(2) == 0 ? null : alea.Next(1, 8), Debut = debut, Fin = fin };
    }

    // Around the hours at which clocks change, and midnight, more often than not.
    private static (string Debut, string Fin) Heures(Random alea)
    {
        var debut = alea.Next(3) switch { 0 => 0, 1 => alea.Next(0, 16) * 15, _ => alea.Next(0, 1439) };
        var fin = alea.Next(3) switch { 0 => 1440, 1 => Math.Min(1440, debut + (alea.Next(1, 9) * 15)), _ => alea.Next(debut + 1, 1441) };
        return (Heure(debut), Heure(fin));

        static string Heure(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:D2}:{minutes % 60:D2}");
    }

    // The rules of domain §7, read again for one instant.
    private static bool Ouvert(Horaires horaires, TimeZoneInfo zone, string? type, DateTime instant)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(instant, zone);
        var (jour, heure) = (DateOnly.FromDateTime(local), local.ToString("HH:mm", CultureInfo.InvariantCulture));
        var semaine = jour.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)jour.DayOfWeek;
        var exception = (horaires.Exceptions ?? []).SingleOrDefault(e => e.DateDebut <= jour && jour <= e.DateFin);
        var plages = exception is not null
            ? exception.Plages.Select(p => (p.Type!.Code, p.Jour, p.Debut, p.Fin))
            : horaires.SemaineType.Where(p => (p.DateDebut ?? jour) <= jour && jour <= (p.DateFin ?? jour)).Select(p => (p.Type!.Code, p.Jour, p.Debut, p.Fin));
        var ici = plages.Where(p => (p.Jour ?? semaine) == semaine && string.CompareOrdinal(p.Debut, heure) <= 0 && string.CompareOrdinal(heure, p.Fin) < 0).Select(p => p.Code).ToList();
        return !ici.Contains("08") && ici.Any(c => type is null ? c is "01" or "02" or "06" or "07" or "11" : c == type && c is not ("03" or "04" or "08" or "09"));
    }

    private static string Dire(Horaires horaires, int departement, string instant)
    {
        var etat = new CalculOuverture(horaires, Zone(departement)).A(Instant(instant));
        return etat.Ouverte ? $"ouvert {Lu(etat.Jusqua)} {Lu(etat.ProchaineOuverture)}" : $"fermé {Lu(etat.Jusqua)} {Lu(etat.ProchaineOuverture)}";

        static string Lu(DateTime? instant) => instant is { } i ? i.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) + "Z" : "-";
    }

    // "jour début fin [type [dateDebut [dateFin]]]", a row each; * is every day.
    private static Horaires Semaine(string plages) => new() { SemaineType = plages.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Lire).EnListe() };

    private static PlageHoraire Lire(string plage)
    {
        var mots = plage.Split(' ');
        return new()
        {
            Jour = mots[0] == "*" ? null : int.Parse(mots[0], CultureInfo.InvariantCulture),
            Debut = mots[1],
            Fin = mots[2],
            Type = Fabrique.Code(mots.ElementAtOrDefault(3) ?? "01"),
            DateDebut = Jour(mots.ElementAtOrDefault(4)),
            DateFin = Jour(mots.ElementAtOrDefault(5)),
        };

        static DateOnly? Jour(string? mot) => mot is null or "-" ? null : DateOnly.Parse(mot, CultureInfo.InvariantCulture);
    }

    private static PlageExceptionnelle Exceptionnelle(string debut, string fin, int? jour = null) => new() { Type = Fabrique.Code("01"), Jour = jour, Debut = debut, Fin = fin };

    private static TimeZoneInfo Zone(int departement) => Fuseaux.De(departement.ToString(CultureInfo.InvariantCulture));

    private static DateTime Instant(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture).UtcDateTime;
}
