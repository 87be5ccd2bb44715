package nl.schoolgang.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of the dossiers: letters that went out, papers that came in. They never change. Who may see one follows from the piece it
 * belongs to, and is tested by who shows it.
 */
@Service
public class Documenten {

    /** The largest file that is kept, in bytes. */
    public static final int GROOTSTE = 25 * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Clock klok;

    Documenten(JdbcClient jdbc, Clock klok) {
        this.jdbc = jdbc;
        this.klok = klok;
    }

    /**
     * Keeps a file.
     *
     * @param naam file name for people, nothing personal in it
     * @return the id
     * @throws OngeldigeInvoer when the file is empty or larger than {@link #GROOTSTE}
     */
    @Transactional
    public UUID bewaar(String gemeente, UUID leerlingId, String naam, String mediatype, byte[] inhoud) {
        if (inhoud.length == 0) {
            throw new OngeldigeInvoer("document", "Dit bestand is leeg.");
        }
        if (inhoud.length > GROOTSTE) {
            throw new OngeldigeInvoer("document", "Dit bestand is groter dan 25 MB.");
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into document (id, gemeente, leerling_id, naam, mediatype, sha256, inhoud, bewaard_op) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(id, gemeente, leerlingId, naam, mediatype, sha256(inhoud), inhoud, Timestamp.from(klok.instant())).update();
        return id;
    }

    /**
     * The file with this id.
     *
     * @throws NietGevonden          when there is none
     * @throws IllegalStateException when the bytes are not those that were kept
     */
    public Document lees(UUID id) {
        Opgeslagen gevonden = jdbc.sql("select * from document where id = ?").param(id)
                .query((rs, n) -> new Opgeslagen(new Document(rs.getObject("id", UUID.class), rs.getString("gemeente"),
                        rs.getObject("leerling_id", UUID.class), rs.getString("naam"), rs.getString("mediatype"), rs.getBytes("inhoud"),
                        rs.getTimestamp("bewaard_op").toInstant()), rs.getString("sha256")))
                .optional().orElseThrow(() -> new NietGevonden("Dit document bestaat niet."));
        if (!gevonden.sha256.equals(sha256(gevonden.document.inhoud()))) {
            throw new IllegalStateException("Document " + id + " is niet meer zoals het is bewaard");
        }
        return gevonden.document;
    }

    private record Opgeslagen(Document document, String sha256) {
    }

    private static String sha256(byte[] inhoud) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhoud));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
