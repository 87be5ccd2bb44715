package nl.schoolgang.bewaking;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.werkvoorraad.Zaakzicht;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which municipalities and procedures somebody may see that there are cases: the same rule as for the cases themselves. */
@Component
class Zichtvlak {

    private final JdbcClient jdbc;
    private final Zaakzicht zicht;

    Zichtvlak(JdbcClient jdbc, Zaakzicht zicht) {
        this.jdbc = jdbc;
        this.zicht = zicht;
    }

    /** A procedure in a municipality. */
    record Vak(String gemeente, String procedure) {

        /** As a row value in SQL. */
        Object[] rij() {
            return new Object[] {gemeente, procedure};
        }
    }

    /** Those with open cases that this employee may see, within these municipalities. */
    List<Vak> van(Medewerker ik, Set<String> gemeenten) {
        if (gemeenten.isEmpty()) {
            return List.of();
        }
        BiPredicate<String, String> blik = zicht.blik(ik);
        return jdbc.sql("select distinct gemeente, procedure from zaak where status = 'open' and gemeente in (:gemeenten) order by 1, 2")
                .param("gemeenten", gemeenten).query(Vak.class).list().stream().filter(v -> blik.test(v.gemeente(), v.procedure())).toList();
    }

    static List<Object[]> rijen(Collection<Vak> vakken) {
        return vakken.stream().map(Vak::rij).toList();
    }
}
