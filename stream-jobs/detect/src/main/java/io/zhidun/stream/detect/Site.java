package io.zhidun.stream.detect;

import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a site adds to the shipped knowledge of the judge.
 *
 * @param folder the site's folder, or null for the shipped knowledge alone
 */
record Site(@Nullable Path folder) {

  Judge judge() {
    List<JudgeSource> sources = new ArrayList<>(JudgeSource.catalog());
    Path own = file("judge");
    if (own != null) {
      sources.addAll(JudgeSource.folder(own));
    }
    return Judge.compile(sources);
  }

  Assets assets() {
    Path own = file("assets.yml");
    return own == null ? Assets.shipped() : Assets.load(own);
  }

  DutyCalendar calendar() {
    Path own = file("calendar.yml");
    return own == null ? DutyCalendar.shipped() : DutyCalendar.load(own);
  }

  private @Nullable Path file(String name) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : null;
  }
}
