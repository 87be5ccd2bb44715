package nl.schoolgang.databank;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One application a data directory: a lock of the operating system, which dies with the process that holds it. */
final class Datamapslot implements AutoCloseable {

    static final String BESTAND = "schoolgang.slot";

    private final FileChannel kanaal;

    private Datamapslot(FileChannel kanaal) {
        this.kanaal = kanaal;
    }

    /** @throws DatabankNietTeStarten.InGebruik when a living application holds the directory */
    static Datamapslot neem(Path map) throws IOException {
        FileChannel kanaal = FileChannel.open(map.resolve(BESTAND), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock slot = kanaal.tryLock();
            if (slot != null) {
                return new Datamapslot(kanaal);
            }
        } catch (OverlappingFileLockException e) {
            // Held in this same process: just as much in use.
        }
        kanaal.close();
        throw new DatabankNietTeStarten.InGebruik(
                "De gegevensmap " + map + " is al in gebruik door een andere Schoolgang-toepassing (data directory in use).",
                "Stop de andere toepassing, of kies een andere map met de omgevingsvariabele SCHOOLGANG_DATA.");
    }

    @Override
    public void close() throws IOException {
        kanaal.close();
    }
}
