package nl.schoolgang.procedure.relatiefverzuim;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefaanhouding;
import nl.schoolgang.kalender.Tijdzone;
import org.springframework.stereotype.Component;

/** Names the letters that are held in a case, for the form in which they are judged. */
@Component
class Wachtbrieven {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));

    private final Briefaanhouding brieven;

    Wachtbrieven(Briefaanhouding brieven) {
        this.brieven = brieven;
    }

    /** {@code wachtendeBrieven}; without it the form shows nothing of letters. */
    Map<String, Object> voorFormulier(UUID zaakId) {
        String namen = brieven.aangehouden(zaakId).stream().map(Wachtbrieven::naam).collect(Collectors.joining("; "));
        return namen.isEmpty() ? Map.of() : Map.of("wachtendeBrieven", namen);
    }

    private static String naam(Brief brief) {
        return brief.titel() + " (" + brief.aanSoort().code() + ", gemaakt op " + DAG.format(brief.gemaaktOp().atZone(Tijdzone.AMSTERDAM)) + ")";
    }
}
