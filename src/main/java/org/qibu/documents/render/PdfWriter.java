package org.qibu.documents.render;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.qibu.availability.SlowWork;
import org.springframework.stereotype.Component;

/**
 * Prints a page of XHTML and CSS as PDF with embedded Chinese fonts.
 *
 * <p>A style sheet may ask for the families {@code FangSong}, {@code BiaoSong}, {@code HeiTi} and {@code KaiTi}; what they
 * lack is taken from {@code QibuSong}, {@code QibuRare} and {@code IssuingOffice}, so a list should end with these three. A sign no
 * font has is printed as its code point. Pictures come as data addresses; nothing else is fetched.
 */
@Component
public class PdfWriter {

    private static final int NORMAL = 400;

    private final Fonts fonts;
    private final Legible legible;

    public PdfWriter(Fonts fonts, Legible legible) {
        this.fonts = fonts;
        this.legible = legible;
        XRLog.setLoggingEnabled(false);
    }

    /** The page as a PDF file; one at a time, since the parsed fonts are shared. */
    public synchronized byte[] write(String xhtml) {
        SlowWork.mustHoldNoConnection("drawing a PDF");
        var out = new ByteArrayOutputStream();
        var page = legible.text(xhtml);
        var rare = fonts.needsRare(page);
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder();
            Stream.of(FontRole.values())
                    .filter(fonts::has)
                    .filter(role -> role != FontRole.RARE || rare)
                    .forEach(role -> offer(builder, document, role));
            builder.usePDDocument(document);
            builder.useFastMode();
            builder.withProducer("Qibu");
            builder.useExternalResourceAccessControl(
                    (address, type) -> address != null && address.startsWith("data:"),
                    ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.withHtmlContent(page, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void offer(PdfRendererBuilder builder, PDDocument document, FontRole role) {
        builder.useFont(new Lazily(document, role), role.family(), NORMAL, FontStyle.NORMAL, true);
    }

    /** Brings a font into the document only when some text asks for it. */
    private final class Lazily extends PDFontSupplier {

        private final PDDocument document;
        private final FontRole role;

        Lazily(PDDocument document, FontRole role) {
            super(null);
            this.document = document;
            this.role = role;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, fonts.of(role), true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
