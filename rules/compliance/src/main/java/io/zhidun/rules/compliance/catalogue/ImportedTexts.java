package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.record.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The standard's wording as a customer brought it. Kept apart from the catalogue, whose own texts
 * stay: a page shows both.
 *
 * @param name of the file
 * @param sm3 of the file
 * @param texts by id of the requirement; empty where there are faults
 * @param faults at most {@value TextImport#MOST_FAULTS}; nothing is taken over where there is one
 */
public record ImportedTexts(
    String name, String sm3, Map<String, String> texts, List<ImportFault> faults) {

  public ImportedTexts {
    texts = Collections.unmodifiableMap(new TreeMap<>(faults.isEmpty() ? texts : Map.of()));
    faults = List.copyOf(faults);
  }

  public boolean accepted() {
    return faults.isEmpty();
  }

  /** What was taken over, in words. */
  public Texts summary() {
    return accepted()
        ? new Texts("导入 " + texts.size() + " 条原文", "imported " + texts.size() + " texts")
        : new Texts(
            "有 " + faults.size() + " 处错误，没有导入", faults.size() + " faults, nothing imported");
  }
}
