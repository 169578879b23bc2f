package io.zhidun.service.continuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.report.content.Language;
import io.zhidun.report.document.Block;
import io.zhidun.report.document.Document;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of an exercise, in both languages. */
class ExerciseDocumentTest {
  private static ExerciseFile file;

  @BeforeAll
  static void sample(@TempDir Path folder) throws IOException {
    SecureRandom random = new SecureRandom();
    file =
        SampleExercise.file(
            FileKeyVault.openOrCreate(
                folder.resolve("vault"),
                KeyLock.newKeyFile(folder.resolve("lock"), random),
                SampleExercise.START,
                random));
  }

  @Test
  void theChineseOneHasTheClockOfEachStepTheLevelWithItsReasonsAndTheSeal() {
    String text = text(ExerciseDocument.of(file, Language.CHINESE));

    assertThat(text)
        .contains("灾难恢复演练报告", "未通过，不作为证据", "第 3 步失败：Promote")
        .contains("1 小时 20 分，目标不超过 1 小时，未达到", "3 秒，目标不超过 1 分，达到")
        .contains("★ Bring back", "09:00:30", "0:08:30", "31.5")
        .contains("所见：来源 2 个", "记录：The log was behind")
        .contains("没有通过的切换演练", "预案目标为第 5 级，未达到目标")
        .contains("SM3withSM2", file.signature().keyId(), "批准人")
        .contains(file.recordSm3().substring(0, 32), file.recordSm3().substring(32));
  }

  @Test
  void theEnglishOneHasNoChineseWordOfItsOwn() {
    String text = text(ExerciseDocument.of(file, Language.ENGLISH));

    assertThat(text)
        .contains("Disaster Recovery Exercise Report", "Step 3 failed: Promote")
        .contains("1 h 20 min, the aim is 1 h; not met", "Sources 2, without a backup 0")
        .contains("No switch-over was exercised and passed", "Approved by");
    assertThat(text.codePoints().filter(Character::isIdeographic)).isEmpty();
  }

  @Test
  void whatIsNotWhatWasSignedSaysSoOnTheCover() {
    ExerciseFile altered =
        new ExerciseFile(
            file.record(), file.plan(), "", "", file.recordSm3(), file.signature(), false);

    assertThat(ExerciseDocument.of(altered, Language.CHINESE).cover().notice())
        .isEqualTo("演练记录与签名不符，不得作为证据。");
  }

  /** All that is printed, in order. */
  private static String text(Document document) {
    List<String> texts = new ArrayList<>();
    texts.add(document.cover().toString());
    texts.add(document.header() + document.footer() + document.words());
    Texts setter = new Texts(texts);
    document.front().forEach(block -> block.accept(setter));
    document.body().forEach(block -> block.accept(setter));
    return String.join("\n", texts);
  }

  private record Texts(List<String> out) implements Block.Setter {
    @Override
    public void heading(Block.Heading heading) {
      out.add(heading.title());
    }

    @Override
    public void paragraph(Block.Paragraph paragraph) {
      out.add(paragraph.text());
    }

    @Override
    public void table(Block.Table table) {
      out.add(table.caption());
      table.columns().forEach(column -> out.add(column.title()));
      table.rows().forEach(row -> row.cells().forEach(cell -> out.add(cell.text())));
    }

    @Override
    public void bars(Block.Bars bars) {
      out.add(bars.toString());
    }
  }
}
