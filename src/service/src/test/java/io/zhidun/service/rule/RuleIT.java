package io.zhidun.service.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RuleIT {
  @Test
  void listsTheCatalogueAndServesTheConsole() throws Exception {
    try (RunningService service = RunningService.start()) {
      Browser auditor = service.signedIn("auditor");

      JsonNode page = auditor.get("/api/v1/rules").expect(200).json();
      List<String> names = new ArrayList<>();
      page.path("items").forEach(rule -> names.add(rule.path("name").asString()));
      assertThat(names).contains("ssh-password-guessing", "web-attack-strings");
      assertThat(page.path("total").asInt()).isEqualTo(names.size());

      JsonNode rule = auditor.get("/api/v1/rules/bulk-reading-unpublished").expect(200).json();
      assertThat(rule.at("/rule/family").asString()).isEqualTo("business");
      assertThat(rule.at("/rule/description/zh").asString()).contains("未公开申请");
      assertThat(rule.at("/refersTo/0").asString()).isEqualTo("unpublished-application-read");
      assertThat(rule.at("/usedBy/0").asString()).isEqualTo("print-after-bulk-reading");
      assertThat(rule.path("cases").size()).isGreaterThanOrEqualTo(4);
      assertThat(rule.path("source").asString()).contains("value_count");
      assertThat(auditor.get("/api/v1/rules/no-such-rule").problem(404)).isEqualTo("not-found");

      // The console's jar may have been built without its pages, where Node is missing.
      if (getClass().getResource("/META-INF/resources/index.html") != null) {
        assertThat(auditor.get("/").expect(200).response().body()).contains("<html");
        Browser.Answer page2 = auditor.get("/alerts/17").expect(200);
        assertThat(page2.header("Content-Type")).startsWith("text/html");
        assertThat(page2.header("Cache-Control")).contains("no-cache");
        assertThat(auditor.get("/assets/nothing.js").problem(404)).isEqualTo("not-found");
        assertThat(auditor.get("/nothing.png").problem(404)).isEqualTo("not-found");
      }
    }
  }
}
