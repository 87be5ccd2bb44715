package nl.schoolgang.procedure.schriftelijkewaarschuwing;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.schoolgang.kalender.Kalender;
import nl.schoolgang.kalender.OntbrekendeKalendergegevens;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.normen.Norm;

/**
 * How much absence the meldingen of a case report, in the two measures that the instruction of Bunnik and its explanation use. Pure
 * calculation: meldingen that were withdrawn are left out by who calls.
 */
@Norm({"BUN-06.09-04", "BUN-06.14-04", "BUN-T06.14-01", "NOP-4.3.02-05"})
final class Verzuimomvang {

    private static final Period VIER_WEKEN = Period.ofWeeks(4);
    /** Kinds of absence that are 16 hours or more, also when the school names no hours. */
    private static final Set<String> VANAF_16_UUR = Set.of("16-uur", "langdurig");

    private Verzuimomvang() {
    }

    /**
     * The most hours in any four successive weeks: of all meldingen whose absence began within four weeks from the first day of one of
     * them. A melding's hours count whole, since it does not say on which days they fell.
     *
     * @return empty when one of them gives no hours, for then the sum would be too low
     */
    static Optional<Double> uren(Collection<Melding> meldingen) {
        if (meldingen.isEmpty() || meldingen.stream().anyMatch(m -> uren(m).isEmpty())) {
            return Optional.empty();
        }
        return meldingen.stream().map(eerste -> meldingen.stream()
                .filter(m -> !m.begindatum().isBefore(eerste.begindatum()) && m.begindatum().isBefore(eerste.begindatum().plus(VIER_WEKEN)))
                .mapToDouble(m -> uren(m).orElseThrow()).sum()).max(Double::compare);
    }

    /**
     * The school days in the reported periods, each day once: the absence cannot have taken more.
     *
     * @param regio of the school holidays
     * @return empty when a melding gives no last day, or the school holidays of then are not known
     */
    static Optional<Integer> schooldagen(List<Melding> meldingen, Kalender kalender, String regio) {
        if (meldingen.isEmpty() || meldingen.stream().anyMatch(m -> m.einddatum() == null)) {
            return Optional.empty();
        }
        try {
            Set<LocalDate> dagen = new TreeSet<>();
            meldingen.forEach(m -> m.begindatum().datesUntil(m.einddatum().plusDays(1)).filter(d -> kalender.isSchooldag(d, regio)).forEach(dagen::add));
            return Optional.of(dagen.size());
        } catch (OntbrekendeKalendergegevens e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> uren(Melding melding) {
        if (melding.uren() != null) {
            return Optional.of(melding.uren().doubleValue());
        }
        return VANAF_16_UUR.contains(melding.soort()) ? Optional.of(16.0) : Optional.empty();
    }
}
