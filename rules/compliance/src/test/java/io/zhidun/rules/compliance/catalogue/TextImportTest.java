package io.zhidun.rules.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextImportTest {
  private final Catalogue catalogue = Catalogue.shipped();

  @Test
  void takesTextsByIdAndLeavesOursAlone() throws IOException {
    ImportedTexts read =
        read("id,text\nL3-8.1.4.9-a,\"原文一，\n含换行和\"\"引号\"\"\"\n\nL3-8.1.4.9-b,原文二\n");
    assertThat(read.faults()).isEmpty();
    assertThat(read.texts())
        .containsEntry("L3-8.1.4.9-a", "原文一，\n含换行和\"引号\"")
        .containsEntry("L3-8.1.4.9-b", "原文二");
    assertThat(catalogue.find("L3-8.1.4.9-b").orElseThrow().item().gloss().zh())
        .isEqualTo("重要数据实时备份到异地");
    assertThat(read.sm3()).hasSize(64);
  }

  @Test
  void readsTabsAndGb18030AndChineseHeaders() throws IOException {
    byte[] content = "编号\t备注\t要求\nL3-8.1.4.9-a\t无\t原文\n".getBytes(Charset.forName("GB18030"));
    ImportedTexts read = TextImport.read("a.tsv", new ByteArrayInputStream(content), catalogue);
    assertThat(read.texts()).containsEntry("L3-8.1.4.9-a", "原文");
  }

  @Test
  void namesLineValueAndRuleOfEachFaultAndTakesNothing() throws IOException {
    ImportedTexts read =
        read(
            "id,text\nL3-8.1.4.9-a,原文\nL3-9.9.9.9-z,没有\nL3-8.1.4.9-a,又来\n"
                + "L3-8.1.4.9-b,=HYPERLINK(\"http://x\")\nL3-8.1.4.9-c,\n");
    assertThat(read.accepted()).isFalse();
    assertThat(read.texts()).isEmpty();
    assertThat(read.faults())
        .extracting(fault -> fault.line() + " " + fault.value() + " " + fault.message().zh())
        .containsExactly(
            "3 L3-9.9.9.9-z 目录里没有这个编号",
            "4 L3-8.1.4.9-a 编号重复",
            "5 =HYPERLINK(\"http://x\") 单元格像公式，不接受",
            "6 L3-8.1.4.9-c 没有正文");
  }

  @Test
  void stopsAtItsLimits() throws IOException {
    assertThat(read("id,text\n" + "L3-8.1.4.9-a,\n".repeat(100_000)).faults())
        .hasSizeLessThanOrEqualTo(TextImport.MOST_FAULTS + 1);
    assertThat(read("id,text\n" + "\n".repeat(100_000)).faults())
        .extracting(fault -> fault.message().zh())
        .containsExactly("超过 5000 行，不再读");
    assertThat(read("id,text\n" + "x".repeat(TextImport.MOST_BYTES)).faults()).hasSize(1);
    assertThat(read("id,text\nL3-8.1.4.9-a," + "长".repeat(4_001)).faults()).hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithTheWholeFile() throws IOException {
    assertThat(read("").faults()).extracting(f -> f.message().zh()).containsExactly("文件是空的");
    assertThat(read("a,b\n").faults()).hasSize(1);
    assertThat(read("id,text\nL3-8.1.4.9-a,\"开").faults())
        .extracting(fault -> fault.message().zh())
        .containsExactly("引号没有闭合");
  }

  private ImportedTexts read(String text) throws IOException {
    return TextImport.read(
        "texts.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), catalogue);
  }
}
