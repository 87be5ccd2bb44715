package nl.schoolgang.werkvoorraad;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One component of a form.
 *
 * @param sleutel      the name under which the value is sent; for a component without a value its id
 * @param label        what the employee reads; for {@link Veldsoort#UITLEG} the text itself
 * @param omschrijving explanation below the label; null when there is none
 * @param eisen        what a value must meet; never null
 * @param opties       what can be chosen; empty when nothing is to be chosen
 * @param verbergen    FEEL condition under which the component is not shown; null when it always is
 * @param standaard    the value with which the form opens; null when it opens empty
 * @param vooraf       name of the process variable with whose value the form opens; null: none
 * @param beslissing   true: the engine gets the value; false: it only goes into the dossier
 * @param normen       ids of the norms that ask for this field
 * @param onderdelen   the components in a group; else empty
 */
public record Veld(Veldsoort soort, String sleutel, String label, String omschrijving, Eisen eisen, List<Optie> opties, String verbergen,
        Object standaard, String vooraf, boolean beslissing, List<String> normen, List<Veld> onderdelen) {

    public Veld {
        Objects.requireNonNull(eisen);
        opties = List.copyOf(opties);
        normen = List.copyOf(normen);
        onderdelen = List.copyOf(onderdelen);
    }

    /**
     * What a value must meet; null means no such demand.
     *
     * @param cijfers      most digits behind the decimal point
     * @param patroon      regular expression that must be found in the text
     * @param nietVerleden a day before today is refused
     * @param verplichtAls FEEL condition under which the field must be filled in; null when {@code verplicht} says all
     * @param nietVoor     a day before any of these is refused: {@link #VANDAAG} or the key of a date in the same form
     * @param nietNa       a day after any of these is refused; as {@code nietVoor}
     * @param weigerAls    FEEL condition under which a value that is filled in is refused; null when none is
     * @param weigerReden  what the employee reads then, in Dutch; null when {@code weigerAls} is
     */
    public record Eisen(boolean verplicht, BigDecimal minimum, BigDecimal maximum, Integer minimumLengte, Integer maximumLengte,
            Integer cijfers, String patroon, String invoersoort, boolean nietVerleden, String verplichtAls, List<String> nietVoor,
            List<String> nietNa, String weigerAls, String weigerReden) {

        /** Names the present day (Europe/Amsterdam) as the bound of a date. */
        public static final String VANDAAG = "vandaag";

        public Eisen {
            nietVoor = List.copyOf(nietVoor);
            nietNa = List.copyOf(nietNa);
        }

        /** Keys of the dates with which this one is compared; today left out. */
        Stream<String> vergeleken() {
            return Stream.concat(nietVoor.stream(), nietNa.stream()).filter(s -> !s.equals(VANDAAG));
        }
    }

    /** One thing that can be chosen. */
    public record Optie(String waarde, String label) {
    }

    /** Itself and all that is in it, in the order of the form. */
    Stream<Veld> plat() {
        return Stream.concat(Stream.of(this), onderdelen.stream().flatMap(Veld::plat));
    }

    String optielabel(String waarde) {
        return opties.stream().filter(o -> o.waarde().equals(waarde)).map(Optie::label).findFirst().orElse(waarde);
    }

    boolean kent(String waarde) {
        return opties.stream().anyMatch(o -> o.waarde().equals(waarde));
    }
}
