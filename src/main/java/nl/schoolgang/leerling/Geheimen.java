package nl.schoolgang.leerling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts numbers of persons (AES-256-GCM) and makes the keyed hash (HMAC-SHA256) by which they are found again.
 * What is stored begins with the length and the id of the key, so that a new key can be taken into use beside an old one.
 */
@Component
class Geheimen {

    private static final int SLEUTELLENGTE = 32;

    private final Map<String, AesBytesEncryptor> sleutels = new TreeMap<>();
    private final String actief;
    private final SecretKeySpec zoeksleutel;

    Geheimen(Geheiminstellingen instellingen, Environment omgeving) {
        eis(instellingen.actief() != null && instellingen.sleutels().containsKey(instellingen.actief()),
                "schoolgang.geheim.actief must name one of schoolgang.geheim.sleutels");
        boolean productie = omgeving.acceptsProfiles(Profiles.of("productie"));
        instellingen.sleutels().forEach((id, sleutel) -> {
            eis(!productie || !(id.equals("demo") || id.equals("test")), "the keys of demo and test may not be used in production");
            byte[] bytes = decodeer("schoolgang.geheim.sleutels." + id, sleutel);
            eis(bytes.length == SLEUTELLENGTE, "schoolgang.geheim.sleutels." + id + " must be 32 bytes in base64");
            eis(id.length() < 128, "the id of a key is too long");
            sleutels.put(id, new AesBytesEncryptor(new SecretKeySpec(bytes, "AES"), KeyGenerators.secureRandom(12), CipherAlgorithm.GCM));
        });
        actief = instellingen.actief();
        byte[] zoek = decodeer("schoolgang.geheim.zoeksleutel", instellingen.zoeksleutel());
        eis(zoek.length >= SLEUTELLENGTE, "schoolgang.geheim.zoeksleutel must be at least 32 bytes in base64");
        zoeksleutel = new SecretKeySpec(zoek, "HmacSHA256");
    }

    /** Null for null. */
    byte[] versleutel(String tekst) {
        if (tekst == null) {
            return null;
        }
        byte[] id = actief.getBytes(StandardCharsets.UTF_8);
        byte[] versleuteld = sleutels.get(actief).encrypt(tekst.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + id.length + versleuteld.length).put((byte) id.length).put(id).put(versleuteld).array();
    }

    /** Null for null. */
    String ontsleutel(byte[] opgeslagen) {
        if (opgeslagen == null) {
            return null;
        }
        int lengte = opgeslagen[0];
        String id = new String(opgeslagen, 1, lengte, StandardCharsets.UTF_8);
        AesBytesEncryptor sleutel = sleutels.get(id);
        eis(sleutel != null, "the key '" + id + "' is missing from schoolgang.geheim.sleutels");
        return new String(sleutel.decrypt(Arrays.copyOfRange(opgeslagen, 1 + lengte, opgeslagen.length)), StandardCharsets.UTF_8);
    }

    /** The same for the same text and search key; null for null. */
    String hash(String tekst) {
        if (tekst == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(zoeksleutel);
            return HexFormat.of().formatHex(mac.doFinal(tekst.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is not available", e);
        }
    }

    private static byte[] decodeer(String naam, String base64) {
        eis(base64 != null && !base64.isBlank(), naam + " is missing");
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // Without the cause: its message may quote the key.
            throw new IllegalStateException(naam + " is not base64");
        }
    }

    private static void eis(boolean goed, String anders) {
        if (!goed) {
            throw new IllegalStateException("Refusing to work with personal data: " + anders);
        }
    }
}
