package nl.schoolgang.bericht;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.schoolgang.zaak.Zaken;
import org.springframework.stereotype.Component;

/**
 * Each message becomes one JSON file {@code <id>.json} in a folder that the coupling of the receiver reads. The name is the message's id,
 * so that a repetition replaces the file and is recognised.
 */
@Component
class Bestandskanaal implements Kanaal {

    private final Zaken zaken;
    private final ObjectMapper json;
    private final Path map;

    Bestandskanaal(Zaken zaken, ObjectMapper json, Berichtinstellingen instellingen) {
        this.zaken = zaken;
        this.json = json;
        this.map = instellingen.map();
    }

    @Override
    public Kanaalsoort soort() {
        return Kanaalsoort.BESTAND;
    }

    @Override
    public void bezorg(Bericht bericht) throws Bezorgfout {
        if (!bericht.documenten().isEmpty()) {
            throw new Bezorgfout("bijlage-past-niet", Bezorgfout.Reikwijdte.BLIJVEND, null);
        }
        try {
            zetNeer(bericht);
        } catch (IOException e) {
            throw new Bezorgfout("map-niet-te-schrijven", Bezorgfout.Reikwijdte.NU, e);
        }
    }

    /** On disk before the name appears: a reader never sees half a message. */
    private void zetNeer(Bericht bericht) throws IOException {
        Files.createDirectories(map);
        Path tijdelijk = map.resolve(bericht.id() + ".deel");
        try (FileChannel kanaal = FileChannel.open(tijdelijk, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(envelop(bericht)));
            while (bytes.hasRemaining()) {
                kanaal.write(bytes);
            }
            kanaal.force(true);
        }
        Files.move(tijdelijk, map.resolve(bericht.id() + ".json"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, Object> envelop(Bericht bericht) {
        Map<String, Object> envelop = new LinkedHashMap<>();
        envelop.put("id", bericht.id());
        envelop.put("soort", bericht.soort());
        envelop.put("aan", bericht.aan());
        envelop.put("gemeente", bericht.gemeente());
        if (bericht.zaakId() != null) {
            envelop.put("zaaknummer", zaken.metId(bericht.zaakId()).zaaknummer());
        }
        envelop.put("aangemaaktOp", bericht.aangemaaktOp());
        envelop.put("inhoud", bericht.inhoud());
        if (bericht.tekst() != null) {
            envelop.put("tekst", bericht.tekst());
        }
        return envelop;
    }
}
