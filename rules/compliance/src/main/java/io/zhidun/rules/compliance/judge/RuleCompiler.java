package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.knowledge.Knowledge;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles rules into an executable model. */
final class RuleCompiler {
  static final String CRITERIA = "judge.drl";
  static final String RISKS = "risks.drl";

  private RuleCompiler() {}

  static KieBase compile(String name) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    ReleaseId release = services.newReleaseId("io.zhidun", "compliance", name);
    files.generateAndWritePomXML(release);
    files.write("src/main/resources/io/zhidun/compliance/" + name, Knowledge.text(name));
    KieBuilder builder = services.newKieBuilder(files, RuleCompiler.class.getClassLoader());
    builder.buildAll(ExecutableModelProject.class);
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(name + ": " + errors);
    }
    KieBase base = services.newKieContainer(release).getKieBase();
    services.getRepository().removeKieModule(release);
    return base;
  }
}
