package io.zhidun.service.continuity;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.asset.TestInventory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** A process that is killed in the middle of an exercise. */
final class ExerciseWriter {
  private ExerciseWriter() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    ContinuityStack stack = stack(database(folder), folder);
    TestInventory.fill(stack.inventory, "review", Instant.now());
    stack.plan("review");
    Exercise begun = stack.exercises.start("review", Exercise.SWITCH_OVER, "主机房断电", "engineer");
    stack.exercises.begin(begun.id(), 1, "engineer");
    System.out.println("begun " + begun.id());
    Thread.sleep(60_000);
  }

  static HikariDataSource database(Path folder) {
    return TestDatabase.file(folder.resolve("database"));
  }

  static ContinuityStack stack(HikariDataSource source, Path folder) throws Exception {
    return new ContinuityStack(source, folder.resolve("keys"), null, Clock.systemUTC());
  }
}
