package nl.schoolgang.dossier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the seal of a line of the log: a keyed hash over its columns and the seal before it. The key stands outside the database, so that
 * whoever can write in the database alone cannot make seals that fit.
 */
@Component
class Zegelaar {

    private static final String[] KOLOMMEN = {"id", "moment_micros", "gemeente", "actie", "geweigerd", "leerling_id", "zaak_id", "wie", "doel",
        "grondslag", "ontvanger", "onderwerp"};
    /** The columns of {@code verwerkingslog v} that are sealed, in the form in which {@link #zegel} reads them. */
    static final String SELECTIE = "v.id, cast(extract(epoch from v.moment) * 1000000 as bigint) as moment_micros, v.gemeente, v.actie, "
            + "v.geweigerd, v.leerling_id, v.zaak_id, v.wie, v.doel, v.grondslag, v.ontvanger, v.onderwerp";
    private static final int VINGERAFDRUK = 12;

    private final SecretKeySpec sleutel;
    private final String naam;

    /** @param base64 at least 32 bytes; unless given, derived from the search key */
    Zegelaar(@Value("${schoolgang.verwerkingslog.sleutel:${schoolgang.geheim.zoeksleutel}}") String base64) {
        SecretKeySpec basis = new SecretKeySpec(Base64.getDecoder().decode(base64.strip()), "HmacSHA256");
        this.sleutel = new SecretKeySpec(hmac(basis, "verwerkingslog"), "HmacSHA256");
        this.naam = HexFormat.of().formatHex(hmac(sleutel, "sleutel")).substring(0, VINGERAFDRUK);
    }

    /** Which key seals now. */
    String sleutel() {
        return naam;
    }

    /**
     * The seal of the line in this row.
     *
     * @param vorige the seal before it; null at the beginning of the chain
     */
    String zegel(String vorige, ResultSet rij) throws SQLException {
        StringBuilder tekst = new StringBuilder();
        deel(tekst, vorige);
        for (String kolom : KOLOMMEN) {
            deel(tekst, rij.getString(kolom));
        }
        return HexFormat.of().formatHex(hmac(sleutel, tekst.toString()));
    }

    /** With its length, so that no two lines read the same. */
    private static void deel(StringBuilder tekst, String waarde) {
        tekst.append(waarde == null ? "-" : waarde.length() + ":" + waarde).append(';');
    }

    private static byte[] hmac(SecretKeySpec sleutel, String tekst) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(sleutel);
            return mac.doFinal(tekst.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }
}
