package io.zhidun.rules.judge;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;

/** Turns a spreadsheet decision table into rules. */
final class DecisionTable {
  private DecisionTable() {}

  /**
   * The rules of a table.
   *
   * @throws IllegalArgumentException naming the table and what is wrong with it
   */
  static String toRules(JudgeSource source) {
    boolean csv = source.kind().equals("csv");
    byte[] content = csv ? source.text().getBytes(StandardCharsets.UTF_8) : source.content();
    InputStream in = new ByteArrayInputStream(content);
    String rules;
    try {
      rules = new SpreadsheetCompiler().compile(in, csv ? InputType.CSV : InputType.XLS);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(source.name() + ": " + e.getMessage(), e);
    }
    if (!rules.contains("\nrule ")) {
      throw new IllegalArgumentException(source.name() + ": no row below a RuleTable");
    }
    return rules;
  }
}
