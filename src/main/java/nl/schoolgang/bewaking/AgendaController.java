package nl.schoolgang.bewaking;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar of terms, for calendars: nobody logs in, the secret in the address is the key. One that is worthless gives nothing. */
@RestController
class AgendaController {

    private final Abonnementen abonnementen;
    private final Termijnagenda agenda;

    AgendaController(Abonnementen abonnementen, Termijnagenda agenda) {
        this.abonnementen = abonnementen;
        this.agenda = agenda;
    }

    @GetMapping("/agenda/{sleutel}.ics")
    ResponseEntity<byte[]> haal(@PathVariable String sleutel) {
        String adres = ServletUriComponentsBuilder.fromCurrentContextPath().path("/zaken/").toUriString();
        return abonnementen.vanWie(sleutel).map(ik -> ResponseEntity.ok().contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore()).body(agenda.van(ik, adres).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
