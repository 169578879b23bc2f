package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleCanary;
import io.zhidun.rules.RuleCases;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {
  private static final Path ROOT = Path.of("src/main/resources/io/zhidun/catalog");

  private final RuleSet rules = RuleSet.catalog();

  @Test
  void everyCasePasses() {
    List<CaseResult> results = RuleCases.runCatalog(rules);
    assertThat(results).hasSizeGreaterThan(500).allMatch(CaseResult::passed);
  }

  @Test
  void everyRuleThatDetectsHasACanaryThatFiresAtAnyTime() {
    Instant night = Instant.parse("2026-11-28T19:00:00Z");
    for (Rule rule : rules.rules()) {
      if (rule.detectsAlone()) {
        RuleCanary canary =
            RuleCanary.of(rules, rule, Catalog.cases(rule).orElseThrow()).orElseThrow();
        assertThat(canary.at(night, "run")).as(rule.name()).isNotEmpty();
        assertThat(canary.at(night.plusSeconds(140_000), "run")).as(rule.name()).isNotEmpty();
      }
    }
  }

  @Test
  void indexListsEveryFile() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<String> found =
          files
              .filter(Files::isRegularFile)
              .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
              .filter(file -> !file.equals("index.txt"))
              .toList();
      assertThat(Catalog.files()).containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @Test
  void partsOfCorrelationsDoNotDetectAlone() {
    Set<String> parts =
        rules.rules().stream()
            .filter(rule -> !rule.detectsAlone())
            .map(Rule::name)
            .collect(Collectors.toSet());
    assertThat(parts)
        .contains("ssh-login-failure", "ssh-login-accepted", "web-request-refused")
        .doesNotContain("ssh-password-guessing", "bulk-reading-unpublished", "port-scan");
  }
}
