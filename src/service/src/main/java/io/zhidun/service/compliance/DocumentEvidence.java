package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.check.Unit;
import io.zhidun.rules.compliance.check.ValueDoc;
import io.zhidun.rules.compliance.record.Evidence;
import io.zhidun.rules.compliance.record.Texts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A document as evidence: what it is called, who signed it, and the hash of its bytes. */
final class DocumentEvidence {
  static final String CHECK = "document";

  private static final Unit TEXT = new Unit("text", Unit.Kind.TEXT, new Texts("", ""));

  private DocumentEvidence() {}

  static Evidence of(Attestation one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", one.title());
    values.put("signer", one.signer());
    values.put("signed_on", one.signedOn().toString());
    values.put("file_name", one.fileName());
    values.put("file_bytes", Long.toString(one.bytes()));
    values.put("file_sm3", one.sm3());
    return new Looked(
            one.by(),
            one.system(),
            one.object(),
            one.at(),
            one.at(),
            one.at(),
            "document attached by " + one.by(),
            values)
        .as(check(Duration.between(one.at(), one.expiresAt()), values));
  }

  private static Check check(Duration fresh, Map<String, Object> values) {
    Map<String, ValueDoc> documented = new LinkedHashMap<>();
    values
        .keySet()
        .forEach(name -> documented.put(name, new ValueDoc(name, TEXT, new Texts(name, name))));
    return new Check(
        CHECK,
        "1",
        new Texts("签署的文件", "signed document"),
        new Texts("签署的文件", "signed document"),
        Set.of(),
        true,
        fresh,
        fresh,
        documented,
        List.of());
  }
}
