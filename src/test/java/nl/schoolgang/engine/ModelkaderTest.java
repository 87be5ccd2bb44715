package nl.schoolgang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.schoolgang.Proefmensen;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.normen.Normregister;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What the lint lets models refer to (src/main/lint/kader) is what the application has. */
@Toepassingstest
class ModelkaderTest {

    private static JsonNode kader;

    @Autowired
    private ListableBeanFactory beans;

    @BeforeAll
    static void leesKader() throws IOException {
        try (InputStream bestand = ModelkaderTest.class.getResourceAsStream("/lint/kader.json")) {
            assertThat(bestand).as("target/classes/lint/kader.json; maak het met: npm run bouw in src/main/lint").isNotNull();
            kader = new ObjectMapper().readTree(bestand);
        }
    }

    @Test
    @DisplayName("de bouwstenen zijn de delegates van de toepassing, onder hun naam")
    void bouwstenen() {
        Set<String> delegates = Stream.of(beans.getBeanNamesForType(JavaDelegate.class)).filter(this::isVanHetProduct)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(delegates).hasSizeGreaterThan(15);
        assertThat(namen("delegate")).isEqualTo(delegates);
    }

    @Test
    @DisplayName("wat een uitdrukking kan bereiken, bestaat en kan wat het kader zegt")
    void uitdrukkingen() {
        Modelbeans bereikbaar = new Modelbeans(beans);
        assertThat(namen("expressies")).contains("termijnen", "beleid").allSatisfy(naam -> {
            assertThat(bereikbaar).containsKey(naam);
            Set<String> openbaar = Stream.of(AopUtils.getTargetClass(beans.getBean(naam)).getDeclaredMethods())
                    .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()) && !m.isSynthetic())
                    .map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
            assertThat(teksten(kader.get("beans").get(naam).get("methoden"))).as(naam).isEqualTo(openbaar);
        });
    }

    @Test
    @DisplayName("rollen, gemeenten en normen zijn die van de toepassing")
    void rollenGemeentenEnNormen() throws IOException {
        assertThat(kader.get("rollen")).extracting(r -> r.get("code").asText()).containsExactly(Arrays.stream(Rol.values()).map(Rol::code).toArray(String[]::new));
        assertThat(teksten(kader.get("gemeenten"))).containsExactly(Proefmensen.BUNNIK, Proefmensen.NOORDOOSTPOLDER);
        Normregister register = Normregister.lees(Path.of(System.getProperty("schoolgang.map", "."), "docs/normenkader"));
        assertThat(teksten(kader.get("normen"))).isEqualTo(new TreeSet<>(register.ids()));
    }

    private boolean isVanHetProduct(String naam) {
        String bron = AopUtils.getTargetClass(beans.getBean(naam)).getProtectionDomain().getCodeSource().getLocation().getPath();
        return !bron.contains("test-classes");
    }

    private static Set<String> namen(String soort) {
        Set<String> namen = new TreeSet<>();
        kader.get("beans").properties().forEach(b -> {
            if (b.getValue().get("soort").asText().equals(soort)) {
                namen.add(b.getKey());
            }
        });
        return namen;
    }

    private static Set<String> teksten(JsonNode lijst) {
        return StreamSupport.stream(lijst.spliterator(), false).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
