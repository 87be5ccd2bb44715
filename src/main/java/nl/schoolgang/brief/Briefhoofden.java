package nl.schoolgang.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The letterheads, read and tested when the application starts. */
@Component
class Briefhoofden {

    private static final String BESTAND = "processes/beleid/briefhoofden.yaml";
    private static final List<String> TEKSTEN = List.of("organisatie", "onderdeel", "bezoekadres", "telefoon", "email", "website", "logo",
            "logotekst", "college");

    private final Map<String, Briefhoofd> hoofden = new LinkedHashMap<>();
    private final Set<String> zinnen = new TreeSet<>();

    /** @param bestand where the letterheads of this installation stand */
    Briefhoofden(ResourceLoader bestanden, @Value("${schoolgang.briefhoofden:classpath:" + BESTAND + "}") String bestand) {
        List<String> fouten = new ArrayList<>();
        try {
            Object alles = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(bestanden.getResource(bestand).getContentAsString(StandardCharsets.UTF_8));
            if (!(alles instanceof Map<?, ?> gemeenten) || gemeenten.isEmpty()) {
                throw new Sjabloonfout(BESTAND + ": er staat geen gemeente in");
            }
            for (Map.Entry<?, ?> rij : gemeenten.entrySet()) {
                String code = String.valueOf(rij.getKey());
                Briefhoofd hoofd = hoofd(bestanden, code, rij.getValue(), fouten);
                if (hoofd != null) {
                    hoofden.put(code, hoofd);
                    zinnen.addAll(hoofd.zinnen().keySet());
                }
            }
        } catch (YAMLException e) {
            throw new Sjabloonfout(BESTAND + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hoofden.forEach((code, hoofd) -> zinnen.stream().filter(z -> !hoofd.zinnen().containsKey(z))
                .forEach(z -> fouten.add(BESTAND + ", " + code + ": onder 'zinnen' ontbreekt '" + z + "', die andere gemeenten wel hebben")));
        if (!fouten.isEmpty()) {
            throw new Sjabloonfout(fouten);
        }
    }

    /** @throws IllegalStateException when the municipality has none */
    Briefhoofd van(String gemeente) {
        Briefhoofd hoofd = hoofden.get(gemeente);
        if (hoofd == null) {
            throw new IllegalStateException("Voor de gemeente '" + gemeente + "' staat er geen briefhoofd in " + BESTAND);
        }
        return hoofd;
    }

    private static Briefhoofd hoofd(ResourceLoader bestanden, String code, Object rij, List<String> fouten) throws IOException {
        if (!(rij instanceof Map<?, ?> velden)) {
            fouten.add(BESTAND + ", " + code + ": hier horen de velden van het briefhoofd");
            return null;
        }
        Map<String, String> tekst = new HashMap<>();
        for (String naam : TEKSTEN) {
            if (velden.get(naam) instanceof String waarde && !waarde.isBlank()) {
                tekst.put(naam, waarde.strip());
            } else {
                fouten.add(BESTAND + ", " + code + ": '" + naam + "' ontbreekt");
            }
        }
        if (!(velden.get("postadres") instanceof List<?> postadres) || postadres.isEmpty()) {
            fouten.add(BESTAND + ", " + code + ": 'postadres' is een lijst van regels");
            return null;
        }
        Map<String, String> zinnen = new HashMap<>();
        if (velden.get("zinnen") instanceof Map<?, ?> eigen) {
            eigen.forEach((naam, zin) -> zinnen.put(String.valueOf(naam), String.valueOf(zin).strip()));
        }
        Resource logo = bestanden.getResource("classpath:processes/beleid/" + tekst.getOrDefault("logo", "?"));
        if (!logo.exists()) {
            fouten.add(BESTAND + ", " + code + ": het logo " + tekst.get("logo") + " staat niet in processes/beleid");
            return null;
        }
        return new Briefhoofd(tekst.get("organisatie"), tekst.get("onderdeel"), postadres.stream().map(String::valueOf).toList(),
                tekst.get("bezoekadres"), tekst.get("telefoon"), tekst.get("email"), tekst.get("website"),
                "data:image/png;base64," + Base64.getEncoder().encodeToString(logo.getContentAsByteArray()), tekst.get("logotekst"),
                tekst.get("college"), Map.copyOf(zinnen));
    }
}
