package nl.schoolgang.procedure.gesprek;

import static nl.schoolgang.gemeente.Rol.LEERPLICHTAMBTENAAR;
import static nl.schoolgang.procedure.gesprek.Gespreksproef.anders;
import static nl.schoolgang.verhaal.Antwoord.gesprekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.gesprekZonderAfspraken;
import static nl.schoolgang.verhaal.Antwoord.huisbezoekMetAfspraken;
import static nl.schoolgang.verhaal.Antwoord.met;
import static nl.schoolgang.verhaal.Antwoord.naUitblijven;
import static nl.schoolgang.verhaal.Antwoord.reactie;
import static nl.schoolgang.verhaal.Antwoord.uitnodiging;
import static nl.schoolgang.verhaal.Antwoord.verslagVerstrekt;
import static nl.schoolgang.verhaal.Meldingsbouwer.verzuimmelding;
import static nl.schoolgang.verhaal.Verhaal.BUNNIK;
import static nl.schoolgang.verhaal.Verhaal.NOORDOOSTPOLDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.schoolgang.Toepassingstest;
import nl.schoolgang.brief.Aansoort;
import nl.schoolgang.brief.Brief;
import nl.schoolgang.brief.Briefpost;
import nl.schoolgang.brief.Brieven;
import nl.schoolgang.gemeente.NietGevonden;
import nl.schoolgang.leerling.Adres;
import nl.schoolgang.leerling.Leerlingen;
import nl.schoolgang.leerling.NieuweOuder;
import nl.schoolgang.verhaal.Verhaal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What goes out on paper around a conversation: to each parent with authority, and to the youth from 12. */
@Toepassingstest
class GesprekBrievenTest {

    private static final Set<String> VAN_HET_GESPREK = Set.of("uitnodiging-gesprek", "tweede-uitnodiging", "aankondiging-huisbezoek",
            "bevestiging-afspraken", "gespreksverslag");

    @Autowired
    ApplicationContext context;
    @Autowired
    Brieven brieven;
    @Autowired
    Leerlingen leerlingen;

    private Gespreksproef proef;

    @BeforeEach
    void begin() {
        proef = new Gespreksproef(context);
    }

    @AfterEach
    void klokTerug() {
        proef.klaar();
    }

    @ParameterizedTest
    @CsvSource({"noordoostpolder,13,2", "bunnik,13,2", "bunnik,11,1"})
    void deUitnodigingGaatNaarOudersEnDeJongereVanafTwaalf(String gemeente, int leeftijd, int aantal) {
        totUitnodigen(gemeente, leeftijd);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        assertThat(codes()).hasSize(aantal).containsOnly("uitnodiging-gesprek");
    }

