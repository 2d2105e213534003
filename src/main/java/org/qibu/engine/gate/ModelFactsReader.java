package org.qibu.engine.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.qibu.engine.gate.bpmn.ModelFacts;
import org.qibu.engine.gate.expression.ExpressionRules;
import org.qibu.engine.gate.finding.SafeXml;
import org.xml.sax.SAXException;

/** Reads what files of models and tables say, each content once, since the same ones are asked about at every check. */
final class ModelFactsReader {

    private static final int MOST_KEPT = 500;

    private final ExpressionRules expressions;
    private final Cache<ByteBuffer, ModelFacts> read =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    ModelFactsReader(ExpressionRules expressions) {
        this.expressions = expressions;
    }

    /** What a file says; nothing where it cannot be read. */
    ModelFacts facts(byte[] content) {
        return read.get(ByteBuffer.wrap(content), key -> {
            try {
                return ModelFacts.of(SafeXml.read(content), expressions);
            } catch (SAXException unreadable) {
                return ModelFacts.NONE;
            }
        });
    }

    /** What the models and tables among some files say, contents by name. */
    List<ModelFacts> facts(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> DeploymentGate.isModel(file.getKey()) || DeploymentGate.isTable(file.getKey()))
                .map(file -> facts(file.getValue()))
                .toList();
    }
}
