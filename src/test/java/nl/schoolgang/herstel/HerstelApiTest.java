package nl.schoolgang.herstel;

import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Putting right by the API: merge, move, open again, undo a withdrawal. */
class HerstelApiTest extends Herstelproef {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private MockMvc mvc;

    private ResultActions stuur(Rol rol, String pad, Map<String, Object> velden) throws Exception {
        return mvc.perform(post("/api/v1" + pad).with(user(mens(rol).gebruikersnaam())).contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(velden)));
    }

    @Test
    void samenvoegen() throws Exception {
        Verhaal een = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        Verhaal ander = verhaal(doorNummer());
        String pad = "/leerlingen/" + een.zaak().leerlingId() + "/samenvoegen/" + ander.zaak().leerlingId();
        JsonNode naast = JSON.readTree(mvc.perform(get("/api/v1" + pad).with(user(mens(Rol.COORDINATOR).gebruikersnaam()))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
        assertThat(naast.get("blijvendeZaak").textValue()).isEqualTo(een.zaak().zaaknummer());
        assertThat(naast.get("opgaandeZaak").textValue()).isEqualTo(ander.zaak().zaaknummer());
        ObjectNode keuzes = JSON.createObjectNode();
        naast.get("velden").forEach(v -> {
            if (v.get("keuze").booleanValue()) {
                keuzes.put(v.get("veld").textValue(), "blijft");
            }
        });
        String kenmerk = naast.get("kenmerk").textValue();
        stuur(Rol.COORDINATOR, pad, Map.of("kenmerk", kenmerk, "reden", REDEN, "keuzes", Map.of())).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("achternaam"));
        stuur(Rol.COORDINATOR, pad, Map.of("reden", REDEN, "keuzes", 3)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten.length()").value(2));
        stuur(Rol.ADMINISTRATIEF_MEDEWERKER, pad, Map.of("kenmerk", kenmerk, "reden", REDEN)).andExpect(status().isForbidden());
        stuur(Rol.COORDINATOR, pad, Map.of("kenmerk", "oud", "reden", REDEN, "keuzes", keuzes)).andExpect(status().isConflict());
        stuur(Rol.COORDINATOR, pad, Map.of("kenmerk", kenmerk, "reden", REDEN, "keuzes", keuzes)).andExpect(status().isOk())
                .andExpect(jsonPath("$.leerling").value(een.zaak().leerlingId().toString()));
        klopt(een, ander);
    }

    @Test
    void verplaatsenEnWeerTerug() throws Exception {
        Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK);
        Verhaal fout = verhaal(melding);
        Verhaal goed = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        String nummer = fout.zaak().zaaknummer();
        stuur(Rol.LEERPLICHTAMBTENAAR, "/zaken/" + nummer + "/meldingen/" + melding.meldingsnummer() + "/verplaatsen",
                Map.of("leerling", "geen-id", "reden", 3, "correctie", "ja", "extra", 1)).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten.length()").value(4));
        stuur(Rol.LEERPLICHTAMBTENAAR, "/zaken/" + nummer + "/meldingen/bestaat-niet/verplaatsen",
                Map.of("leerling", goed.zaak().leerlingId(), "reden", REDEN)).andExpect(status().isNotFound());
        stuur(Rol.LEERPLICHTAMBTENAAR, "/zaken/" + nummer + "/meldingen/" + melding.meldingsnummer() + "/verplaatsen",
                Map.of("leerling", goed.zaak().leerlingId(), "reden", REDEN)).andExpect(status().isOk())
                .andExpect(jsonPath("$.zaaknummer").value(goed.zaak().zaaknummer()));
        assertThat(fout.zaak().status()).isEqualTo(Zaakstatus.INGETROKKEN);
        klopt(fout, goed);
        // The move itself was a mistake: back, in a new case, since the old one closed.
        stuur(Rol.LEERPLICHTAMBTENAAR, "/zaken/" + goed.zaak().zaaknummer() + "/meldingen/" + melding.meldingsnummer() + "/verplaatsen",
                Map.of("leerling", fout.zaak().leerlingId(), "reden", REDEN)).andExpect(status().isOk());
        assertThat(zaakVan(melding).leerlingId()).isEqualTo(fout.zaak().leerlingId());
        klopt(fout, goed, fout.metZaak(zaakVan(melding).id()));
    }

    @Test
    void heropenen() throws Exception {
        Verhaal verhaal = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        totAfhandelen(verhaal);
        String pad = "/zaken/" + verhaal.zaak().zaaknummer() + "/heropenen";
        stuur(Rol.COORDINATOR, pad, Map.of("punt", "gesprek", "reden", REDEN)).andExpect(status().isConflict());
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf("afhandelen", afhandeling("geen-ongeoorloofd-verzuim"));
        stuur(Rol.COORDINATOR, pad, Map.of("punt", "elders", "reden", "kort")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.fouten[0].veld").value("punt")).andExpect(jsonPath("$.fouten[1].veld").value("reden"));
        stuur(Rol.ADMINISTRATIEF_MEDEWERKER, pad, Map.of("punt", "gesprek", "reden", REDEN)).andExpect(status().isForbidden());
        stuur(Rol.COORDINATOR, "/zaken/BUN-2026-999999/heropenen", Map.of("punt", "gesprek", "reden", REDEN)).andExpect(status().isNotFound());
        stuur(Rol.COORDINATOR, pad, Map.of("punt", "afspraken", "afspraakDatum", "2026-04-10", "reden", REDEN)).andExpect(status().isOk())
                .andExpect(jsonPath("$.zaaknummer").value(verhaal.zaak().zaaknummer()));
        assertThat(verhaal.openTaken()).containsExactly("afspraken-volgen");
    }

    @Test
    void intrekkingOngedaan() throws Exception {
        Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK);
        Verhaal verhaal = verhaal(melding);
        String pad = "/zaken/" + verhaal.zaak().zaaknummer() + "/meldingen/" + melding.meldingsnummer() + "/intrekking-ongedaan";
        stuur(Rol.COORDINATOR, pad, Map.of("reden", REDEN)).andExpect(status().isConflict());
        verhaal.lever(melding.kopie().status("ingetrokken"), 200);
        stuur(Rol.COORDINATOR, pad, Map.of()).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.fouten[0].veld").value("reden"));
        stuur(Rol.ADMINISTRATIEF_MEDEWERKER, pad, Map.of("reden", REDEN)).andExpect(status().isForbidden());
        stuur(Rol.COORDINATOR, pad, Map.of("reden", REDEN)).andExpect(status().isOk())
                .andExpect(jsonPath("$.zaaknummer").value(verhaal.zaak().zaaknummer()));
        assertThat(verhaal.openTaken()).contains("aanpak-kiezen", "terugmelden");
    }
}
