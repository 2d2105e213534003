package org.qibu.matter.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import org.qibu.availability.SlowWork;
import org.springframework.stereotype.Component;

/** Draws a picture anew, so that only its pixels are kept: no place of exposure, no hidden second file. */
@Component
class Pictures {

    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 1280;
    private static final short START_OF_JPEG = (short) 0xFFD8;
    private static final short APPLICATION_1 = (short) 0xFFE1;
    private static final short START_OF_SCAN = (short) 0xFFDA;
    private static final int LONGEST_SIDE_OF_PREVIEW = 320;

    /** A picture to look at and a small one for lists, both JPEG. */
    record Drawn(byte[] full, byte[] preview) {}

    Drawn fresh(String name, byte[] source) {
        SlowWork.mustHoldNoConnection("drawing a picture");
        try {
            return draw(name, source);
        } catch (IOException | RuntimeException e) {
            if (e instanceof FileRefused refused) {
                throw refused;
            }
            throw new FileRefused("“" + name + "”不是完好的图片，请重新拍照或另存后再上传。");
        }
    }

    private static Drawn draw(String name, byte[] source) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(source))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream);
                return draw(name, source, reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Drawn draw(String name, byte[] source, ImageReader reader) throws IOException {
        var longest = longestSide(name, reader);
        var side = Math.min(longest, LONGEST_SIDE);
        var picture = Thumbnails.of(coarse(reader, longest))
                .size(side, side)
                .addFilter(upright(source))
                .addFilter(Pictures::onWhite)
                .asBufferedImage();
        return new Drawn(jpeg(picture, side), jpeg(picture, Math.min(side, LONGEST_SIDE_OF_PREVIEW)));
    }

    /** Of a large picture only every second, third … point, still twice as many each way as are kept. */
    private static BufferedImage coarse(ImageReader reader, int longest) throws IOException {
        var step = Math.max(1, longest / (2 * LONGEST_SIDE));
        var reading = reader.getDefaultReadParam();
        reading.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, reading);
    }

    /** Turns a photograph as the camera was held; where it does not say, or not legibly, it stays as it lies. */
    private static ImageFilter upright(byte[] source) {
        try {
            var held = exif(ByteBuffer.wrap(source))
                    .map(ExifUtils::getOrientationFromExif)
                    .orElse(null);
            return held == null ? picture -> picture : ExifFilterUtils.getFilterForOrientation(held);
        } catch (RuntimeException e) {
            return picture -> picture;
        }
    }

    /** What the camera wrote into a JPEG: its segments are walked up to the picture itself, whatever their order. */
    private static Optional<byte[]> exif(ByteBuffer jpeg) {
        if (jpeg.remaining() < 2 || jpeg.getShort() != START_OF_JPEG) {
            return Optional.empty();
        }
        while (jpeg.remaining() >= 4) {
            var marker = jpeg.getShort();
            var segment = new byte[Math.max(0, Short.toUnsignedInt(jpeg.getShort()) - 2)];
            if (marker == START_OF_SCAN || segment.length > jpeg.remaining()) {
                return Optional.empty();
            }
            jpeg.get(segment);
            if (marker == APPLICATION_1 && new String(segment, StandardCharsets.ISO_8859_1).startsWith("Exif\0\0")) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    private static byte[] jpeg(BufferedImage picture, int side) throws IOException {
        var drawn = new ByteArrayOutputStream();
        Thumbnails.of(picture)
                .size(side, side)
                .outputFormat("jpg")
                .outputQuality(0.85)
                .toOutputStream(drawn);
        return drawn.toByteArray();
    }

    /** Read off the header: a small file may claim to be a huge picture. */
    private static int longestSide(String name, ImageReader reader) throws IOException {
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new FileRefused("“" + name + "”超过 4000 万像素，请缩小后再上传。");
        }
        return Math.max(width, height);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var canvas = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = canvas.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return canvas;
    }
}
