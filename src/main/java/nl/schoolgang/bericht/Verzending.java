package nl.schoolgang.bericht;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import nl.schoolgang.bericht.Berichten.Volgende;
import nl.schoolgang.zaak.Zaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what stands in the outbox: each message becomes one JSON file {@code <id>.json} in a folder that the coupling of the receiver
 * reads. The name is the message's id, so that a repetition replaces the file and is recognised. A message that fails is tried again
 * with growing pauses, and given up after ten tries; whatever is wrong with one message holds up no other.
 */
@Component
public class Verzending {

    static final int MEESTE_POGINGEN = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Verzending.class);
    private static final Duration EERSTE_PAUZE = Duration.ofMinutes(1);
    private static final Duration LANGSTE_PAUZE = Duration.ofHours(6);

    private final Berichten berichten;
    private final Zaken zaken;
    private final ObjectMapper json;
    private final TransactionTemplate transactie;
    private final Clock klok;
    private final Path map;

    Verzending(Berichten berichten, Zaken zaken, ObjectMapper json, PlatformTransactionManager transacties, Clock klok,
               @Value("${schoolgang.berichten.map:${schoolgang.data:./data}/berichten}") Path map) {
        this.berichten = berichten;
        this.zaken = zaken;
        this.json = json;
        this.transactie = new TransactionTemplate(transacties);
        this.klok = klok;
        this.map = map;
    }

    /**
     * Tries every message that is due once.
     *
     * @return how many were sent
     */
    @Scheduled(initialDelayString = "${schoolgang.berichten.elke:PT10S}", fixedDelayString = "${schoolgang.berichten.elke:PT10S}")
    public int verzendAlles() {
        int verzonden = 0;
        Optional<Boolean> gelukt = probeerVolgende();
        while (gelukt.isPresent()) {
            verzonden += gelukt.get() ? 1 : 0;
            gelukt = probeerVolgende();
        }
        return verzonden;
    }

    /** Empty when nothing is due; what failed is not due again at once. */
    private Optional<Boolean> probeerVolgende() {
        AtomicReference<Volgende> bezig = new AtomicReference<>();
        try {
            return transactie.execute(status -> berichten.volgende().map(volgende -> {
                bezig.set(volgende);
                return verzend(volgende);
            }));
        } catch (RuntimeException e) {
            if (bezig.get() == null) {
                throw e;
            }
            // In a transaction of its own: what failed may have been the database, and then the first one is lost.
            return transactie.execute(status -> Optional.of(mislukt(bezig.get(), e)));
        }
    }

    private boolean verzend(Volgende volgende) {
        try {
            zetNeer(berichten.metId(volgende.id()));
        } catch (IOException e) {
            return mislukt(volgende, e);
        }
        berichten.verzonden(volgende.id());
        return true;
    }

    /** Always false. */
    private boolean mislukt(Volgende bericht, Exception e) {
        boolean laatste = bericht.pogingen() + 1 >= MEESTE_POGINGEN;
        berichten.mislukt(bericht.id(), laatste ? null : klok.instant().plus(pauze(bericht.pogingen())), e.getClass().getSimpleName());
        LOG.warn("Message {} could not be sent ({}); {}", bericht.id(), e.getClass().getSimpleName(),
                laatste ? "given up" : "it will be tried again");
        return false;
    }

    static Duration pauze(int eerderePogingen) {
        Duration pauze = EERSTE_PAUZE.multipliedBy(1L << Math.min(eerderePogingen, 20));
        return pauze.compareTo(LANGSTE_PAUZE) > 0 ? LANGSTE_PAUZE : pauze;
    }

    /** On disk before the name appears: a reader never sees half a message. */
    private void zetNeer(Bericht bericht) throws IOException {
        Map<String, Object> envelop = new LinkedHashMap<>();
        envelop.put("id", bericht.id());
        envelop.put("soort", bericht.soort());
        envelop.put("aan", bericht.aan());
        envelop.put("gemeente", bericht.gemeente());
        envelop.put("zaaknummer", zaken.metId(bericht.zaakId()).zaaknummer());
        envelop.put("aangemaaktOp", bericht.aangemaaktOp());
        envelop.put("inhoud", bericht.inhoud());
        Files.createDirectories(map);
        Path tijdelijk = map.resolve(bericht.id() + ".deel");
        try (FileChannel kanaal = FileChannel.open(tijdelijk, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(envelop));
            while (bytes.hasRemaining()) {
                kanaal.write(bytes);
            }
            kanaal.force(true);
        }
        Files.move(tijdelijk, map.resolve(bericht.id() + ".json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
