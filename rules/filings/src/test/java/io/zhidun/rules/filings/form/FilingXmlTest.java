package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.Party;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test expects to be there is dereferenced: a null fails it. */
@NullUnmarked
class FilingXmlTest {

  private static final FilingLines LINES = new FilingLines(new byte[32]);

  private final FilingXml xml = new FilingXml(LINES);

  @ParameterizedTest
  @ValueSource(strings = {"cnipa-new.xml", "cnipa-old.xml", "st96-patent.xml"})
  void theSameInventionIsTheSameRecordInEveryForm(String file) {
    FormRead line = LINES.read(Fixtures.bytes("invention.ndjson"));
    assertThat(line.faults()).isEmpty();
    assertThat(xml.read(Fixtures.bytes(file))).isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"st96-trademark.xml", "st66-trademark.xml"})
  void theSameMarkIsTheSameRecordInEveryForm(String file) {
    FormRead line = LINES.read(Fixtures.bytes("mark.ndjson"));
    assertThat(line.records()).hasSize(2);
    assertThat(xml.read(Fixtures.bytes(file))).isEqualTo(line);
  }

  @Test
  void tellsWhatHappenedSinceInADocumentOfCnipa() {
    String document =
        Fixtures.text("cnipa-new.xml")
            .replace(
                "<business:BibliographicData>",
                "<business:BibliographicData><business:PublicationReference><base:DocumentID>"
                    + "<base:Date>20270501</base:Date></base:DocumentID></business:PublicationReference>"
                    + "<business:DateApplicationWithdrawnByApplicant><base:Date>20270601</base:Date>"
                    + "</business:DateApplicationWithdrawnByApplicant>")
            .replace(
                "</business:ApplicantDetails>",
                "</business:ApplicantDetails><business:AssigneeDetails><business:Assignee>"
                    + "<base:AddressBook><base:Name>宁波某某公司</base:Name></base:AddressBook>"
                    + "</business:Assignee></business:AssigneeDetails>");
    FormRead read = xml.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(read.faults()).isEmpty();
    FilingChange withdrawal = (FilingChange) read.records().get(1);
    assertThat(withdrawal.kind()).isEqualTo(ChangeKind.WITHDRAWAL);
    assertThat(withdrawal.time()).isEqualTo(Instant.parse("2027-05-31T16:00:00Z"));
    FilingChange change = (FilingChange) read.records().get(2);
    assertThat(change.kind()).isEqualTo(ChangeKind.APPLICANT_CHANGE);
    assertThat(change.time()).isEqualTo(Instant.parse("2027-04-30T16:00:00Z"));
    assertThat(change.from()).extracting(Party::name).containsExactly("杭州某某泵业有限公司");
    assertThat(change.to()).extracting(Party::name).containsExactly("宁波某某公司");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "GBK", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"})
  void readsWhatIsInItsDeclaredEncoding(String encoding) {
    String text = Fixtures.text("cnipa-old.xml").replace("UTF-8", encoding);
    assertThat(xml.read(text.getBytes(Charset.forName(encoding))))
        .isEqualTo(LINES.read(Fixtures.bytes("invention.ndjson")));
  }

  @Test
  void readsUtf16WithoutMarkOrDeclaration() {
    String text = Fixtures.text("cnipa-old.xml");
    String bare = text.substring(text.indexOf("<cn-patent-document "));
    assertThat(xml.read(bare.getBytes(StandardCharsets.UTF_16LE)).records()).hasSize(1);
    assertThat(xml.read(bare.getBytes(StandardCharsets.UTF_16BE)).records()).hasSize(1);
  }

  @Test
  void namesThePlaceWhereTheEncodingIsWrong() {
    String document = Fixtures.text("cnipa-old.xml");
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    String before = document.substring(0, document.indexOf("甲某"));
    bytes[before.getBytes(StandardCharsets.UTF_8).length] = (byte) 0xbc;
    int line = (int) before.lines().count();
    int column = before.length() - before.lastIndexOf('\n');
    assertThat(xml.read(bytes).faults())
        .containsExactly(
            new FormFault(
                "xml", "line " + line + ", column " + column, "is not text in the encoding UTF-8"));
  }

  @Test
  void refusesOneEncodingThatIsDeclaredAsAnother() {
    String document = Fixtures.text("cnipa-old.xml");
    byte[] other = document.getBytes(Charset.forName("GB18030"));
    assertThat(xml.read(other).faults())
        .extracting(FormFault::value)
        .containsExactly("line 5, column 39");
    assertThat(
            xml.read(document.replace("UTF-8", "x-none").getBytes(StandardCharsets.UTF_8)).faults())
        .containsExactly(new FormFault("xml", "x-none", "is not an encoding that is known here"));
  }

  @Test
  void namesThePlaceWhereTheDocumentIsBroken() {
    FormRead read = xml.read("<cn-patent-document>\n<a></b>".getBytes(StandardCharsets.UTF_8));
    assertThat(read.faults()).extracting(FormFault::value).containsExactly("line 2, column 6");
    assertThat(read.faults().get(0).reason()).startsWith("is not well-formed XML: ");
  }

  @Test
  void loadsNothingForAnExternalEntity() {
    String document =
        Fixtures.text("cnipa-old.xml")
            .replace(
                "SYSTEM \"cn-patent-document-2006.dtd\"",
                "SYSTEM \"file:///does/not/exist.dtd\" [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]")
            .replace("<invention-title>一种", "<invention-title>&secret;一种");
    FormRead read = xml.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(((Filing) read.records().get(0)).title()).isEqualTo("\ufffd一种耐磨水泵");
    assertThat(read.notes()).extracting(FormFault::value).contains("&secret;");
  }

  @Test
  void expandsNoEntities() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE cn-patent-document [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY l").append(i).append(" \"");
      bomb.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    String document =
        Fixtures.text("cnipa-old.xml")
            .replaceFirst("<!DOCTYPE[^>]*>", bomb + "]>")
            .replace("<abstract><p num=\"1\">", "<abstract><p num=\"1\">&l11;");
    FormRead read = xml.read(document.getBytes(StandardCharsets.UTF_8));
    assertThat(((Filing) read.records().get(0)).invention().abstractText()).startsWith("\ufffd本发明");
  }

  @Test
  void cutsAnEnormousDescriptionAndKeepsTheRest() {
    String document = Fixtures.text("cnipa-new.xml");
    int at = document.indexOf("<base:Paragraphs>现有水泵");
    String paragraph = "<base:Paragraphs>" + "水泵不耐磨。".repeat(500) + "</base:Paragraphs>";
    InputStream stream =
        new Repeated(document.substring(0, at), paragraph, 6_000, document.substring(at));
    FormRead read = xml.read(stream);
    assertThat(read.faults()).isEmpty();
    Filing filing = (Filing) read.records().get(0);
    assertThat(filing.invention().description()).hasSize(Limits.DESCRIPTION_CHARS);
    assertThat(filing.invention().claims()).hasSize(2);
    assertThat(read.notes())
        .extracting(FormFault::reason)
        .containsExactly(
            "left out: beyond the limits of text",
            "cut to the first 1000000 of 1125356 characters");
  }

  @ParameterizedTest
  @CsvSource({"<!--, -->, 0", "'<?note ', ?>, 0", "<![CDATA[, ]]>, 1125000"})
  void leavesOutTheMiddleOfWhatAParserHoldsAsAWhole(String begin, String end, int kept) {
    String document = Fixtures.text("cnipa-new.xml").replace("现有水泵不耐磨。", "@");
    int at = document.indexOf('@');
    InputStream stream =
        new Repeated(
            document.substring(0, at) + begin,
            "]- \n",
            400_000,
            "--" + end + document.substring(at + 1));
    // Two hyphens would end no comment but break it: here they stand where they are left out.
    FormRead read = xml.read(stream);
    assertThat(read.faults()).isEmpty();
    Filing filing = (Filing) read.records().get(0);
    assertThat(filing.invention().claims()).hasSize(2);
    assertThat(filing.invention().description().length())
        .isBetween(kept / 2, Limits.DESCRIPTION_CHARS);
    assertThat(read.notes().get(0).reason()).isEqualTo("left out: beyond the limits of text");
  }

  @Test
  void refusesWhatIsTooLargeDeepOrWide() {
    String begin = "<cn-patent-document>";
    assertThat(fault(new Repeated(begin, "<p>", 70, "")).reason()).contains("deeper than 64");
    assertThat(fault(new Repeated(begin, "<p/>", 300_001, "")).reason())
        .isEqualTo("has more than 300000 elements");
    assertThat(fault(new Repeated(begin + "<p a='", "x", 4_097, "'/>")).reason())
        .contains("attribute of more than 4096");
    assertThat(fault(new Repeated(begin + "<p a='", ">", 300_000, "'/>")).reason())
        .isEqualTo("has a tag of more than 262144 characters");
    assertThat(fault(new Repeated("<!DOCTYPE a [", "<!ENTITY a 'b'>", 80_000, "]>")).reason())
        .isEqualTo("has a document type of more than 1048576 characters");
    assertThat(
            fault(new Repeated(begin, "<!-- a comment of no use to anybody -->", 2_000_000, ""))
                .reason())
        .isEqualTo("must be at most 67108864 bytes");
  }

  @Test
  void refusesListsThatAreTooLongInTimeThatGrowsWithThem() {
    StringBuilder codes = new StringBuilder("<classifications-ipcr>");
    for (int i = 0; i < 120_000; i++) {
      codes
          .append("<classification-ipcr><text>A01B")
          .append(i)
          .append("/00</text></classification-ipcr>");
    }
    String document = Fixtures.text("cnipa-old.xml").replace("<classifications-ipcr>", codes);
    long begin = System.nanoTime();
    assertThat(xml.read(document.getBytes(StandardCharsets.UTF_8)).faults())
        .containsExactly(new FormFault("ipcCodes", "120002 values", "must be at most 500 values"));
    assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
  }

  private FormFault fault(InputStream document) {
    FormRead read = xml.read(document);
    assertThat(read.records()).isEmpty();
    return read.faults().get(0);
  }

  @Test
  void saysWhatItCannotPlace() {
    FormRead read = xml.read("<html/>".getBytes(StandardCharsets.UTF_8));
    assertThat(read.faults())
        .containsExactly(new FormFault("xml", "<html> of ", "is of no form that is read here"));
    assertThat(fault(InputStream.nullInputStream()).field()).isEqualTo("xml");
  }

  @Test
  void enforcesCheckCharactersAsInEveryForm() {
    String document = Fixtures.text("cnipa-new.xml").replace("202610479601.8", "202610479601.7");
    assertThat(xml.read(document.getBytes(StandardCharsets.UTF_8)).faults())
        .containsExactly(
            new FormFault(
                "applicationNumber", "202610479601.7", "has the check character 7, must be 8"));
  }
}
