package nl.schoolgang.leerling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what somebody typed into the search box into one query. */
class Leerlingzoeker {

    private static final int MAXIMUM = 50;
    private static final int MEESTE_DELEN = 8;
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NEDERLANDS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");

    private final JdbcClient jdbc;
    private final Geheimen geheimen;

    Leerlingzoeker(JdbcClient jdbc, Geheimen geheimen) {
        this.jdbc = jdbc;
        this.geheimen = geheimen;
    }

    List<Leerling> zoek(Set<String> gemeenten, String tekst, RowMapper<Leerling> rij) {
        String[] delen = tekst == null ? new String[0] : tekst.replace("\0", "").strip().split("\\s+", MEESTE_DELEN + 1);
        if (gemeenten.isEmpty() || delen.length == 0 || delen[0].isEmpty()) {
            return List.of();
        }
        List<String> eisen = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("gemeenten", gemeenten);
        for (int i = 0; i < Math.min(delen.length, MEESTE_DELEN); i++) {
            eisen.add(eis(delen[i], "p" + i, parameters));
        }
        return jdbc.sql("select l.* from leerling l where l.gemeente in (:gemeenten) and " + String.join(" and ", eisen)
                        + " order by lower(l.achternaam), l.voornamen, l.id limit " + MAXIMUM)
                .params(parameters).query(rij).list();
    }

    private String eis(String deel, String naam, Map<String, Object> parameters) {
        LocalDate datum = datum(deel);
        if (datum != null) {
            parameters.put(naam, datum);
            return "l.geboortedatum = :" + naam;
        }
        if (deel.matches("[0-9]{8,9}")) {
            parameters.put(naam, geheimen.hash(Burgerservicenummer.aangevuld(deel)));
            return "(l.bsn_hash = :" + naam + " or l.onderwijsnummer_hash = :" + naam + ")";
        }
        parameters.put(naam, "%" + deel.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return "(concat_ws(' ', l.voornamen, l.voorvoegsel, l.achternaam) ilike :" + naam
                + " or exists (select 1 from inschrijving i join school s on s.id = i.school_id where i.leerling_id = l.id"
                + " and i.tot is null and concat_ws(' ', s.brin, s.naam) ilike :" + naam + "))";
    }

    private static LocalDate datum(String deel) {
        Matcher iso = ISO.matcher(deel);
        Matcher nederlands = NEDERLANDS.matcher(deel);
        try {
            if (iso.matches()) {
                return LocalDate.of(getal(iso, 1), getal(iso, 2), getal(iso, 3));
            }
            return nederlands.matches() ? LocalDate.of(getal(nederlands, 3), getal(nederlands, 2), getal(nederlands, 1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int getal(Matcher matcher, int groep) {
        return Integer.parseInt(matcher.group(groep));
    }
}
