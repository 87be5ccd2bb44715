package nl.schoolgang.bewaking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Medewerkers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The secret addresses under which calendars fetch somebody's terms. One for each employee; only its hash is kept, so it is shown once. A
 * new one makes the old one worthless.
 */
@Service
class Abonnementen {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Medewerkers medewerkers;
    private final Clock klok;
    private final SecureRandom toeval = new SecureRandom();

    Abonnementen(JdbcClient jdbc, Medewerkers medewerkers, Clock klok) {
        this.jdbc = jdbc;
        this.medewerkers = medewerkers;
        this.klok = klok;
    }

    /** Makes a new secret for this employee and gives it: 256 bits of chance, safe in an address. */
    String maak(Medewerker ik) {
        byte[] bytes = new byte[BYTES];
        toeval.nextBytes(bytes);
        String sleutel = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                insert into agenda_abonnement (gebruikersnaam, sleutel_hash, gemaakt_op) values (?, ?, ?)
                on conflict (gebruikersnaam) do update set sleutel_hash = excluded.sleutel_hash, gemaakt_op = excluded.gemaakt_op""")
                .params(ik.gebruikersnaam(), hash(sleutel), Timestamp.from(klok.instant())).update();
        return sleutel;
    }

    /** From now on the address gives nothing. */
    void trekIn(Medewerker ik) {
        jdbc.sql("delete from agenda_abonnement where gebruikersnaam = ?").param(ik.gebruikersnaam()).update();
    }

    /** When the address that works now was made; empty when there is none. */
    Optional<Instant> sinds(Medewerker ik) {
        return jdbc.sql("select gemaakt_op from agenda_abonnement where gebruikersnaam = ?").param(ik.gebruikersnaam()).query(Timestamp.class)
                .optional().map(Timestamp::toInstant);
    }

    /** Whose secret it is, with the rights of this moment; empty when it is nobody's, or of somebody who is not active any more. */
    Optional<Medewerker> vanWie(String sleutel) {
        return jdbc.sql("select gebruikersnaam from agenda_abonnement where sleutel_hash = ?").param(hash(sleutel)).query(String.class).optional()
                .flatMap(medewerkers::metNaam);
    }

    private static byte[] hash(String sleutel) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(sleutel.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
