package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rules and decision tables into an executable model. */
final class RuleCompiler {
  static final List<String> CRITERIA = List.of("judge.drl", "criteria.csv");
  static final List<String> RISKS = List.of("risks-by-result.csv", "risks-by-value.csv");

  private RuleCompiler() {}

  static KieBase compile(List<String> names) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId release = services.newReleaseId("io.zhidun", "compliance", names.get(0));
    files.generateAndWritePomXML(release);
    for (String name : names) {
      String text = Knowledge.text(name);
      files.write(
          "src/main/resources/io/zhidun/compliance/" + name.replace(".csv", "") + ".drl",
          name.endsWith(".csv") ? rules(name, text) : text);
    }
    KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("rules of compliance: " + errors);
    }
    KieBase base = services.newKieContainer(release).getKieBase();
    services.getRepository().removeKieModule(release);
    return base;
  }

  private static String rules(String name, String table) {
    try {
      return new SpreadsheetCompiler()
          .compile(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), InputType.CSV);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
