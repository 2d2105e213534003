package org.qibu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.qibu.documents.render.QrCodes;

class QrCodesTest {

    private static final String ADDRESS = "https://qibu.example.gov/matters/TX-HB-2026-0001";

    private final QrCodes codes = new QrCodes();

    @Test
    void thePictureLeadsToTheAddress() throws IOException, ReaderException {
        assertThat(read(ImageIO.read(new ByteArrayInputStream(codes.png(ADDRESS)))))
                .isEqualTo(ADDRESS);
    }

    @Test
    void theDrawingLeadsToTheAddress() throws ReaderException {
        assertThat(read(drawn(codes.svg(ADDRESS)))).isEqualTo(ADDRESS);
    }

    private static String read(BufferedImage picture) throws ReaderException {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var points = picture.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private static BufferedImage drawn(String svg) {
        var box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        var side = Integer.parseInt(box.group(1));
        var picture = new BufferedImage(side * 8, side * 8, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.fillRect(0, 0, side * 8, side * 8);
        pen.setColor(java.awt.Color.BLACK);
        var modules = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (modules.find()) {
            pen.fillRect(Integer.parseInt(modules.group(1)) * 8, Integer.parseInt(modules.group(2)) * 8, 8, 8);
        }
        pen.dispose();
        return picture;
    }
}
