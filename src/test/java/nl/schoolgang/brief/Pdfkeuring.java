package nl.schoolgang.brief;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Tests a PDF with veraPDF, the validator of the PDF Association. */
final class Pdfkeuring {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Pdfkeuring() {
    }

    /** What is wrong with the PDF by this standard; empty when it conforms. */
    static List<String> fouten(byte[] pdf, PDFAFlavour norm) {
        try (PDFAParser lezer = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), norm);
                PDFAValidator keurder = Foundries.defaultInstance().createValidator(norm, false)) {
            ValidationResult uitslag = keurder.validate(lezer);
            TreeSet<String> fouten = new TreeSet<>();
            uitslag.getTestAssertions().forEach(t -> fouten.add(t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber() + " "
                    + t.getMessage()));
            if (!uitslag.isCompliant() && fouten.isEmpty()) {
                fouten.add("voldoet niet");
            }
            return List.copyOf(fouten);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
