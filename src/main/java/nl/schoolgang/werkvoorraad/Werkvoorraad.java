package nl.schoolgang.werkvoorraad;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.schoolgang.gemeente.GeenInzage;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Recht;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.werkvoorraad.Taakvraag.Lijst;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads the inbox: only what the reader may see, what has lapsed first, then what is about to, then by legal weight and date. */
@Service
public class Werkvoorraad {

    /** A term lapses soon when its last day is at most this many werkdagen away. */
    static final int DREIGT_WERKDAGEN = 3;

    private static final String GROEP = "case when laatste_dag < :vandaag then 0 when laatste_dag <= :straks then 1 else 2 end";
    private static final String DAG = "coalesce(laatste_dag, date '9999-12-31')";

    private final NamedParameterJdbcTemplate jdbc;
    private final Zaakzicht zicht;
    private final Kalender kalender;
    private final Clock klok;

    Werkvoorraad(NamedParameterJdbcTemplate jdbc, Zaakzicht zicht, Kalender kalender, Clock klok) {
        this.jdbc = jdbc;
        this.zicht = zicht;
        this.kalender = kalender;
        this.klok = klok;
    }

    /**
     * A page of tasks.
     *
     * @param taken   in the order of urgency
     * @param verder  where the next page begins, for {@link Taakvraag#na}; null on the last page
     */
    public record Bladzijde(List<Taak> taken, String verder) {
    }

    /**
     * The tasks that this employee may see and that fit the question.
     *
     * @throws OngeldigeInvoer when the place to begin is none of ours
     */
    public Bladzijde zoek(Medewerker ik, Taakvraag vraag, int aantal) {
        MapSqlParameterSource waarden = new MapSqlParameterSource();
        String waar = waar(ik, vraag, waarden);
        if (vraag.na() != null) {
            waar += " and (" + GROEP + ", gewicht, " + DAG + ", taak_id) > (:naGroep, :naGewicht, :naDag, :naTaak)";
            leesPlek(vraag.na(), waarden);
        }
        waarden.addValue("aantal", aantal + 1);
        List<Rij> rijen = jdbc.query("select *, " + GROEP + " as groep from werkvoorraad_taak where " + waar
                + " order by groep, gewicht, " + DAG + ", taak_id limit :aantal", waarden, (rs, n) -> new Rij(taak(rs), rs.getInt("groep")));
        boolean meer = rijen.size() > aantal;
        List<Rij> getoond = meer ? rijen.subList(0, aantal) : rijen;
        return new Bladzijde(getoond.stream().map(Rij::taak).toList(), meer ? plek(getoond.get(aantal - 1)) : null);
    }

    /** How many tasks fit the question, as far as this employee may see them. */
    public long aantal(Medewerker ik, Taakvraag vraag) {
        MapSqlParameterSource waarden = new MapSqlParameterSource();
        String waar = waar(ik, vraag, waarden);
        Long aantal = jdbc.queryForObject("select count(*) from werkvoorraad_taak where " + waar, waarden, Long.class);
        return aantal == null ? 0 : aantal;
    }

    /** The procedures of which this employee may see open tasks, by name. */
    List<String> procedures(Medewerker ik) {
        MapSqlParameterSource waarden = new MapSqlParameterSource();
        String waar = waar(ik, Taakvraag.van(Lijst.TEAM), waarden);
        return jdbc.queryForList("select distinct procedure from werkvoorraad_taak where " + waar + " order by procedure", waarden, String.class);
    }

    /** All open tasks of a case, also those of roles that the reader lacks; who calls has tested the right to see the case. */
    public List<Taak> vanZaak(UUID zaakId) {
        return jdbc.query("select * from werkvoorraad_taak where zaak_id = :zaak order by gewicht, " + DAG + ", gemaakt_op, taak_id",
                new MapSqlParameterSource("zaak", zaakId), (rs, n) -> taak(rs));
    }

