package nl.schoolgang.procedure.brief;

import java.util.Map;
import nl.schoolgang.brief.Ontvangplicht;
import nl.schoolgang.engine.Procesengine;
import nl.schoolgang.normen.Norm;
import org.springframework.stereotype.Component;

/**
 * Where the municipality always gives the report of a conversation ({@code processes/beleid/verslag.dmn}), the parents get it; elsewhere who
 * asked for it.
 */
@Component
@Norm({"NOP-3.2.02-03", "BUN-06.03-03"})
class Verslagplicht implements Ontvangplicht {

    private static final String BRIEF = "gespreksverslag";

    private final Procesengine engine;

    Verslagplicht(Procesengine engine) {
        this.engine = engine;
    }

    @Override
    public boolean oudersAltijd(String brief, String gemeente) {
        return BRIEF.equals(brief) && "altijd".equals(engine.beslis("verslag", Map.of("gemeente", gemeente)).get("verslagPlicht"));
    }
}
