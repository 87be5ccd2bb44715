package nl.schoolgang.herstel;

import static nl.schoolgang.modellen.RelatiefVerzuimModel.AANPAK_KIEZEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.AFHANDELEN;
import static nl.schoolgang.modellen.RelatiefVerzuimModel.TERUGMELDEN;
import static nl.schoolgang.verhaal.Antwoord.afhandeling;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import nl.schoolgang.Unieke;
import nl.schoolgang.gemeente.Rol;
import nl.schoolgang.verhaal.Meldingsbouwer;
import nl.schoolgang.verhaal.Verhaal;
import nl.schoolgang.zaak.Zaakstatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The screens with which people put things right, and two people who do it at once. */
class HerstelSchermenTest extends Herstelproef {

    @Autowired
    private MockMvc mvc;

    private ResultActions toon(String pad, Rol rol) throws Exception {
        return mvc.perform(get(pad).with(user(mens(rol).gebruikersnaam())));
    }

    private ResultActions stuur(String pad, Map<String, String> velden) throws Exception {
        var verzoek = post(pad).with(user(mens(Rol.LEERPLICHTAMBTENAAR).gebruikersnaam())).with(csrf());
        velden.forEach(verzoek::param);
        return mvc.perform(verzoek);
    }

    @Test
    void samenvoegenVanZoekenTotKlaar() throws Exception {
        Meldingsbouwer tweede = doorNummer();
        Verhaal een = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        Verhaal ander = verhaal(tweede);
        UUID blijft = een.zaak().leerlingId();
        UUID weg = ander.zaak().leerlingId();
        toon("/leerlingen/" + blijft, Rol.LEERPLICHTAMBTENAAR).andExpect(content().string(containsString("id=\"samenvoegen\"")));
        toon("/leerlingen/" + blijft, Rol.ADMINISTRATIEF_MEDEWERKER).andExpect(content().string(not(containsString("id=\"samenvoegen\""))));
        toon("/leerlingen/" + blijft + "/samenvoegen", Rol.ADMINISTRATIEF_MEDEWERKER).andExpect(status().isForbidden());
        stuur("/leerlingen/" + blijft + "/samenvoegen", Map.of("zoek", tweede.achternaam())).andExpect(status().isOk())
                .andExpect(content().string(containsString("/samenvoegen/" + weg)));
        String pad = "/leerlingen/" + blijft + "/samenvoegen/" + weg;
        toon(pad, Rol.LEERPLICHTAMBTENAAR).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("id=\"veld-achternaam\""),
                containsString("gaat op in zaak"), containsString(ander.zaak().zaaknummer()))));
        stuur(pad, Map.of("reden", "Getypte reden blijft staan")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("href=\"#veld-achternaam\""), containsString("Getypte reden blijft staan"))));
        Map<String, String> velden = new HashMap<>(keuzes(samenvoeging.vergelijk(blijft, weg)));
        velden.put("kenmerk", "van gisteren");
        stuur(pad, velden).andExpect(status().isConflict()).andExpect(content().string(containsString("Vergelijk ze opnieuw")));
        velden.put("kenmerk", samenvoeging.vergelijk(blijft, weg).kenmerk());
        stuur(pad, velden).andExpect(redirectedUrl("/leerlingen/" + blijft));

        toon("/leerlingen/" + weg, Rol.LEERPLICHTAMBTENAAR).andExpect(redirectedUrl("/leerlingen/" + blijft));
        toon("/zaken/" + ander.zaak().zaaknummer(), Rol.LEERPLICHTAMBTENAAR).andExpect(content().string(allOf(containsString("id=\"voortgezet\""),
                containsString("/zaken/" + een.zaak().zaaknummer()))));
        // The old number still takes events.
        mvc.perform(post("/api/v1/zaken/{nr}/gebeurtenissen", ander.zaak().zaaknummer()).with(httpBasic(
                        Verhaal.medewerker(context, Rol.KOPPELING, Verhaal.BUNNIK).gebruikersnaam(), "verhaal"))
                .contentType(MediaType.APPLICATION_JSON).content("{\"soort\":\"melding-ingetrokken\",\"meldingsnummer\":\""
                        + tweede.meldingsnummer() + "\"}")).andExpect(status().isOk());
        assertThat(een.openTaken()).containsExactly(AANPAK_KIEZEN, TERUGMELDEN);
        klopt(een, ander);
    }

    @Test
    void eenMeldingVerplaatsen() throws Exception {
        Meldingsbouwer melding = verzuimmelding().in(Verhaal.BUNNIK);
        Meldingsbouwer juiste = verzuimmelding().in(Verhaal.BUNNIK);
        Verhaal fout = verhaal(melding);
        Verhaal goed = verhaal(juiste);
        String pad = "/zaken/" + fout.zaak().zaaknummer() + "/meldingen/" + melding(melding) + "/verplaatsen";
        toon("/zaken/" + fout.zaak().zaaknummer(), Rol.LEERPLICHTAMBTENAAR).andExpect(content().string(containsString(pad)));
        toon(pad, Rol.LEERPLICHTAMBTENAAR).andExpect(status().isOk());
        toon(pad, Rol.ADMINISTRATIEF_MEDEWERKER).andExpect(status().isForbidden());
        stuur(pad, Map.of("actie", "zoek", "zoek", juiste.achternaam())).andExpect(status().isOk()).andExpect(content().string(
                allOf(containsString(goed.zaak().leerlingId().toString()), containsString("correctie"))));
        stuur(pad, Map.of("actie", "verplaats", "zoek", juiste.achternaam())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies bij welke leerling")));
        stuur(pad, Map.of("actie", "verplaats", "zoek", juiste.achternaam(), "leerling", goed.zaak().leerlingId().toString(), "reden", REDEN))
                .andExpect(redirectedUrl("/zaken/" + goed.zaak().zaaknummer()));
        klopt(fout, goed);
        toon(pad, Rol.LEERPLICHTAMBTENAAR).andExpect(status().isNotFound());
    }

    @Test
    void eenZaakHeropenen() throws Exception {
        Verhaal verhaal = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
        totAfhandelen(verhaal);
        verhaal.als(Rol.LEERPLICHTAMBTENAAR).rondAf(AFHANDELEN, afhandeling("geen-ongeoorloofd-verzuim"));
        String pad = "/zaken/" + verhaal.zaak().zaaknummer() + "/heropenen";
        toon("/zaken/" + verhaal.zaak().zaaknummer(), Rol.LEERPLICHTAMBTENAAR).andExpect(content().string(containsString("id=\"heropenen\"")));
        toon(pad, Rol.LEERPLICHTAMBTENAAR).andExpect(status().isOk());
        toon(pad, Rol.COLLEGE).andExpect(status().isForbidden());
        stuur(pad, Map.of("punt", "gesprek", "reden", "kort")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#veld-reden\"")));
        stuur(pad, Map.of("punt", "gesprek", "reden", REDEN)).andExpect(redirectedUrl("/zaken/" + verhaal.zaak().zaaknummer()));
        stuur(pad, Map.of("punt", "gesprek", "reden", REDEN)).andExpect(status().isConflict()).andExpect(content().string(containsString("al open")));
    }

    @Test
    void tweeDieTegelijkHeenEnWeerSamenvoegen_makenErEen() throws Exception {
        for (int ronde = 0; ronde < 5; ronde++) {
            Verhaal een = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
            Verhaal ander = verhaal(verzuimmelding().in(Verhaal.BUNNIK).onderwijsnummer(Unieke.onderwijsnummer()));
            UUID a = een.zaak().leerlingId();
            UUID b = ander.zaak().leerlingId();
            Map<String, String> heen = metKenmerk(a, b);
            Map<String, String> terug = metKenmerk(b, a);
            List<Integer> antwoorden = tegelijk(() -> antwoord("/leerlingen/" + a + "/samenvoegen/" + b, heen),
                    () -> antwoord("/leerlingen/" + b + "/samenvoegen/" + a, terug));
            assertThat(antwoorden).containsOnlyOnce(302);
            assertThat(een.zaak().status()).isEqualTo(Zaakstatus.OPEN);
            assertThat(een.openTaken()).containsExactly(AANPAK_KIEZEN, AANPAK_KIEZEN, TERUGMELDEN, TERUGMELDEN);
            assertThat(leerlingen.metId(a).id()).isEqualTo(leerlingen.metId(b).id());
            klopt(een, ander);
        }
    }

    @Test
    void hetSysteemWijstZelfOpEenLeerlingDieDubbelStaat() throws Exception {
        Meldingsbouwer opBsn = verzuimmelding().in(Verhaal.BUNNIK);
        String nummer = Unieke.onderwijsnummer();
        Verhaal een = verhaal(opBsn);
        Verhaal ander = verhaal(verzuimmelding().in(Verhaal.BUNNIK).onderwijsnummer(nummer));
        een.lever(verzuimmelding().van(opBsn).ookOnderwijsnummer(nummer), 201);
        UUID a = een.zaak().leerlingId();
        UUID b = ander.zaak().leerlingId();
        toon("/leerlingen/" + a + "/samenvoegen", Rol.COORDINATOR).andExpect(content().string(containsString("/samenvoegen/" + b)));
        toon("/leerlingen/" + b + "/samenvoegen", Rol.COORDINATOR).andExpect(content().string(containsString("/samenvoegen/" + a)));
        voegSamen(a, b);
        assertThat(leerlingen.metId(b).onderwijsnummer()).isEqualTo(nummer);
        klopt(een, ander);
    }

    @Test
    void eenTaakAfrondenTerwijlDeLeerlingWordtSamengevoegd() throws Exception {
        for (int ronde = 0; ronde < 5; ronde++) {
            Verhaal een = verhaal(verzuimmelding().in(Verhaal.BUNNIK));
            Verhaal ander = verhaal(verzuimmelding().in(Verhaal.BUNNIK).onderwijsnummer(Unieke.onderwijsnummer()));
            UUID a = een.zaak().leerlingId();
            UUID b = ander.zaak().leerlingId();
            String taak = ander.taak(TERUGMELDEN).id();
            Map<String, String> velden = metKenmerk(a, b);
            List<Integer> antwoorden = tegelijk(() -> antwoord("/leerlingen/" + a + "/samenvoegen/" + b, velden),
                    () -> mvc.perform(post("/api/v1/taken/{id}/afronden", taak)
                            .with(httpBasic(mens(Rol.ADMINISTRATIEF_MEDEWERKER).gebruikersnaam(), "verhaal"))
                            .contentType(MediaType.APPLICATION_JSON).content("{\"terugmeldActie\":\"contact-ouders\"}")).andReturn().getResponse().getStatus());
            // The task was finished before, or goes on under another id in the case that stays.
            assertThat(antwoorden.get(0)).isEqualTo(302);
            assertThat(antwoorden.get(1)).isIn(200, 404, 409);
            long terugmelden = een.openTaken().stream().filter(TERUGMELDEN::equals).count();
            assertThat(terugmelden).isEqualTo(antwoorden.get(1) == 200 ? 1 : 2);
            assertThat(een.berichten("terugmelding")).hasSize(antwoorden.get(1) == 200 ? 1 : 0);
            klopt(een, ander);
        }
    }

    private Map<String, String> metKenmerk(UUID blijft, UUID weg) {
        Vergelijking v = samenvoeging.vergelijk(blijft, weg);
        Map<String, String> velden = new HashMap<>(keuzes(v));
        velden.put("kenmerk", v.kenmerk());
        return velden;
    }

    private interface Verzoek {
        int doe() throws Exception;
    }

    private int antwoord(String pad, Map<String, String> velden) throws Exception {
        return stuur(pad, velden).andReturn().getResponse().getStatus();
    }

    private static List<Integer> tegelijk(Verzoek een, Verzoek ander) {
        CyclicBarrier start = new CyclicBarrier(2);
        return Stream.of(een, ander).map(werk -> CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
                return werk.doe();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }, draad -> new Thread(draad).start())).toList().stream().map(CompletableFuture::join).toList();
    }
}