    /**
     * The open task with this id; empty when there is none.
     *
     * @throws GeenInzage when there is one that the employee may not see
     */
    Optional<Taak> zichtbaar(String taakId, Medewerker ik) {
        return jdbc.query("select * from werkvoorraad_taak where taak_id = :taak", new MapSqlParameterSource("taak", taakId),
                (rs, n) -> taak(rs)).stream().findFirst().map(t -> alsZichtbaar(t, ik));
    }

    /** Like {@link #zichtbaar}, and holds the row until the transaction ends. */
    Optional<Taak> vergrendel(String taakId, Medewerker ik) {
        return jdbc.query("select * from werkvoorraad_taak where taak_id = :taak for update", new MapSqlParameterSource("taak", taakId),
                (rs, n) -> taak(rs)).stream().findFirst().map(t -> alsZichtbaar(t, ik));
    }

    /** Whether this employee may see the task of a case that he or she may see ({@link Zaakzicht}). */
    static boolean magZien(Taak taak, Medewerker ik) {
        return ik.mag(Recht.ALLE_TAKEN_ZIEN, taak.gemeente())
                || (ik.mag(Recht.WERKVOORRAAD_ZIEN, taak.gemeente()) && heeftRol(ik, taak.rol(), taak.gemeente()));
    }

    /** Whether this employee may claim and finish the task, when nobody else has it. */
    public static boolean magAfronden(Taak taak, Medewerker ik) {
        return ik.mag(Recht.TAAK_AFRONDEN, taak.gemeente()) && heeftRol(ik, taak.rol(), taak.gemeente());
    }

    private boolean bestaatVoor(Taak taak, Medewerker ik) {
        return magZien(taak, ik) && zicht.blik(ik).test(taak.gemeente(), taak.procedure());
    }

    private Taak alsZichtbaar(Taak taak, Medewerker ik) {
        if (!bestaatVoor(taak, ik)) {
            throw new GeenInzage("Deze taak bestaat niet.", taak.gemeente(), taak.leerlingId(), taak.zaakId());
        }
        return taak;
    }

    /** The last day that counts as "lapsing soon". */
    public LocalDate straks() {
        return kalender.werkdagenVerder(LocalDate.now(klok), DREIGT_WERKDAGEN);
    }

    private static boolean heeftRol(Medewerker ik, String rol, String gemeente) {
        return ik.rollen().getOrDefault(gemeente, Set.of()).stream().anyMatch(r -> r.code().equals(rol));
    }

    private String waar(Medewerker ik, Taakvraag vraag, MapSqlParameterSource waarden) {
        LocalDate vandaag = LocalDate.now(klok);
        waarden.addValue("vandaag", vandaag).addValue("straks", straks());
        List<String> delen = new ArrayList<>(List.of(zichtbaarheid(ik, vraag.lijst(), waarden), toegestaan(ik, waarden)));
        voegToe(delen, waarden, "zaaknummer", vraag.zaaknummer());
        voegToe(delen, waarden, "procedure", vraag.procedure());
        voegToe(delen, waarden, "rol", vraag.rol());
        voegToe(delen, waarden, "gemeente", vraag.gemeente());
        if (vraag.termijn() != null) {
            delen.add(switch (vraag.termijn()) {
                case VERLOPEN -> "laatste_dag < :vandaag";
                case DREIGT -> "laatste_dag between :vandaag and :straks";
                case LOOPT -> "laatste_dag > :straks";
                case GEEN -> "laatste_dag is null";
            });
        }
        return String.join(" and ", delen);
    }

    /** In the question itself, so that pages are full and none is missed. Names what is allowed: what is new is not shown by accident. */
    private String toegestaan(Medewerker ik, MapSqlParameterSource waarden) {
        if (ik.gemeenten().isEmpty()) {
            return "false";
        }
        BiPredicate<String, String> blik = zicht.blik(ik);
        List<Object[]> toegestaan = jdbc.query("select distinct gemeente, procedure from werkvoorraad_taak where gemeente in (:gemeenten)",
                new MapSqlParameterSource("gemeenten", ik.gemeenten()), (rs, n) -> new Object[] {rs.getString(1), rs.getString(2)}).stream()
                .filter(p -> blik.test((String) p[0], (String) p[1])).toList();
        waarden.addValue("toegestaan", toegestaan);
        return toegestaan.isEmpty() ? "false" : "(gemeente, procedure) in (:toegestaan)";
    }

