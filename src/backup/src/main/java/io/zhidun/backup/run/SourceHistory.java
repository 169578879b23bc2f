package io.zhidun.backup.run;

import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.VerifyReport;
import io.zhidun.events.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was proven of a source: each record is read from its target and must be as it was signed.
 */
public final class SourceHistory {
  private final Backups backups;
  private final SourceSpec source;

  public SourceHistory(Backups backups, SourceSpec source) {
    this.backups = backups;
    this.source = source;
  }

  /** What a reading of all chunks found on one target. */
  public record Verification(String target, VerifyReport report) {}

  /** How many drills are on record. */
  public int drillCount() throws IOException {
    return backups.first(source).listSigned(drillFolder()).size();
  }

  /** The newest drills, newest first. */
  public List<DrillRecord> drills(int most) throws IOException {
    return newest(backups.first(source), drillFolder(), DrillRecord.class, most);
  }

  /** The newest verifications on all targets, newest first. */
  public List<Verification> verifications(int most) throws IOException {
    List<Verification> all = new ArrayList<>();
    for (String target : source.targets()) {
      newest(backups.repository(target), Backups.verifications(source), VerifyReport.class, most)
          .forEach(report -> all.add(new Verification(target, report)));
    }
    all.sort(Comparator.comparing((Verification one) -> one.report().at()).reversed());
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /** The newest verification on one target, null where there is none. */
  public @Nullable VerifyReport lastVerification(String target) throws IOException {
    List<VerifyReport> last =
        newest(backups.repository(target), Backups.verifications(source), VerifyReport.class, 1);
    return last.isEmpty() ? null : last.get(0);
  }

  /** Where {@link io.zhidun.backup.drill.Drill} keeps its records. */
  private String drillFolder() {
    return "drills/" + source.system() + '/' + source.name() + '/';
  }

  /** Names begin with a time, so their order is that of time. */
  private static <T> List<T> newest(Repository repository, String folder, Class<T> type, int most)
      throws IOException {
    List<String> names = repository.listSigned(folder);
    List<T> found = new ArrayList<>();
    for (int i = names.size() - 1; i >= 0 && found.size() < most; i--) {
      found.add(Json.mapper().readValue(repository.readSigned(names.get(i)), type));
    }
    return found;
  }
}
