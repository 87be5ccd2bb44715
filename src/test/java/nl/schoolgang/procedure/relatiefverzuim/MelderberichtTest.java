package nl.schoolgang.procedure.relatiefverzuim;

import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Scholen;
import nl.schoolgang.leerling.Schoolcontact;
import nl.schoolgang.melding.Melding;
import nl.schoolgang.melding.Meldingen;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a message to who reported goes. */
@Toepassingstest
class MelderberichtTest {

    @Autowired
    private ApplicationContext context;
    @Autowired
    private Melderbericht melder;
    @Autowired
    private Meldingen meldingen;
    @Autowired
    private Scholen scholen;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void hetAdresVanDeMeldingGaatVoor_daarnaDeMailboxVanDeSchoolZelf() {
        Verhaal verhaal = new Verhaal(context).gegeven(verzuimmelding().in(BUNNIK));
        UUID zaak = verhaal.zaak().id();
        UUID school = scholen.registreer("88YY", UUID.randomUUID().toString().substring(0, 2), "vo", "School met mailbox");
        jdbc.sql("update melding set school_id = ?, contact_email = 'mentor@school.example.org' where zaak_id = ?").params(school, zaak).update();
        scholen.contact(school, new Schoolcontact(Adres.ONBEKEND, "balie@school.example.org", null, 0, verhaal.nu().toInstant(), "iemand"));
        assertThat(melder.adres(melding(zaak), "school")).isEqualTo("mentor@school.example.org");

        jdbc.sql("update melding set contact_email = null where zaak_id = ?").param(zaak).update();
        assertThat(melder.adres(melding(zaak), "school")).isEqualTo("balie@school.example.org");
        assertThat(melder.adres(melding(zaak), "melder")).as("who is not the school does not read its mail").isNull();
    }

    private Melding melding(UUID zaak) {
        return meldingen.vanZaak(zaak).get(0);
    }
}
