package nl.schoolgang.leerling;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys for data that are encrypted at rest.
 *
 * @param sleutels    AES keys by id: 32 bytes, base64; old ones stay as long as something is encrypted with them
 * @param actief      id of the key that encrypts what is new
 * @param zoeksleutel HMAC key for searching: at least 32 bytes, base64
 */
@ConfigurationProperties("schoolgang.geheim")
record Geheiminstellingen(Map<String, String> sleutels, String actief, String zoeksleutel) {

    Geheiminstellingen {
        sleutels = sleutels == null ? Map.of() : Map.copyOf(sleutels);
    }

    @Override
    public String toString() {
        return "Geheiminstellingen[actief=" + actief + ", sleutels=" + sleutels.keySet() + "]";
    }
}
