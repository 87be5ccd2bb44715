package nl.schoolgang.brief;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Makes a page into PDF/A-2a, tagged and accessible (PDF/UA), with its fonts and colour profile inside: readable in twenty years, and by
 * who cannot see it (Archiefwet; Besluit digitale toegankelijkheid overheid). Fetches nothing from outside.
 */
@Component
class Pdfmaker {

    private static final int NORMAAL = 400;
    private static final int VET = 700;

    private final byte[] kleurprofiel = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Pdfmaker() {
        XRLog.setLoggingEnabled(false);
    }

    /** @param pagina well-formed XHTML with a title and a language */
    byte[] maak(String pagina) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder bouwer = new PdfRendererBuilder();
        bouwer.useFont(() -> Pdfmaker.class.getResourceAsStream("/brief/lettertype/OpenSans-Regular.ttf"), "Open Sans", NORMAAL, FontStyle.NORMAL, true);
        bouwer.useFont(() -> Pdfmaker.class.getResourceAsStream("/brief/lettertype/OpenSans-Bold.ttf"), "Open Sans", VET, FontStyle.NORMAL, true);
        bouwer.useFont(() -> Pdfmaker.class.getResourceAsStream("/brief/lettertype/OpenSans-Italic.ttf"), "Open Sans", NORMAAL, FontStyle.ITALIC, true);
        bouwer.usePdfAConformance(PdfAConformance.PDFA_2_A);
        bouwer.usePdfUaAccessibility(true);
        bouwer.useColorProfile(kleurprofiel);
        bouwer.useUriResolver((basis, adres) -> adres.startsWith("data:") || adres.startsWith("#") ? adres : null);
        bouwer.withHtmlContent(pagina, null);
        bouwer.toStream(pdf);
        try {
            bouwer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
