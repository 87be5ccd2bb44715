package nl.schoolgang.bericht;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A message to be put in the outbox.
 *
 * @param meldingId  the melding it is about; null when it is about the whole case
 * @param soort      code, for example {@code terugmelding}; {@code brief} for a letter by e-mail
 * @param aan        code of the receiver: {@code duo}, {@code school}, {@code zat}, {@code mdo}, {@code ouder}, …
 * @param ontvanger  kind of receiver, by which the municipality's policy chooses the channel
 * @param inhoud     for machines: what can be written as JSON; never null
 * @param adres      e-mail address; null or blank when not known, and then the fixed mailbox of the receiver is used, if there is one
 * @param onderwerp  what it is about, without anything personal, one line; the zaaknummer is added; null: that of the
 *                   template of its kind, or else a general subject
 * @param tekst      for people, plain text in Dutch; null: that of the template of its kind, if there is one
 * @param documenten ids of documents that go along; never null
 */
public record NieuwBericht(UUID zaakId, String gemeente, UUID meldingId, String soort, String aan, Ontvangersoort ontvanger,
                           Map<String, Object> inhoud, String adres, String onderwerp, String tekst, List<UUID> documenten) {

    public NieuwBericht {
        Objects.requireNonNull(zaakId);
        Objects.requireNonNull(gemeente);
        Objects.requireNonNull(soort);
        Objects.requireNonNull(aan);
        Objects.requireNonNull(ontvanger);
        Objects.requireNonNull(inhoud);
        documenten = List.copyOf(documenten);
        adres = adres == null || adres.isBlank() ? null : adres.strip();
        if (onderwerp != null && onderwerp.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Een onderwerp is één regel");
        }
    }

    /** Without anything personal: records end up in logs. */
    @Override
    public String toString() {
        return "NieuwBericht[" + soort + " aan " + aan + "]";
    }
}
