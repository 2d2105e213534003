package org.qibu.matter;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.qibu.availability.SlowWork;
import org.springframework.stereotype.Component;

/** Draws a picture anew, so that only its pixels are kept: no place of exposure, no hidden second file. */
@Component
class Pictures {

    private static final long MOST_PIXELS = 40_000_000;
    private static final int LONGEST_SIDE = 1280;
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
        var side = Math.min(longestSide(name, source), LONGEST_SIDE);
        var picture = Thumbnails.of(new ByteArrayInputStream(source))
                .size(side, side)
                .addFilter(Pictures::onWhite)
                .asBufferedImage();
        return new Drawn(jpeg(picture, side), jpeg(picture, Math.min(side, LONGEST_SIDE_OF_PREVIEW)));
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
    private static int longestSide(String name, byte[] source) throws IOException {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(source))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no reader");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                var width = reader.getWidth(0);
                var height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS) {
                    throw new FileRefused("“" + name + "”超过 4000 万像素，请缩小后再上传。");
                }
                return Math.max(width, height);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var canvas = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = canvas.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return canvas;
    }
}
