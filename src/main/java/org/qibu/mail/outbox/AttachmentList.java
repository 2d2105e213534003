package org.qibu.mail.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.qibu.mail.Attachment;

/** The attachments of a mail as they stand in the outbox. */
final class AttachmentList {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Attachment>> LIST = new TypeReference<>() {};

    private AttachmentList() {}

    static String write(List<Attachment> attachments) {
        try {
            return JSON.writeValueAsString(attachments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<Attachment> read(String list) {
        try {
            return JSON.readValue(list, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
