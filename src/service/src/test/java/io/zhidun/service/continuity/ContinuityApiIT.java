package io.zhidun.service.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An exercise over the interface, and what the other roles may not. */
class ContinuityApiIT {
  private static final String BASE = "/api/v1/continuity";
  private static final String SYSTEM = BASE + "/systems/patent-review";
  private static final String PLAN =
      """
      {"basedOn": 0, "note": "首版", "title": "专利审查系统切换预案", "level": 5, "rtoMinutes": 240,
       "rpoMinutes": 15, "exerciseEveryDays": 183,
       "declared": {"equipment": 2, "network": 2, "site": 2, "support": 2, "operations": 2},
       "roles": [{"role": "值班长", "name": "运维一处值班", "contact": "8001"}],
       "steps": [{"title": "停止主库写入", "responsible": "值班长", "minutes": 10},
                 {"title": "提升备库", "responsible": "值班长", "minutes": 30, "service": true}],
       "rollback": [{"title": "切回原主库", "responsible": "值班长", "minutes": 30}]}
      """;

  private static RunningService service;
  private static Browser engineer;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(
            Map.of("zhidun.assets.demo", "true", "zhidun.compliance.schedule.enabled", "false"));
    engineer = service.signedIn("engineer");
    auditor = service.signedIn("auditor");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anExerciseFromThePlanToTheSignedMinutes() {
    assertThat(auditor.post(SYSTEM + "/plans", PLAN).problem(403)).isEqualTo("forbidden");
    assertThat(engineer.post(SYSTEM + "/exercises", switchOver()).problem(409))
        .isEqualTo("no-plan");
    engineer.post(SYSTEM + "/plans", PLAN).expect(201);
    assertThat(engineer.post(SYSTEM + "/plans", PLAN).problem(409)).isEqualTo("changed-meanwhile");
    assertThat(engineer.post(SYSTEM + "/plans", PLAN.replace("30,", "0,")).problem(400))
        .isEqualTo("invalid-parameter");

    JsonNode begun = engineer.post(SYSTEM + "/exercises", switchOver()).expect(201).json();
    String exercise = BASE + "/exercises/" + begun.at("/record/id").asString();
    assertThat(begun.path("next").asInt()).isEqualTo(1);
    assertThat(auditor.get(exercise + "/record").problem(409)).isEqualTo("exercise-state");
    assertThat(auditor.post(exercise + "/steps/1/begin", "{}").problem(403)).isEqualTo("forbidden");
    for (int step = 1; step <= 2; step++) {
      engineer.post(exercise + "/steps/" + step + "/begin", "{}").expect(200);
      engineer.post(exercise + "/steps/" + step + "/end", "{\"outcome\": \"done\"}").expect(200);
    }
    JsonNode ended =
        engineer
            .post(
                exercise + "/complete",
                "{\"summary\": \"按计划完成\", \"lostSeconds\": 3, \"findings\": [\"电话已变\"]}")
            .expect(200)
            .json();
    assertThat(ended.at("/record/passed").asBoolean()).isTrue();

    JsonNode signed = auditor.get(exercise + "/record").expect(200).json();
    assertThat(signed.path("intact").asBoolean()).isTrue();
    assertThat(signed.at("/signature/algorithm").asString()).isEqualTo("SM3withSM2");
    assertThat(signed.at("/record/findings/0").asString()).isEqualTo("电话已变");
    assertThat(auditor.get(exercise + "/report?form=docx").expect(200).response().body())
        .startsWith("PK");
    auditor.get(exercise + "/report?form=pdf&language=en").expect(200);
    assertThat(auditor.get(exercise + "/report?form=pdf&language=fr").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(signed.at("/record/reached/level").asInt()).as("nothing is backed up").isZero();
    auditor.get(exercise + "/report?form=json").expect(200);
    assertThat(auditor.get(exercise + "/report?form=html").problem(400))
        .isEqualTo("invalid-parameter");

    JsonNode row = auditor.get(SYSTEM).expect(200).json();
    assertThat(row.at("/summary/aimed").asInt()).isEqualTo(5);
    assertThat(row.at("/summary/reached").asInt()).as("nothing is backed up here").isZero();
    assertThat(row.at("/level/elements/0/missing/0/zh").asString()).isEqualTo("没有备份源");
    assertThat(row.at("/summary/missing").toString()).contains("没有备份源");
    assertThat(row.at("/summary/overdue").asBoolean()).isFalse();
    assertThat(auditor.get("/api/v1/audit?action=continuity.").expect(200).response().body())
        .contains("continuity.exercise-completed", "continuity.report-exported");
    assertThat(auditor.get(BASE + "/systems").expect(200).json().path("total").asInt())
        .isPositive();
    assertThat(auditor.get(BASE + "/figures").expect(200).json().at("/levels/4/rpo").asString())
        .isEqualTo("PT30M");
  }

  private static String switchOver() {
    return "{\"kind\": \"switch-over\", \"scenario\": \"主机房断电\"}";
  }
}
