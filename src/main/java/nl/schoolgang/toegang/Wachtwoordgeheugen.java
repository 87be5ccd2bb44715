package nl.schoolgang.toegang;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Remembers which passwords proved right for which hash, keyed with a secret of this process: an API client sends its
 * password with every call, and the hash is slow on purpose. A changed password has another hash, so nothing outlives it.
 */
final class Wachtwoordgeheugen implements PasswordEncoder {

    private static final int HOOGSTENS = 500;
    private static final String ALGORITME = "HmacSHA256";

    private final PasswordEncoder hash;
    private final SecretKeySpec sleutel;
    private final Set<String> juist = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> oudste) {
            return size() > HOOGSTENS;
        }
    }));

    Wachtwoordgeheugen(PasswordEncoder hash) {
        this.hash = hash;
        byte[] geheim = new byte[32];
        new SecureRandom().nextBytes(geheim);
        this.sleutel = new SecretKeySpec(geheim, ALGORITME);
    }

    @Override
    public String encode(CharSequence wachtwoord) {
        return hash.encode(wachtwoord);
    }

    @Override
    public boolean matches(CharSequence wachtwoord, String opgeslagen) {
        String kenmerk = kenmerk(wachtwoord, opgeslagen);
        if (juist.contains(kenmerk)) {
            return true;
        }
        boolean klopt = hash.matches(wachtwoord, opgeslagen);
        if (klopt) {
            juist.add(kenmerk);
        }
        return klopt;
    }

    private String kenmerk(CharSequence wachtwoord, String opgeslagen) {
        try {
            Mac mac = Mac.getInstance(ALGORITME);
            mac.init(sleutel);
            mac.update(opgeslagen.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(wachtwoord.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
