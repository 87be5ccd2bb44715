package nl.schoolgang.dekking;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.schoolgang.browser.BrowserVereist;

/** The picture of a model: SVG, drawn by bpmn-js in a real browser, with the model's checksum in it. */
final class Modelplaat {

    private static final Path BPMN_JS = Proceduremap.WORTEL.resolve("src/main/frontend/node_modules/bpmn-js/dist/bpmn-viewer.production.min.js");
    private static final String TEKEN = """
            async xml => {
              const plaat = new BpmnJS({ container: '#plaat' });
              await plaat.importXML(xml);
              return (await plaat.saveSVG()).svg;
            }""";

    private Modelplaat() {
    }

    /** Whether the picture was drawn from this very model. */
    static boolean isBij(Path model, Path plaat) {
        try {
            return Files.isRegularFile(plaat) && Files.readString(plaat).contains(kenmerk(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void teken(Path model, Path plaat) {
        if (!Files.isRegularFile(BPMN_JS)) {
            throw new IllegalStateException("bpmn-js is er niet: voer in src/main/frontend uit: npm run installeer");
        }
        try (Playwright playwright = Playwright.create(); Browser browser = BrowserVereist.start(playwright)) {
            Page blad = browser.newPage();
            blad.setContent("<div id='plaat' style='width:3000px;height:2000px'></div>");
            blad.addScriptTag(new Page.AddScriptTagOptions().setPath(BPMN_JS));
            String svg = (String) blad.evaluate(TEKEN, Files.readString(model));
            Files.createDirectories(plaat.getParent());
            Files.writeString(plaat, svg.replaceFirst("(?=<svg )", "<!-- " + kenmerk(model) + " -->\n").replaceFirst("<svg ", "<svg style=\"background:#fff\" ").stripTrailing() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("De plaat van " + model + " is niet te tekenen", e);
        }
    }

    private static String kenmerk(Path model) {
        try {
            byte[] inhoud = Files.readString(model).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return "model sha-256 " + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhoud));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
