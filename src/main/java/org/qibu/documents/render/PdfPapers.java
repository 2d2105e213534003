package org.qibu.documents.render;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.qibu.documents.PaperText;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Prints a paper as PDF by {@code documents/paper.html}, which holds its layout. */
@Component
public class PdfPapers {

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final PdfWriter writer;

    public PdfPapers(PdfWriter writer) {
        this.writer = writer;
        var resolver = new ClassLoaderTemplateResolver(PdfPapers.class.getClassLoader());
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
    }

    public byte[] write(PaperText paper) {
        return writer.write(engine.process("paper", new Context(Locale.CHINESE, Map.of("paper", paper))));
    }
}