    private static String zichtbaarheid(Medewerker ik, Lijst lijst, MapSqlParameterSource waarden) {
        List<Object[]> rollen = new ArrayList<>();
        ik.gemeentenMet(Recht.WERKVOORRAAD_ZIEN).forEach(g -> ik.rollen().get(g).forEach(r -> rollen.add(new Object[] {g, r.code()})));
        List<String> delen = new ArrayList<>();
        if (!rollen.isEmpty()) {
            delen.add("(gemeente, rol) in (:rollen)");
            waarden.addValue("rollen", rollen);
        }
        if (lijst != Lijst.TEAM && !ik.gemeentenMet(Recht.ALLE_TAKEN_ZIEN).isEmpty()) {
            delen.add("gemeente in (:alleTaken)");
            waarden.addValue("alleTaken", ik.gemeentenMet(Recht.ALLE_TAKEN_ZIEN));
        }
        if (delen.isEmpty()) {
            return "false";
        }
        String zicht = "(" + String.join(" or ", delen) + ")";
        if (lijst == Lijst.MIJN) {
            waarden.addValue("ik", ik.gebruikersnaam());
            return zicht + " and behandelaar = :ik";
        }
        return zicht;
    }

    private static void voegToe(List<String> delen, MapSqlParameterSource waarden, String kolom, String waarde) {
        if (waarde != null) {
            delen.add(kolom + " = :" + kolom);
            waarden.addValue(kolom, waarde);
        }
    }

    private static String plek(Rij rij) {
        Taak t = rij.taak();
        String plek = rij.groep() + "|" + t.gewicht() + "|" + (t.laatsteDag() == null ? "9999-12-31" : t.laatsteDag()) + "|" + t.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plek.getBytes(StandardCharsets.UTF_8));
    }

    private static void leesPlek(String plek, MapSqlParameterSource waarden) {
        try {
            String[] delen = new String(Base64.getUrlDecoder().decode(plek), StandardCharsets.UTF_8).split("\\|", 4);
            if (delen[3].indexOf('\0') >= 0) {
                throw new IllegalArgumentException(plek);
            }
            waarden.addValue("naGroep", Integer.parseInt(delen[0])).addValue("naGewicht", Integer.parseInt(delen[1]))
                    .addValue("naDag", LocalDate.parse(delen[2])).addValue("naTaak", delen[3]);
        } catch (RuntimeException e) {
            throw new OngeldigeInvoer("na", "Dit is geen plek in de lijst. Begin opnieuw bij de eerste bladzijde.");
        }
    }

    private static Taak taak(ResultSet rs) throws SQLException {
        return new Taak(rs.getString("taak_id"), rs.getString("gemeente"), rs.getObject("zaak_id", UUID.class), rs.getString("zaaknummer"),
                rs.getString("procedure"), rs.getString("definitie"), rs.getString("naam"), rs.getString("uitleg"), rs.getString("rol"),
                rs.getString("behandelaar"), rs.getObject("leerling_id", UUID.class), rs.getString("leerling_naam"),
                rs.getString("school_naam"), rs.getObject("melding_id", UUID.class), rs.getString("meldingsnummer"),
                rs.getString("termijn_code"), rs.getObject("laatste_dag", LocalDate.class), rs.getInt("gewicht"),
                rs.getTimestamp("gemaakt_op").toInstant(), rs.getTimestamp("moment") == null ? null : rs.getTimestamp("moment").toInstant());
    }

    private record Rij(Taak taak, int groep) {
    }
}
