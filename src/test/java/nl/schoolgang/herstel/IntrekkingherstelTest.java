package nl.schoolgang.herstel;

import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.schoolgang.gemeente.Conflict;
import nl.schoolgang.gemeente.GeenRecht;
import nl.schoolgang.gemeente.OngeldigeInvoer;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A withdrawal that was a mistake: the melding counts again, in a case with work and terms. */
class IntrekkingherstelTest extends Herstelproef {

    private final Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK);

    @Autowired
    private Intrekkingherstel herstel;

    private Verhaal ingetrokken() {
        Verhaal verhaal = verhaal(melding);
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        return verhaal;
    }

    @Test
    void inEenOpenZaak_begintHetWerkOpnieuw() {
        Verhaal verhaal = ingetrokken();
        assertThat(verhaal.openTaken()).containsExactly("afhandelen");
        assertThat(herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.LEERPLICHTAMBTENAAR)).id()).isEqualTo(verhaal.zaak().id());
        assertThat(verhaal.openTaken()).contains("aanpak-kiezen", "terugmelden");
        assertThat(verhaal.inDossier("intrekking-ongedaan")).contains(REDEN);
        klopt(verhaal);
        // The source that says once more that it is withdrawn says nothing new.
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        assertThat(verhaal.openTaken()).contains("aanpak-kiezen", "terugmelden");
    }

    @Test
    void inEenGeslotenZaak_gaatDieWeerOpen() {
        Verhaal verhaal = ingetrokken();
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("ingetrokken"));
        verhaal.isGesloten(Zaakstatus.INGETROKKEN);
        herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.COORDINATOR));
        assertThat(verhaal.zaak().status()).isEqualTo(Zaakstatus.OPEN);
        assertThat(verhaal.openTaken()).containsExactly("aanpak-kiezen", "terugmelden");
        klopt(verhaal);
    }

    @Test
    void redenRechtEnEenIntrekkingZijnNodig() {
        Verhaal verhaal = ingetrokken();
        assertThatThrownBy(() -> herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.ADMINISTRATIEF_MEDEWERKER)))
                .isInstanceOf(GeenRecht.class);
        assertThatThrownBy(() -> herstel.maakOngedaan(verhaal.zaak(), melding(melding), "kort", mens(Rol.COORDINATOR)))
                .isInstanceOf(OngeldigeInvoer.class);
        herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.COORDINATOR));
        assertThatThrownBy(() -> herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.COORDINATOR)))
                .isInstanceOf(Conflict.class).hasMessageContaining("niet ingetrokken");
    }

    /** A pupil who died is not called upon again. */
    @Test
    void nietNaOverlijden() {
        Verhaal verhaal = ingetrokken();
        verhaal.gebeurt(200, "soort", "overleden");
        assertThatThrownBy(() -> herstel.maakOngedaan(verhaal.zaak(), melding(melding), REDEN, mens(Rol.COORDINATOR)))
                .isInstanceOf(Conflict.class).hasMessageContaining("overleden");
    }
}
