package nl.schoolgang.procedure.gesprek;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefstatus;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.engine.AfgeschermdeGegevens;
import nl.schoolgang.engine.Zaakvariabelen;
import nl.schoolgang.kalender.Tijdzone;
import nl.schoolgang.modellen.GesprekModel;
import nl.schoolgang.normen.Norm;
import nl.schoolgang.termijn.Termijn;
import nl.schoolgang.termijn.Termijnen;
import nl.schoolgang.termijn.Termijnstatus;
import org.springframework.stereotype.Component;

/**
 * Whether the invitation to which nobody reacted was dispatched at all. The term runs from the day the letter was made until its dispatch
 * is recorded, so it can lapse with the letter still in the queue; nobody is to blame for that.
 */
@Component
@Norm({"NOP-3.1.02-02", "BUN-06.13-01"})
class GesprekGegevens implements AfgeschermdeGegevens {

    private static final DateTimeFormatter DAG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl-NL"));
    private static final String TERMIJN = "verzuim.reactie-oproep";
    private static final Set<String> UITNODIGINGEN = Set.of("uitnodiging-gesprek", "tweede-uitnodiging");
    private static final Set<Briefstatus> NIET_WEG = Set.of(Briefstatus.KLAAR, Briefstatus.ADRES_NODIG, Briefstatus.AANGEHOUDEN);
    private static final String NIET_AFGEWACHT = "niet-afgewacht";

    private final Brieven brieven;
    private final Termijnen termijnen;

    GesprekGegevens(Brieven brieven, Termijnen termijnen) {
        this.brieven = brieven;
        this.termijnen = termijnen;
    }

    @Override
    public String proces() {
        return "gesprek";
    }

    @Override
    public Map<String, Object> bij(String definitie, Map<String, Object> variabelen) {
        if (!definitie.equals(GesprekModel.GEEN_REACTIE_BEOORDELEN)) {
            return Map.of();
        }
        UUID zaakId = UUID.fromString((String) variabelen.get(Zaakvariabelen.ZAAK_ID.naam()));
        String onverzonden = reactietermijn(zaakId)
                .filter(t -> t.status() == Termijnstatus.OVERSCHREDEN || NIET_AFGEWACHT.equals(variabelen.get("reactie")))
                .map(t -> onverzonden(zaakId, t.begin())).orElse("");
        return onverzonden.isEmpty() ? Map.of() : Map.of("onverzondenUitnodigingen", onverzonden);
    }

    /** The term of the latest invitation. */
    private Optional<Termijn> reactietermijn(UUID zaakId) {
        return termijnen.vanZaak(zaakId).stream().filter(t -> t.code().equals(TERMIJN))
                .max(Comparator.comparing(Termijn::begin).thenComparing(Termijn::vervalmoment));
    }

    /** The invitations made from this day on, when none of them was dispatched; empty when one was, or there are none. */
    private String onverzonden(UUID zaakId, LocalDate vanaf) {
        List<Brief> uitnodigingen = brieven.vanZaak(zaakId).stream()
                .filter(b -> UITNODIGINGEN.contains(b.code()) && !gemaakt(b).isBefore(vanaf)).toList();
        boolean ietsVerzonden = uitnodigingen.stream().anyMatch(b -> b.verzondenOp() != null);
        return ietsVerzonden ? "" : uitnodigingen.stream().filter(b -> NIET_WEG.contains(b.status()))
                .map(b -> b.titel() + " (" + b.aanSoort().code() + ", gemaakt op " + DAG.format(gemaakt(b)) + ")").collect(Collectors.joining("; "));
    }

    private static LocalDate gemaakt(Brief brief) {
        return brief.gemaaktOp().atZone(Tijdzone.AMSTERDAM).toLocalDate();
    }
}
