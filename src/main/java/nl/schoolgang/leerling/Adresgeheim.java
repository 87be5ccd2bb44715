package nl.schoolgang.leerling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which pupils live where nobody may learn of: at the secret address of a parent. What is told of the one tells of the other, so the
 * pupil's address is secret as well.
 */
@Component
public class Adresgeheim {

    private final JdbcClient jdbc;

    Adresgeheim(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this pupil lives at a parent's secret address. */
    public boolean geldtVoor(Leerling leerling) {
        return van(List.of(leerling)).contains(leerling.id());
    }

    /** The ids of those of these pupils who live at a parent's secret address, in one question to the database. */
    public Set<UUID> van(Collection<Leerling> leerlingen) {
        Set<UUID> geheim = new HashSet<>();
        if (!leerlingen.isEmpty()) {
            Map<UUID, Leerling> perId = leerlingen.stream().collect(Collectors.toMap(Leerling::id, Function.identity(), (a, b) -> a));
            jdbc.sql("""
                    select lo.leerling_id, o.straat, o.huisnummer, o.postcode, o.woonplaats from leerling_ouder lo
                    join ouder o on o.id = lo.ouder_id where o.geheim_adres and lo.leerling_id in (:leerlingen)""")
                    .param("leerlingen", perId.keySet()).query((RowCallbackHandler) rs -> {
                        UUID id = rs.getObject("leerling_id", UUID.class);
                        if (adres(rs).zelfdePlaats(perId.get(id).adres())) {
                            geheim.add(id);
                        }
                    });
        }
        return geheim;
    }

    private static Adres adres(ResultSet rs) throws SQLException {
        return new Adres(rs.getString("straat"), rs.getString("huisnummer"), rs.getString("postcode"), rs.getString("woonplaats"));
    }
}
