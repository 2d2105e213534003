package org.qibu.documents.render;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tukaani.xz.XZInputStream;

/** The TrueType fonts that papers embed: ours, and in front of them what the office set as {@code qibu.documents.fonts}. */
@Component
public class Fonts {

    private static final String OURS = "/documents/fonts/";

    private final Map<FontRole, Path> ofTheOffice = new EnumMap<>(FontRole.class);
    private final Map<FontRole, SoftReference<TrueTypeFont>> parsed = new EnumMap<>(FontRole.class);

    public Fonts(@Value("${qibu.documents.fonts:}") List<Path> files) {
        // an empty setting arrives as a list of one null
        for (var file : files.stream().filter(Objects::nonNull).toList()) {
            ofTheOffice.putIfAbsent(FontRole.of(nameOf(file)), file);
        }
    }

    /** Whether there is a font for this role. */
    boolean has(FontRole role) {
        return role.file() != null || ofTheOffice.containsKey(role);
    }

    /** The parsed font; unpacking and parsing takes some 100 ms, so it is kept while there is memory for it. */
    synchronized TrueTypeFont of(FontRole role) {
        var kept = parsed.get(role);
        var font = kept == null ? null : kept.get();
        if (font == null) {
            font = parse(role);
            parsed.put(role, new SoftReference<>(font));
        }
        return font;
    }

    /** Whether a sign has a shape in one of the fonts that every text falls back to. */
    boolean canPrint(int sign) {
        return hasShape(FontRole.SONG, sign)
                || hasShape(FontRole.RARE, sign)
                || has(FontRole.OTHER) && hasShape(FontRole.OTHER, sign);
    }

    /** Whether a text has a sign that only the font of rare signs shows. */
    boolean needsRare(String text) {
        return text.codePoints().anyMatch(sign -> sign > Character.MAX_VALUE && !hasShape(FontRole.SONG, sign));
    }

    private boolean hasShape(FontRole role, int sign) {
        try {
            return of(role).getUnicodeCmapLookup().getGlyphId(sign) != 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TrueTypeFont parse(FontRole role) {
        try (var file = open(role)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the font for " + role.family() + " cannot be read", e);
        }
    }

    private InputStream open(FontRole role) throws IOException {
        var file = ofTheOffice.get(role);
        if (file != null) {
            return Files.newInputStream(file);
        }
        var packed = OURS + role.file() + ".xz";
        var ours = Fonts.class.getResourceAsStream(packed);
        if (ours == null) {
            throw new FileNotFoundException(packed);
        }
        return new XZInputStream(ours);
    }

    private static String nameOf(Path file) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)))) {
            if (font.getTableMap().containsKey("glyf")) {
                return font.getName() + " " + file.getFileName();
            }
        } catch (IOException e) {
            throw refused(file, e);
        }
        throw refused(file, null);
    }

    private static IllegalArgumentException refused(Path file, IOException cause) {
        return new IllegalArgumentException(
                "qibu.documents.fonts：" + file + " 不是可用的 TrueType 字体（.ttf）。 Not a TrueType font.", cause);
    }
}
