package nl.schoolgang.bericht;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.Optional;
import nl.schoolgang.gemeente.Gemeente;
import nl.schoolgang.gemeente.Gemeenten;
import nl.schoolgang.zaak.Zaken;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * What a message says to people: a template {@code processes/<procedure>/berichten/<soort>.txt}, first line {@code Onderwerp: …}, then the
 * text. It may name the contents of the message, {@code aan}, {@code zaaknummer} and {@code gemeentenaam}.
 */
@Component
class Berichtteksten {

    private static final String ONDERWERP = "Onderwerp: ";
    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    /** Made for a melding by hand; it says nothing to who reported it. */
    private static final String HANDNUMMER = "HAND-";

    private final Zaken zaken;
    private final Gemeenten gemeenten;
    private final TemplateEngine motor = new TemplateEngine();
    private final Map<String, Optional<String>> sjablonen = new ConcurrentHashMap<>();

    Berichtteksten(Zaken zaken, Gemeenten gemeenten) {
        this.zaken = zaken;
        this.gemeenten = gemeenten;
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Sjabloonuitdrukking());
        motor.setDialect(dialect);
        StringTemplateResolver tekst = new StringTemplateResolver();
        tekst.setTemplateMode(TemplateMode.TEXT);
        motor.setTemplateResolver(tekst);
    }

    /** A subject of one line, and a text. */
    record Tekst(String onderwerp, String tekst) {

        /** Without what it says: records end up in logs. */
        @Override
        public String toString() {
            return "Tekst[]";
        }
    }

    /** What this message says; empty when there is no template for its kind. */
    Optional<Tekst> van(NieuwBericht bericht) {
        return sjablonen.computeIfAbsent(bericht.soort(), Berichtteksten::lees).map(sjabloon -> {
            Map<String, Object> waarden = new HashMap<>(bericht.inhoud());
            Object nummer = waarden.get("meldingsnummer");
            waarden.put("meldingsnummer", nummer == null || nummer.toString().startsWith(HANDNUMMER) ? null : nummer);
            waarden.put("aan", bericht.aan());
            waarden.put("zaaknummer", zaken.metId(bericht.zaakId()).zaaknummer());
            waarden.put("gemeentenaam", gemeenten.metCode(bericht.gemeente()).map(Gemeente::naam).orElse(bericht.gemeente()));
            String geheel = vul(sjabloon, waarden);
            int eersteRegel = geheel.indexOf('\n');
            return new Tekst(geheel.substring(ONDERWERP.length(), eersteRegel).strip(),
                    geheel.substring(eersteRegel).strip().replaceAll("\\n{3,}", "\n\n") + "\n");
        });
    }

    /**
     * The template filled in with names and nothing else: it is data and runs no code.
     *
     * @throws org.thymeleaf.exceptions.TemplateEngineException when it holds more than names, or a name that is not known
     */
    String vul(String sjabloon, Map<String, Object> waarden) {
        return motor.process(sjabloon, new Context(NL, waarden));
    }

    private static Optional<String> lees(String soort) {
        if (!soort.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Een soort bericht is een code van kleine letters, cijfers en streepjes");
        }
        try {
            Resource[] gevonden = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*/berichten/" + soort + ".txt");
            if (gevonden.length == 0) {
                return Optional.empty();
            }
            String sjabloon = gevonden[0].getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (gevonden.length > 1 || !sjabloon.startsWith(ONDERWERP)) {
                throw new IllegalStateException("Sjabloon " + soort + " moet er een keer zijn, en beginnen met '" + ONDERWERP + "'");
            }
            return Optional.of(sjabloon);
        } catch (IOException e) {
            throw new IllegalStateException("Sjabloon " + soort + " is niet te lezen", e);
        }
    }
}
