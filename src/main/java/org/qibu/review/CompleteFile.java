package org.qibu.review;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qibu.engine.FormCase;
import org.qibu.engine.FormRefused;
import org.qibu.engine.FormValues;
import org.qibu.engine.spi.FormHandler;
import org.qibu.matter.Matters;
import org.qibu.review.ReviewForms.CompleteFileFields;
import org.springframework.stereotype.Component;

/** The archivist says of each thing that is missing why; what was added in the meantime is no longer missing. */
@Component
class CompleteFile implements FormHandler {

    private final ArchiveFile file;
    private final Matters matters;

    CompleteFile(ArchiveFile file, Matters matters) {
        this.file = file;
        this.matters = matters;
    }

    @Override
    public String formId() {
        return ReviewForms.COMPLETE_FILE;
    }

    @Override
    public Map<String, Object> prefill(FormCase form) {
        List<Map<String, String>> missing = file.gaps(form.matterNo()).stream()
                .map(item -> Map.of("item", item.label()))
                .toList();
        return Map.of(CompleteFileFields.MISSING, missing);
    }

    @Override
    public Map<String, Object> submit(FormCase form, FormValues values) {
        var explained = explained(values);
        file.assemble(matters.get(form.matterNo()));
        var open = file.gaps(form.matterNo()).stream()
                .filter(item -> !explained.containsKey(item))
                .map(FileItem::label)
                .toList();
        if (!open.isEmpty()) {
            throw new FormRefused(CompleteFileFields.MISSING, "还缺少：" + String.join("、", open) + "；请补上材料，或逐项写明没有的原因。");
        }
        file.gaps(form.matterNo())
                .forEach(item -> file.explain(
                        form.matterNo(), item, Objects.requireNonNull(explained.get(item), "explained above")));
        return Map.of();
    }

    private static Map<FileItem, String> explained(FormValues values) {
        var explained = new EnumMap<FileItem, String>(FileItem.class);
        values.rows(CompleteFileFields.MISSING).forEach(row -> {
            var word = String.valueOf(row.get("item"));
            var item = FileItem.meant(word)
                    .orElseThrow(() -> new FormRefused(CompleteFileFields.MISSING, "归档清单中没有“" + word + "”这一项，请按清单填写。"));
            var reason = String.valueOf(row.get("reason"));
            explained.put(item, reason.substring(0, Math.min(reason.length(), 1000)));
        });
        return explained;
    }
}
