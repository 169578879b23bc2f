package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that offices published. Skipped where the data is not there. */
@NullUnmarked
class FilingSamplesTest {

  private static final FilingLines LINES = new FilingLines(new byte[32]);
  static final Path DATA = data();

  /** The folder of test data that stands beside the checkout. */
  private static Path data() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at.resolve("zhidun"))) {
      at = at.getParent();
    }
    return at.resolveSibling("shared").resolve("data/filings");
  }

  private static FormRead read(String file) throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), () -> "no test data at " + path + " beside the checkout");
    FormRead read = new FilingXml(LINES).read(Files.readAllBytes(path));
    assertThat(read.faults()).isEmpty();
    assertThat(read.records()).isNotEmpty();
    for (FilingRecord record : read.records()) {
      byte[] line = FilingLineWriter.whole().write(record);
      assertThat(LINES.read(line).records()).containsExactly(record);
    }
    return read;
  }

  private static Filing filing(String file) throws IOException {
    return (Filing) read(file).records().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    // file, number, date, title, IPC codes, applicants, inventors, agency, agents, claims
    "cn_new1.xml, 202111286633X, 2017-04-24, 显示设备, 3, 1, 3, 11204, 2, 17",
    "cn_new2.xml, 2021109912188, 2021-08-26, 一种基于合约管理的跨链去中心化方法, 5, 1, 3, 33200, 1, 10",
    "cn_old1.xml, 2014104087625, 2014-08-19, 一种甘草发酵所得烟用香料及其应用, 4, 1, 8, 53108, 2, 3",
    "cn_old2.xml, 2014800009860, 2014-03-28, 用于对包含于人造草坪的填充材料进行重复利用的筛选方法及筛选装置, 4, 2, 5, 11332, 2, 43",
    "cn_old3.xml, 2014800007884, 2014-03-31, 马来酸伊索拉定的制造方法, 1, 1, 1, 31100, 1, 5"
  })
  void readsPatentDocumentsOfCnipa(
      String file,
      String number,
      LocalDate date,
      String title,
      int codes,
      int applicants,
      int inventors,
      String agency,
      int agents,
      int claims)
      throws IOException {
    Filing filing = filing("patent-xml/" + file);
    assertThat(filing.applicationNumber()).isEqualTo(number);
    assertThat(filing.filingDate()).isEqualTo(date);
    assertThat(filing.kind()).isEqualTo(FilingKind.INVENTION);
    assertThat(filing.title()).isEqualTo(title);
    assertThat(filing.invention().ipcCodes()).hasSize(codes);
    assertThat(filing.applicants()).hasSize(applicants);
    assertThat(filing.inventors()).hasSize(inventors);
    assertThat(filing.agency().code()).isEqualTo(agency);
    assertThat(filing.agency().agents()).hasSize(agents);
    assertThat(filing.invention().claims()).hasSize(claims);
    assertThat(filing.invention().abstractText()).hasSizeGreaterThan(50);
    assertThat(filing.invention().description()).hasSizeGreaterThan(1_000).doesNotContain("\t");
  }

  @Test
  void readsFamiliesAndAddressesOfCnipa() throws IOException {
    Filing divided = filing("patent-xml/cn_new1.xml");
    assertThat(divided.family().parent()).isEqualTo("2017102699739");
    assertThat(divided.family().priorities()).containsExactly("10-2016-0063019");
    assertThat(filing("patent-xml/cn_old2.xml").family().pctNumber())
        .isEqualTo("PCT/KR2014/002669");
    Party bank = filing("patent-xml/cn_new2.xml").applicants().get(0);
    assertThat(bank.code()).as("ten zeros are no code").isNull();
    assertThat(bank.address().building()).isEqualTo("鸿宁路1788号");
    assertThat(bank.address().county()).isEqualTo("萧山区");
    assertThat(bank.address().postCode()).isEqualTo("311200");
  }

  @Test
  void readsAPatentPublicationOfSt96() throws IOException {
    Filing filing = filing("patent-xml/PatentPublication_Example.xml");
    assertThat(filing.applicationNumber()).isEqualTo("13797521");
    assertThat(filing.filingDate()).isEqualTo(LocalDate.of(2013, 3, 12));
    assertThat(filing.inventors()).extracting(Person::name).hasSize(5).contains("Jun Utsumi");
    assertThat(filing.family().parent()).isEqualTo("12741916");
    assertThat(filing.family().pctNumber()).isEqualTo("PCT/JP2008/068544");
    assertThat(filing.invention().ipcCodes()).startsWith("H01L21/30").hasSize(6);
    assertThat(filing.invention().claims()).hasSize(10);
    assertThat(filing.invention().claims().get(0))
        .startsWith("1. A device manufacture method, comprising:\nsputtering a first surface");
    assertThat(filing.agency().name()).isEqualTo("Birch, Stewart, Kolasch & Birch, LLP");
  }

  @ParameterizedTest
  @CsvSource({
    "TrademarkApplication_Example.xml, 87035559, LANYI, combined, 9",
    "rn2178784-ST96.xml, 74631225, JAVA, word, 9",
    "rn2178784-ST66.xml, 74631225, JAVA, word, 9",
    "rn2713476-ST96-old.xml, 78002299, MYSQL, word, 9",
    "sn77478018-ST66.xml, 77478018, '', figurative, 30"
  })
  void readsTrademarkDocuments(
      String file, String number, String text, String category, int niceClass) throws IOException {
    Filing filing = filing("trademark-xml/" + file);
    assertThat(filing.applicationNumber()).isEqualTo(number);
    assertThat(filing.mark().text()).isEqualTo(text);
    assertThat(filing.mark().category()).isEqualTo(category);
    assertThat(filing.mark().niceClasses()).contains(niceClass);
    assertThat(filing.mark().goods()).isNotEmpty();
    assertThat(filing.applicants()).isNotEmpty();
  }

  @Test
  void bothStandardsTellTheSameOfOneMark() throws IOException {
    Filing older = filing("trademark-xml/rn2178784-ST66.xml");
    Filing newer = filing("trademark-xml/rn2178784-ST96.xml");
    assertThat(older.filingDate()).isEqualTo(newer.filingDate());
    assertThat(older.mark()).isEqualTo(newer.mark());
    assertThat(older.applicants()).isEqualTo(newer.applicants());
    assertThat(older.applicant().name()).isEqualTo("Sun Microsystems, Inc.");
    assertThat(older.contact().email()).isEqualTo(newer.contact().email());
    FormRead read = read("trademark-xml/rn2178784-ST96.xml");
    assertThat(read.records().subList(1, read.records().size()))
        .extracting(record -> ((FilingChange) record).kind())
        .contains(ChangeKind.GRANT)
        .as("a change of name is no assignment")
        .doesNotContain(ChangeKind.APPLICANT_CHANGE);
  }

  @ParameterizedTest
  @CsvSource({"rn3886986-ST66.xml", "sn85334015-ST66.xml", "sn87881347-ST66.xml"})
  void readsEveryOtherSample(String file) throws IOException {
    assertThat(filing("trademark-xml/" + file).kind()).isEqualTo(FilingKind.TRADEMARK);
  }
}
