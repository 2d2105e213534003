package org.qibu.matter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class UploadedFileCheckTest {

    private final UploadedFileCheck check = new UploadedFileCheck(new Pictures());

    @Test
    void drawsAPictureAnewAsJpegAndDropsWhatHungOnIt() throws IOException {
        var source = new ByteArrayOutputStream();
        source.write(picture(40, 30));
        source.write("<script>hidden</script>".getBytes(StandardCharsets.UTF_8));
        var clean = check.check("../../楼道.PNG", source.toByteArray());
        assertThat(clean.name()).isEqualTo("楼道.jpg");
        assertThat(clean.contentType()).isEqualTo("image/jpeg");
        assertThat(new String(clean.content(), StandardCharsets.ISO_8859_1)).doesNotContain("hidden");
        assertThat(ImageIO.read(new ByteArrayInputStream(clean.content())).getWidth())
                .isEqualTo(40);
    }

    @Test
    void nameWithACharacterThatCannotBeKeptIsRefused() {
        for (var bad : new String[] {"照\uE863片.png", "照\u202E片.png", "照\u0000片.png"}) {
            assertThatThrownBy(() -> check.check(bad, picture(1, 1)))
                    .isInstanceOf(FileRefused.class)
                    .hasMessageStartingWith("文件名有无法识别的字");
        }
    }

    @Test
    void aTextWithBytesNobodySeesIsRefused() {
        for (var bad : new String[] {"现场\0说明", "说明\0", "\u001B[31m红", "\u0001\u0002\u0003"}) {
            assertThatThrownBy(() -> check.check("说明.txt", bad.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(FileRefused.class);
        }
        for (var charset : new String[] {"UTF-8", "GB18030", "UTF-16"}) {
            assertThat(check.check("说明.txt", "现场\t说明\r\n二".getBytes(Charset.forName(charset)))
                            .contentType())
                    .isEqualTo("text/plain");
        }
    }

    @Test
    void aSignThatCannotStandInANameLeavesItsPlace() throws IOException {
        assertThat(check.check("满意率50%：3|5?.png", picture(1, 1)).name()).isEqualTo("满意率50_：3_5_.jpg");
    }

    @Test
    void refusesAPictureThatClaimsToBeHugeBeforeItIsDrawn() throws IOException {
        var source = picture(1, 1);
        System.arraycopy(new byte[] {0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30}, 0, source, 16, 8);
        assertThatThrownBy(() -> check.check("大.png", source)).isInstanceOf(FileRefused.class);
    }

    @Test
    void keepsAPictureForTheScreenAndASmallOneForLists() throws IOException {
        var clean = check.check("大会.png", picture(3000, 1500));
        assertThat(read(clean.content()).getWidth()).isEqualTo(1280);
        assertThat(read(clean.content()).getHeight()).isEqualTo(640);
        assertThat(read(clean.preview()).getWidth()).isEqualTo(320);
        assertThat(check.check("报告.pdf", "%PDF-1.7\n%%EOF".getBytes()).preview())
                .isNull();
    }

    @Test
    void turnsAPhotoUprightAndForgetsWhereItWasTaken() throws IOException {
        var clean = check.check("IMG_0001.jpg", withExif(jpeg(60, 40)));
        assertThat(read(clean.content()).getWidth()).isEqualTo(40);
        assertThat(read(clean.content()).getHeight()).isEqualTo(60);
        for (var kept : new byte[][] {clean.content(), clean.preview()}) {
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS 30.86N 120.09E");
        }
    }

    @Test
    void aPictureOfWhichOnlyEverySecondPointIsReadIsTheSamePictureUprightAndWhole() throws IOException {
        var drawn = new BufferedImage(5121, 3001, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 2560, 3001);
        pen.dispose();
        var written = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpg", written);
        var lying = read(check.check("大.jpg", written.toByteArray()).content());
        assertThat(lying.getWidth()).isEqualTo(1280);
        assertThat(lying.getHeight()).isEqualTo(750);
        assertThat(new Color(lying.getRGB(20, 700)).getRed()).isGreaterThan(200);
        assertThat(new Color(lying.getRGB(1260, 20)).getRed()).isLessThan(50);
        var turned = read(check.check("大.jpg", withExif(written.toByteArray())).content());
        assertThat(turned.getWidth()).isEqualTo(750);
        assertThat(turned.getHeight()).isEqualTo(1280);
        assertThat(new Color(turned.getRGB(700, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(turned.getRGB(20, 1260)).getRed()).isLessThan(50);
    }

    @Test
    void saysHowToTakeAPhotoThatCanBeShownEverywhere() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> check.check("IMG_0002.HEIC", heic))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining("HEIC")
                .hasMessageContaining("兼容性最佳");
    }

    @Test
    void refusesAPictureOfMoreThanTenMegabytes() throws IOException {
        var source = Arrays.copyOf(picture(10, 10), 10 * 1024 * 1024 + 1);
        assertThatThrownBy(() -> check.check("楼道.png", source)).hasMessage("图片“楼道.png”超过 10 MB，请缩小后再上传。");
    }

    @Test
    void goesByContentAndNotByName() {
        var page = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> check.check("说明.txt", page)).hasMessageContaining("不是可以上传的文件");
        assertThatThrownBy(() -> check.check("照片.jpg", page)).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> check.check("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes()))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> check.check("空.pdf", new byte[0])).hasMessageContaining("空文件");
    }

    @Test
    void takesWordAndRefusesItWithMacros() throws IOException {
        var document = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.write(document);
        }
        assertThat(check.check("协议.docx", document.toByteArray()).contentType()).endsWith("wordprocessingml.document");
        assertThatThrownBy(() -> check.check("协议.docx", zip("[Content_Types].xml", "word/x")))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> check.check("协议.docx", zip("word/document.xml", "word/vbaProject.bin")))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> check.check("协议.docx", zip("other.txt"))).isInstanceOf(FileRefused.class);
    }

    @Test
    void takesPdfAndText() {
        assertThat(check.check("报告.pdf", "%PDF-1.7\n%%EOF".getBytes()).contentType())
                .isEqualTo("application/pdf");
        assertThat(check.check("说明.txt", "楼道灯坏了".getBytes(StandardCharsets.UTF_8))
                        .contentType())
                .isEqualTo("text/plain");
    }

    private static byte[] picture(int width, int height) throws IOException {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png", drawn);
        return drawn.toByteArray();
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        var drawn = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", drawn);
        return drawn.toByteArray();
    }

    /** As a phone held upright writes it: turned by 90 degrees, with a place. */
    private static byte[] withExif(byte[] jpeg) {
        var note = "GPS 30.86N 120.09E\0".getBytes(StandardCharsets.ISO_8859_1);
        var tiff = ByteBuffer.allocate(38 + note.length)
                .put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010E)
                .putShort((short) 2)
                .putInt(note.length)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .put(note);
        var body = tiff.array();
        return ByteBuffer.allocate(jpeg.length + body.length + 10)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (body.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(body)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] zip(String... names) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }
}
