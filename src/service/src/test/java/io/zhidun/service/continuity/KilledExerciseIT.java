package io.zhidun.service.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.continuity.Exercise.Outcome;
import io.zhidun.service.continuity.Exercise.State;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered is there after kill -9, and the exercise goes on. */
class KilledExerciseIT {
  @TempDir private Path folder = Path.of("");

  @Test
  void anExerciseGoesOnAfterItsProcessWasKilled() throws Exception {
    String id = begunAndKilled();
    try (HikariDataSource source = ExerciseWriter.database(folder)) {
      ContinuityStack stack = ExerciseWriter.stack(source, folder);

      Exercise there = stack.exercises.require(id);
      assertThat(there.state()).isEqualTo(State.RUNNING);
      assertThat(there.running().orElseThrow().position()).isEqualTo(1);

      stack.exercises.end(id, 1, Outcome.DONE, "", "engineer");
      stack.exercises.begin(id, 2, "engineer");
      stack.exercises.end(id, 2, Outcome.DONE, "", "engineer");
      Exercise ended = stack.exercises.complete(id, "按计划完成", Duration.ZERO, List.of(), "engineer");
      assertThat(ended.passed()).isTrue();
    }
  }

  private String begunAndKilled() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ExerciseWriter.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("log").toFile())
            .start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      while (line != null && !line.startsWith("begun ")) {
        line = out.readLine();
      }
      assertThat(line).as("the writer ended by itself").isNotNull();
      return line.substring("begun ".length());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
