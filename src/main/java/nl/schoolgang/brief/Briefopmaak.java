package nl.schoolgang.brief;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.schoolgang.bericht.Sjabloonuitdrukking;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Makes the page of a letter: the template filled in, with letterhead, address, reference, clause and signature around it. */
@Component
class Briefopmaak {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");
    private static final String PLAATS_VAN_TEKST = "<!--tekst-->";
    /** What stands in the address window of a copy that others may read. */
    static final List<String> GEHEIM = List.of("geheim adres");

    private final TemplateEngine motor = new TemplateEngine();
    private final String blad = bron("/brief/brief.html");
    private final Briefhoofden hoofden;

    Briefopmaak(Briefhoofden hoofden) {
        this.hoofden = hoofden;
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new Sjabloonuitdrukking());
        motor.setDialect(dialect);
        StringTemplateResolver bronnen = new StringTemplateResolver();
        bronnen.setTemplateMode(TemplateMode.XML);
        motor.setTemplateResolver(bronnen);
    }

    /**
     * The page as XHTML.
     *
     * @param gegevens   of {@link Briefgegevens#van}
     * @param afgeschermd without the address, for who may not see it
     */
    String pagina(Sjabloon sjabloon, Map<String, Object> gegevens, Geadresseerde aan, String gemeente, boolean afgeschermd) {
        Map<String, Object> alles = new HashMap<>(gegevens);
        alles.put("aan", Briefgegevens.aan(aan));
        Context context = new Context(NL, alles);
        String tekst = metSlot(maak(sjabloon.bestand(), "<div>" + sjabloon.inhoud() + "</div>", context));
        Briefhoofd hoofd = hoofden.van(gemeente);
        context.setVariable("hoofd", Map.of("logo", hoofd.logo(), "logotekst", hoofd.logotekst(), "postadres", hoofd.postadres(),
                "college", hoofd.college(), "plaats", hoofd.postadres().get(hoofd.postadres().size() - 1)));
        context.setVariable("adres", afgeschermd ? GEHEIM : aan.adres());
        context.setVariable("besluit", sjabloon.besluit());
        context.setVariable("college", "college".equals(sjabloon.namens()));
        return maak("brief.html", blad, context).replace(PLAATS_VAN_TEKST, tekst);
    }

    /** Keeps the last paragraph with the signature, so that no page holds a signature alone; they are neighbours, without a box around the text. */
    private static String metSlot(String tekst) {
        String zonderDoos = tekst.strip().replaceAll("\\A<div>|</div>\\z", "");
        int laatste = zonderDoos.lastIndexOf("<p>");
        boolean isLaatste = laatste >= 0 && zonderDoos.substring(laatste).strip().endsWith("</p>");
        return isLaatste ? zonderDoos.substring(0, laatste) + "<p class=\"samen\">" + zonderDoos.substring(laatste + 3) : zonderDoos;
    }

    private String maak(String naam, String bron, Context context) {
        try {
            return motor.process(bron, context);
        } catch (TemplateEngineException e) {
            Throwable diepste = e;
            while (diepste.getCause() != null) {
                diepste = diepste.getCause();
            }
            // Without the cause: its message holds the template, never the data, but the whole of it.
            throw new IllegalStateException("De brief " + naam + " kan niet worden gemaakt: " + kort(diepste.getMessage()));
        }
    }

    private static String kort(String melding) {
        return melding == null ? "onbekende fout" : melding.lines().findFirst().orElse("").replaceAll("\\(template: .*", "").strip();
    }

    private static String bron(String pad) {
        try (InputStream inhoud = Briefopmaak.class.getResourceAsStream(pad)) {
            return new String(inhoud.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