    @Test
    void deTweedeUitnodigingIsEenAndereBrief_eenAndereDatumNiet() {
        totUitnodigen(BUNNIK, 11);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("andere-datum"));
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        assertThat(codes()).containsExactly("uitnodiging-gesprek", "uitnodiging-gesprek");
        doe("reactie-vastleggen", reactie("weigert"));
        doe("geen-reactie-beoordelen", naUitblijven("opnieuw-uitnodigen"));
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        assertThat(codes()).containsExactlyInAnyOrder("uitnodiging-gesprek", "uitnodiging-gesprek", "tweede-uitnodiging");
    }

    @Test
    void wieAlIsUitgenodigdKrijgtGeenBrief_deTermijnLooptWel() {
        totUitnodigen(NOORDOOSTPOLDER, 13);
        doe("gesprek-uitnodigen", anders(uitnodiging("2026-03-02"), "uitnodigingWijze", "al-gegeven"));
        assertThat(codes()).isEmpty();
        proef.verhaal().wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-16");
    }

    /** A letter cannot invite to what is past; who was invited already may be recorded afterwards. */
    @Test
    void eenBriefNodigtNietUitVoorEenDagDieVoorbijIs() {
        totUitnodigen(NOORDOOSTPOLDER, 13);
        proef.verhaal().klok(Verhaal.BEGIN.plusDays(14));
        Map<String, Object> gisteren = anders(uitnodiging("2026-03-02"), "gesprekMoment", "2026-03-15T10:00");
        assertThat(proef.fouten("gesprek-uitnodigen", gisteren)).containsExactlyInAnyOrder("uitnodigingVerzonden", "gesprekMoment");
        assertThat(proef.fouten("gesprek-uitnodigen", anders(gisteren, "uitnodigingVerzonden", "2026-03-16"))).containsExactly("gesprekMoment");
        doe("gesprek-uitnodigen", anders(gisteren, "uitnodigingWijze", "al-gegeven"));
        assertThat(proef.verhaal().openTaken()).containsExactly("reactie-vastleggen");
    }

    /** A term that begins before the letter was made would lapse too soon, and would not move with the day of dispatch. */
    @Test
    void eenBriefDieNuWordtGemaakt_isNietEerderVerzonden() {
        totUitnodigen(NOORDOOSTPOLDER, 13);
        proef.verhaal().klok(Verhaal.BEGIN.plusDays(14));
        Map<String, Object> eerder = anders(uitnodiging("2026-03-02"), "gesprekMoment", "2026-03-26T10:00");
        assertThat(proef.fouten("gesprek-uitnodigen", eerder)).containsExactly("uitnodigingVerzonden");
        assertThat(proef.fouten("gesprek-uitnodigen", anders(eerder, "uitnodigingWijze", "brief"))).containsExactly("uitnodigingVerzonden");
        doe("gesprek-uitnodigen", anders(eerder, "uitnodigingVerzonden", "2026-03-16"));
        proef.verhaal().wachtOp("reactie-vastleggen", LEERPLICHTAMBTENAAR, "2026-03-30");
    }

    /** When the conversation is, stands in the inbox: not only by when the report must be there. */
    @Test
    void hetMomentVanHetGesprekStaatBijDeTaak() {
        totUitnodigen(NOORDOOSTPOLDER, 13);
        assertThat(proef.verhaal().taak("gesprek-uitnodigen").moment()).isNull();
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        doe("reactie-vastleggen", reactie("komt"));
        assertThat(proef.verhaal().taak("gesprek-voeren").moment()).isEqualTo("2026-03-12T09:00:00Z");
        proef.verhaal().wachtOp("gesprek-voeren", LEERPLICHTAMBTENAAR, "2026-03-19");
    }

    @ParameterizedTest
    @CsvSource({"aangekondigd,1", "onaangekondigd,0"})
    void hetHuisbezoekWordtAangekondigdAlsDeAmbtenaarDatWil(String aankondiging, int aantal) {
        totUitnodigen(BUNNIK, 11);
        doe("gesprek-uitnodigen", huisbezoek(met("gesprekVorm", "huisbezoek", "huisbezoekReden", "twijfel"), aankondiging));
        assertThat(codes()).hasSize(aantal).allMatch("aankondiging-huisbezoek"::equals);
        proef.verhaal().wachtOp("huisbezoek-afleggen", LEERPLICHTAMBTENAAR, aantal == 1 ? "2026-03-13" : "2026-03-09");
        assertThat(proef.verhaal().taak("huisbezoek-afleggen").moment()).isEqualTo(aantal == 1 ? java.time.Instant.parse("2026-03-06T15:00:00Z") : null);
    }

    @ParameterizedTest
    @CsvSource({"aangekondigd,1", "onaangekondigd,0"})
    void ookHetHuisbezoekNaUitblijven(String aankondiging, int aantal) {
        totUitnodigen(BUNNIK, 11);
        doe("gesprek-uitnodigen", anders(uitnodiging("2026-03-02"), "uitnodigingWijze", "al-gegeven"));
        doe("reactie-vastleggen", reactie("weigert"));
        doe("geen-reactie-beoordelen", huisbezoek(naUitblijven("huisbezoek"), aankondiging));
        assertThat(codes()).hasSize(aantal).allMatch("aankondiging-huisbezoek"::equals);
        doe("huisbezoek-afleggen", huisbezoekMetAfspraken("2026-04-10"));
        assertThat(codes()).contains("bevestiging-afspraken");
    }

    /** Explanation 19: agreements are made in writing. The report: NOP always, BUN on request. */
    @ParameterizedTest
    @CsvSource({"noordoostpolder,nee,post,true", "noordoostpolder,nee,meegegeven,false", "bunnik,ja,post,true", "bunnik,nee,,false"})
    void afsprakenEnVerslagOpPapier(String gemeente, String gevraagd, String wijze, boolean verslag) {
        totGesprek(gemeente);
        doe("gesprek-voeren", anders(gesprekMetAfspraken("2026-04-10"), "verslagGevraagd", gevraagd));
        assertThat(codes()).containsExactly("bevestiging-afspraken");
        if (wijze != null) {
            doe("verslag-verstrekken", anders(verslagVerstrekt(), "verslagWijze", wijze));
        }
        assertThat(codes().contains("gespreksverslag")).isEqualTo(verslag);
        proef.verhaal().wachtOp("afspraken-volgen", LEERPLICHTAMBTENAAR, "2026-04-10");
    }

    /** The report goes to whom the officer chose, and is shown like that beforehand; NOP always gives it to the parents. {@code Verslagplicht}. */
    @ParameterizedTest
    @CsvSource({"bunnik,ouder-2,1", "bunnik,jongere,0", "noordoostpolder,jongere,2"})
    void hetVerslagGaatNaarWieIsGekozen(String gemeente, String gekozen, int ouders) {
        totUitnodigen(gemeente, 13);
        leerlingen.voegOuderToe(proef.verhaal().zaak().leerlingId(), new NieuweOuder(gemeente, null, "Andere", null, "Ouder", null,
                new Adres("Voorbeeldstraat", "2", "1234 AB", "Voorbeeldstad"), false, null, null, null, false), "vader", true);
        String tweede = leerlingen.ouders(proef.verhaal().zaak().leerlingId()).get(1).naam();
        doe("gesprek-uitnodigen", anders(uitnodiging("2026-03-02"), "uitnodigingWijze", "al-gegeven"));
        doe("reactie-vastleggen", reactie("komt"));
        doe("gesprek-voeren", anders(gesprekZonderAfspraken(), "verslagGevraagd", "ja"));
        Map<String, Object> getypt = Map.of("antwoorden", List.of(Map.of("sleutel", "verslagAan", "waarde", List.of(gekozen), "tekst", gekozen)));
        int aantal = ouders + ("jongere".equals(gekozen) ? 1 : 0);
        assertThat(voorbeeld(aantal - 1, getypt)).isNotEmpty();
        assertThatThrownBy(() -> voorbeeld(aantal, getypt)).as("shown beforehand").isInstanceOf(NietGevonden.class);
        doe("verslag-verstrekken", anders(verslagVerstrekt(), "verslagAan", List.of(gekozen)));

        List<Brief> verslagen = brieven.vanZaak(proef.verhaal().zaak().id()).stream().filter(b -> b.code().equals("gespreksverslag")).toList();
        assertThat(verslagen).filteredOn(b -> b.aanSoort() == Aansoort.OUDER).hasSize(ouders);
        assertThat(verslagen).filteredOn(b -> b.aanSoort() == Aansoort.JONGERE).hasSize("jongere".equals(gekozen) ? 1 : 0);
        if (ouders == 1) {
            assertThat(verslagen).extracting(Brief::aanNaam).containsExactly(tweede);
        }
    }

    private byte[] voorbeeld(int nummer, Map<String, Object> getypt) {
        return brieven.voorbeeld("verslag-verstrekken", "gespreksverslag", nummer, proef.verhaal().zaak().id(), null, getypt, null);
    }

    @Test
    void zonderAfsprakenGeenBevestiging() {
        totGesprek(BUNNIK);
        doe("gesprek-voeren", gesprekZonderAfspraken());
        assertThat(codes()).isEmpty();
    }

    /** {@link GesprekGegevens}: whoever got no invitation cannot be blamed for not reacting to it. */
    @ParameterizedTest
    @CsvSource({"false,false", "true,true"})
    void zonderVerzondenUitnodigingGeenVerwijt(boolean verzonden, boolean mag) {
        totUitnodigen(BUNNIK, 13);
        doe("gesprek-uitnodigen", uitnodiging("2026-03-02"));
        if (verzonden) {
            context.getBean(Briefpost.class).verzonden(List.of(uitnodigingAan(Aansoort.OUDER)), LocalDate.of(2026, 3, 2), "iemand");
        }
        proef.verhaal().verstrijkt("verzuim.reactie-oproep");
        Map<String, Object> oordeel = naUitblijven("zonder-gesprek-verder");
        if (mag) {
            doe("geen-reactie-beoordelen", oordeel);
        } else {
            assertThat(proef.fouten("geen-reactie-beoordelen", oordeel)).containsExactlyInAnyOrder("verwijtbaarOuders", "verwijtbaarJongere");
            doe("geen-reactie-beoordelen", anders(anders(oordeel, "verwijtbaarOuders", "onbekend"), "verwijtbaarJongere", "onbekend"));
        }
        assertThat(proef.verhaal().openTaken()).containsExactly("vervolg-kiezen");
    }

    private UUID uitnodigingAan(Aansoort wie) {
        return brieven.vanZaak(proef.verhaal().zaak().id()).stream().filter(b -> b.code().equals("uitnodiging-gesprek") && b.aanSoort() == wie)
                .findFirst().orElseThrow().id();
    }

    private void totUitnodigen(String gemeente, int leeftijd) {
        proef.gemeld(verzuimmelding().in(gemeente).leeftijd(leeftijd));
        leerlingen.voegOuderToe(proef.verhaal().zaak().leerlingId(), new NieuweOuder(gemeente, null, "Verzonnen", null, "Ouder",
                LocalDate.of(1985, 1, 1), new Adres("Voorbeeldstraat", "1", "1234 AB", "Voorbeeldstad"), false, null, null, null, false), "moeder",
                true);
        proef.naarUitnodigen();
    }

    private void totGesprek(String gemeente) {
        totUitnodigen(gemeente, 11);
        doe("gesprek-uitnodigen", anders(uitnodiging("2026-03-02"), "uitnodigingWijze", "al-gegeven"));
        doe("reactie-vastleggen", reactie("komt"));
    }

    private static Map<String, Object> huisbezoek(Map<String, Object> velden, String aankondiging) {
        Map<String, Object> bezoek = anders(velden, "huisbezoekAankondiging", aankondiging);
        return "aangekondigd".equals(aankondiging) ? anders(bezoek, "huisbezoekMoment", "2026-03-06T16:00") : bezoek;
    }

    private void doe(String taak, Map<String, Object> velden) {
        proef.doe(taak, velden);
    }

    private List<String> codes() {
        return brieven.vanZaak(proef.verhaal().zaak().id()).stream().map(b -> b.code()).filter(VAN_HET_GESPREK::contains).toList();
    }
}
