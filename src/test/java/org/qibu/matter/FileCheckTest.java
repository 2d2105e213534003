package org.qibu.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FileCheckTest {

    private final FileCheck check = new FileCheck(new Pictures());

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
    void refusesAPictureThatClaimsToBeHugeBeforeItIsDrawn() throws IOException {
        var source = picture(1, 1);
        System.arraycopy(new byte[] {0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30}, 0, source, 16, 8);
        assertThatThrownBy(() -> check.check("大.png", source)).isInstanceOf(FileRefused.class);
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
        assertThat(check.check("协议.docx", zip("[Content_Types].xml", "word/document.xml"))
                        .contentType())
                .endsWith("wordprocessingml.document");
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
