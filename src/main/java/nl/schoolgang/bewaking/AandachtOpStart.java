package nl.schoolgang.bewaking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.werkvoorraad.Startblok;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page after log-in: work that a coordinator gave, with the reason; and terms with which this employee must do something. */
@Component
@Order(1)
class AandachtOpStart implements Startblok {

    /** So long it is told that work was handed over. */
    private static final Duration NIEUW = Duration.ofDays(14);
    private static final int MEESTE = 10;

    private final Overdrachten overdrachten;
    private final Termijnlezer termijnen;
    private final Zichtvlak zicht;
    private final Clock klok;

    AandachtOpStart(Overdrachten overdrachten, Termijnlezer termijnen, Zichtvlak zicht, Clock klok) {
        this.overdrachten = overdrachten;
        this.termijnen = termijnen;
        this.zicht = zicht;
        this.klok = klok;
    }

    /** @param meer whether there are more terms than these */
    record Aandacht(List<Overdracht> overgedragen, List<BewaakteTermijn> termijnen, boolean meer) {
    }

    @Override
    public String sjabloon() {
        return "aandacht";
    }

    @Override
    public Optional<Object> inhoud(Medewerker ik) {
        List<Overdracht> overgedragen = overdrachten.aan(ik, klok.instant().minus(NIEUW));
        List<BewaakteTermijn> gevonden = termijnen.voor(ik, zicht.van(ik, ik.gemeenten()), Stand.Lijst.AANDACHT, MEESTE + 1);
        return overgedragen.isEmpty() && gevonden.isEmpty() ? Optional.empty()
                : Optional.of(new Aandacht(overgedragen, gevonden.stream().limit(MEESTE).toList(), gevonden.size() > MEESTE));
    }
}
