package nl.schoolgang.leerling;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import nl.schoolgang.normen.Norm;

/**
 * A pupil, known to one municipality.
 *
 * @param gemeente        code of the municipality
 * @param bsn             nine digits, decrypted; null when not known. Show {@link #bsnGemaskeerd()} on screens
 * @param onderwijsnummer nine digits, for who has no BSN; null when not known
 * @param voornamen       null when not known
 * @param voorvoegsel     null when there is none, or when it stands in the achternaam
 * @param geslacht        {@code m}, {@code v}, {@code x}, {@code o} (onbekend) or null
 * @param adres           never null, its parts may be
 * @param telefoon        null when not known
 * @param email           null when not known
 */
public record Leerling(UUID id, String gemeente, @Norm({"BUN-04.02-01", "NOP-B3.00-02"}) String bsn,
                       @Norm({"BUN-04.02-01", "NOP-B3.00-02"}) String onderwijsnummer,
                       @Norm({"BUN-04.02-02", "NOP-B3.00-03"}) String voornamen, String voorvoegsel,
                       @Norm({"BUN-04.02-02", "NOP-B3.00-03"}) String achternaam,
                       @Norm({"BUN-04.02-04", "NOP-B3.00-05"}) LocalDate geboortedatum,
                       @Norm({"BUN-04.02-03", "NOP-B3.00-04"}) String geslacht, Adres adres, String telefoon, String email) {

    /** The name for people: {@code Sem de Vries}. */
    public String naam() {
        return Persoonsnaam.volledig(voornamen, voorvoegsel, achternaam);
    }

    /** Age in whole years on a day. */
    public int leeftijdOp(LocalDate dag) {
        return Period.between(geboortedatum, dag).getYears();
    }

    /** The BSN as it may stand on a screen ({@code *****6782}); null when not known. */
    public String bsnGemaskeerd() {
        return Burgerservicenummer.gemaskeerd(bsn);
    }

    /** The onderwijsnummer as it may stand on a screen; null when not known. */
    public String onderwijsnummerGemaskeerd() {
        return Burgerservicenummer.gemaskeerd(onderwijsnummer);
    }

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "Leerling[" + id + "]";
    }
}
