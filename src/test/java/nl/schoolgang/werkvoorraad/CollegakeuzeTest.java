package nl.schoolgang.werkvoorraad;

import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static nl.schoolgang.verhaal.Verhaal.medewerker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.engine.EngineKlok;
import nl.schoolgang.gemeente.Medewerker;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which colleagues {@link Collegakeuze} offers: NOP wants another person consulted before a warning. */
@Toepassingstest
class CollegakeuzeTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Collegakeuze keuze;

    @BeforeEach
    void begin() {
        new Verhaal(context);
    }

    @AfterEach
    void klokTerug() {
        context.getBean(EngineKlok.class).herstel();
    }

    @Test
    void deAnderenDieDitWerkDoenInDezeGemeente_nietWieInvult() {
        Medewerker ik = medewerker(context, Rol.LEERPLICHTAMBTENAAR, NOORDOOSTPOLDER);
        Medewerker boa = medewerker(context, Rol.BOA, NOORDOOSTPOLDER);
        Medewerker administratie = medewerker(context, Rol.ADMINISTRATIEF_MEDEWERKER, NOORDOOSTPOLDER);
        Medewerker elders = medewerker(context, Rol.BOA, BUNNIK);
        Formulier leeg = new Formulierlezer(new ObjectMapper()).lees("""
                {"id": "f", "components": [{"type": "select", "id": "x", "key": "collega", "label": "Collega", "properties": {"keuze": "collega"}}]}""");

        List<String> opties = keuze.vulIn(leeg, NOORDOOSTPOLDER, ik).veld("collega").orElseThrow().opties().stream().map(Veld.Optie::waarde).toList();
        assertThat(opties).contains(boa.gebruikersnaam())
                .doesNotContain(ik.gebruikersnaam(), administratie.gebruikersnaam(), elders.gebruikersnaam());
    }
}
