package io.zhidun.collectors.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the collectors' family may not know. */
@AnalyzeClasses(
    packages = "io.zhidun.collectors",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule KNOWS_NO_OTHER_FAMILY =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.flink..",
              "org.drools..",
              "org.kie..",
              "io.zhidun.rules..",
              "io.zhidun.stream..",
              "io.zhidun.service..",
              "io.zhidun.standalone..");

  @ArchTest
  static final ArchRule COLLECTORS_DO_NOT_KNOW_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.zhidun.collectors.core.shipper..", "io.zhidun.collectors.agent..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");

  @ArchTest
  static final ArchRule HTTP_KNOWS_NO_OTHER_PROTOCOL =
      noClasses()
          .that()
          .resideInAPackage("io.zhidun.collectors.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.zhidun.collectors.file..", "io.zhidun.collectors.syslog..");

  @ArchTest
  static final ArchRule PROTOCOLS_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage("io.zhidun.collectors.file..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.zhidun.collectors.syslog..");

  @ArchTest
  static final ArchRule CORE_KNOWS_NO_COLLECTOR =
      noClasses()
          .that()
          .resideInAPackage("io.zhidun.collectors.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.zhidun.collectors.file..",
              "io.zhidun.collectors.syslog..",
              "io.zhidun.collectors.http..",
              "io.zhidun.collectors.agent..");
}
