package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.Hashed;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Organisation;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.ProtectedMark;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test expects to be there is dereferenced: a null fails it. */
@NullUnmarked
class FilingLinesTest {

  private static final byte[] KEY =
      "a key of the test, 32 bytes long".getBytes(StandardCharsets.UTF_8);
  private static final String NUMBER = "2026104796018";

  private final FilingLines lines = new FilingLines(KEY);

  private FormRead read(String json) {
    return lines.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private Filing filing(String fields) {
    FormRead read =
        read("{'applicationNumber':'" + NUMBER + "','filingDate':'2026-11-20'," + fields + "}");
    assertThat(read.faults()).isEmpty();
    return (Filing) read.records().get(0);
  }

  private FormFault fault(String json) {
    FormRead read = read(json);
    assertThat(read.records()).isEmpty();
    assertThat(read.faults()).hasSize(1);
    return read.faults().get(0);
  }

  @Test
  void readsWhatTheReadmeShows() {
    Filing filing =
        filing(
            "'applType':'invention','submittedAt':'2026-11-20T02:03:04Z','inventionTitle':'一种泵',"
                + "'abstract':'摘要','claims':['1. 一种泵'],'description':'正文','ipcCodes':['G06F17/30'],"
                + "'applicants':[{'name':'杭州某某泵业有限公司','code':'91330100MA27XL0G4Q','kind':'company',"
                + "'country':'CN','address':{'text':'浙江省杭州市萧山区鸿宁路1788号','postCode':'311200'}}],"
                + "'inventors':[{'name':'甲','country':'CN'}],'contact':{'name':'乙'},"
                + "'agency':{'code':'33200','name':'某某专利事务所'},'agents':[{'name':'丙','number':'3320012345'}],"
                + "'priorities':[{'number':'CN202510000001.X','date':'2026-01-02','country':'CN'}],"
                + "'parentApplication':'202110991218.8','pctNumber':'PCT/CN2025/000001',"
                + "'accountId':'u1','sessionId':'s1','clientId':'c1','deviceFingerprint':'d1',"
                + "'ip':'2001:DB8:0:0::1','certSerial':'77','invoiceTitle':'抬头',"
                + "'formOpenedAt':'2026-11-20T01:00:00Z','signTime':'2026-11-20T02:00:00Z',"
                + "'uploadSha256':['AB'],'drawingSha256':['CD']");
    assertThat(filing.kind()).isEqualTo(FilingKind.INVENTION);
    assertThat(filing.time()).isEqualTo(Instant.parse("2026-11-20T02:03:04Z"));
    assertThat(filing.title()).isEqualTo("一种泵");
    assertThat(filing.applicants().get(0).address().building()).isEqualTo("鸿宁路1788号");
    assertThat(filing.applicants().get(0).address().postCode()).isEqualTo("311200");
    assertThat(filing.agency())
        .isEqualTo(new Agency("某某专利事务所", "33200", List.of(new Agent("丙", "3320012345"))));
    assertThat(filing.family().priorities()).containsExactly("202510000001X");
    assertThat(filing.family().parent()).isEqualTo("2021109912188");
    assertThat(filing.telemetry().address()).isEqualTo("2001:db8::1");
    assertThat(filing.telemetry().uploads()).containsExactly("ab");
    assertThat(filing.invention().drawings()).containsExactly("cd");
  }

  @Test
  void takesWhatSomebodyWritesByHand() {
    Filing filing =
        filing(
            "'applType':'发明','applicants':'杭州某某泵业有限公司；张三','inventors':['甲','乙'],"
                + "'agency':'杭州求是专利事务所有限公司 33200','agents':'丙、丁',"
                + "'claims':'1. 一种泵，\\n其特征。\\n2、根据权利要求1的泵。','ipcCodes':'F04B 17/03 (2006.01); H02K7/14',"
                + "'contact':'李四 +86138-0000-0001 Li@Example.com'");
    assertThat(filing.applicants()).extracting(Party::name).containsExactly("杭州某某泵业有限公司", "张三");
    assertThat(filing.applicants())
        .extracting(Party::kind)
        .containsExactly(PartyKind.COMPANY, PartyKind.PERSON);
    assertThat(filing.inventors()).hasSize(2);
    assertThat(filing.agency())
        .isEqualTo(
            new Agency(
                "杭州求是专利事务所有限公司", "33200", List.of(new Agent("丙", null), new Agent("丁", null))));
    assertThat(filing.invention().claims()).containsExactly("1. 一种泵，\n其特征。", "2、根据权利要求1的泵。");
    assertThat(filing.invention().ipcCodes()).containsExactly("F04B17/03", "H02K7/14");
    assertThat(filing.contact().name()).isEqualTo("李四");
    assertThat(filing.contact().email().masked()).isEqualTo("**@example.com");
  }

  @Test
  void readsATrademarkThatDoesNotSayThatItIsOne() {
    FormRead read =
        read(
            "{'applicationNumber':'87035559','filingDate':'20261120','markText':'知盾','markCategory':'word',"
                + "'niceClasses':['9','第42类',99],'similarGroups':[901,'0901'],'goods':'软件；芯片'}");
    Filing filing = (Filing) read.records().get(0);
    assertThat(filing.kind()).isEqualTo(FilingKind.TRADEMARK);
    assertThat(filing.mark())
        .isEqualTo(
            new Mark(
                "知盾", "word", null, List.of(9, 42), List.of("901", "0901"), List.of("软件", "芯片")));
    assertThat(read.notes()).extracting(FormFault::field).containsExactly("niceClasses[2]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026104796018, INVENTION", "2026204796013, UTILITY_MODEL", "2026304796019, DESIGN",
    "2026804796016, PCT_INVENTION", "CN202690479601.1, PCT_UTILITY_MODEL", "85100001.1, INVENTION"
  })
  void takesTheKindFromTheNumber(String number, FilingKind kind) {
    FormRead read = read("{'applicationNumber':'" + number + "','filingDate':'2026-11-20'}");
    assertThat(read.faults()).isEmpty();
    assertThat(((Filing) read.records().get(0)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "CN202110991218.8, 2021109912188", "ZL 2021 1 0991218.8, 2021109912188",
        "２０２１１０９９１２１８．８, 2021109912188",
    "202111286633.x, 202111286633X", "202110991218, 2021109912188",
        "102021000991218, 2021109912188",
    "10-2016-0063019, 10-2016-0063019", "13797521, 13797521", "85100001.1, 851000011"
  })
  void bringsNumbersIntoOneForm(String written, String number) {
    FormRead read =
        read(
            "{'applicationNumber':'"
                + written
                + "','filingDate':'2026-11-20','applType':'invention'}");
    assertThat(read.faults()).isEmpty();
    assertThat(read.records().get(0).id()).isEqualTo(number);
  }

  @Test
  void refusesAWrongCheckCharacterAndSaysWhichIsRight() {
    assertThat(fault("{'applicationNumber':'202110991218.7','filingDate':'2026-11-20'}"))
        .isEqualTo(
            new FormFault(
                "applicationNumber", "202110991218.7", "has the check character 7, must be 8"));
  }

  @Test
  void keepsAFilingWhoseCreditCodeIsWrongAndDropsTheCode() {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-11-20',"
                + "'applicants':[{'name':'某某公司','code':'91330100MA27XL0G48'}]}");
    assertThat(((Filing) read.records().get(0)).applicants().get(0).code()).isNull();
    assertThat(read.notes())
        .containsExactly(
            new FormFault(
                "applicants[0].code",
                "91330100MA27XL0G48",
                "dropped: the check character of the unified social credit code is wrong"));
  }

  @Test
  void dropsAWrongIdentityNumberWithoutShowingIt() {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-11-20',"
                + "'inventors':[{'name':'甲','idNumber':'110101199003070000'}]}");
    assertThat(((Filing) read.records().get(0)).inventors().get(0).identity()).isNull();
    assertThat(read.notes().get(0).value()).isEqualTo("110*************00");
  }

  @Test
  void noFaultShowsAPersonalIdentifier() {
    String secret = "13800000001".repeat(100);
    for (String field :
        List.of(
            "'contact':{'phone':'" + secret + "'}",
            "'contact':'" + secret + "'",
            "'contact':{'email':'" + secret + "@example.com'}",
            "'payerAccount':'" + secret + "'",
            "'inventors':[{'name':'甲','idNumber':'" + secret + "'}]")) {
      FormFault fault =
          fault("{'applicationNumber':'2026104796018','filingDate':'2026-11-20'," + field + "}");
      assertThat(fault.reason()).startsWith("must be at most");
      assertThat(fault.toString()).doesNotContain("1380000");
    }
  }

  @Test
  void hashesPersonalIdentifiersWhateverTheirForm() {
    Contact one =
        filing("'contact':{'phone':'+86 138-0000-0001','email':'A.b@Example.COM'}").contact();
    Contact other = filing("'contact':{'phone':13800000001,'email':'a.b@example.com '}").contact();
    assertThat(one).isEqualTo(other);
    assertThat(one.phone().masked()).isEqualTo("138****0001");
    assertThat(one.phone().hash()).hasSize(64).doesNotContain("1380000");
    Filing filing =
        filing(
            "'inventors':[{'name':'甲','idNumber':'11010119900307002x'}],'payerAccount':'13800000001'");
    assertThat(filing.inventors().get(0).identity().masked()).isEqualTo("110*************2X");
    assertThat(filing.telemetry().payer().hash()).isEqualTo(one.phone().hash());
    FilingLines otherKey = new FilingLines(new byte[16]);
    String line =
        "{'applicationNumber':'1','applType':'商标','filingDate':'2026-11-20','contact':{'phone':'13800000001'}}";
    Filing differs =
        (Filing)
            otherKey
                .read(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .records()
                .get(0);
    assertThat(differs.contact().phone().hash()).isNotEqualTo(one.phone().hash());
  }

  @Test
  void passesOnWhatIsAlreadyHashed() {
    Filing filing =
        filing(
            "'contact':{'phone':{'hash':'aa','masked':'1*'},'email':{'hash':'bb','masked':'2*'}},"
                + "'inventors':[{'name':'甲','identity':{'hash':'cc','masked':'3*'}}],"
                + "'payer':{'hash':'dd','masked':'4*'}");
    assertThat(filing.contact())
        .isEqualTo(new Contact(null, new Hashed("aa", "1*"), new Hashed("bb", "2*")));
    assertThat(filing.inventors().get(0).identity()).isEqualTo(new Hashed("cc", "3*"));
    assertThat(filing.telemetry().payer()).isEqualTo(new Hashed("dd", "4*"));
  }

  @Test
  void takesTheDayWhereTheTimeIsMissingAndTheOtherWayRound() {
    assertThat(filing("'applicants':[]").time()).isEqualTo(Instant.parse("2026-11-19T16:00:00Z"));
    FormRead read =
        read("{'applicationNumber':'2026104796018','submittedAt':'2026-11-20T23:30:00Z'}");
    assertThat(((Filing) read.records().get(0)).filingDate()).isEqualTo(LocalDate.of(2026, 11, 21));
    assertThat(fault("{'applicationNumber':'2026104796018'}").field()).isEqualTo("filingDate");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20",
    "20261120",
    "2026.11.20",
    "2026/11/20",
    "2026年11月20日",
    "２０２６－１１－２０",
    "2026-11-20-05:00",
    "2026-11-20T00:00:00Z"
  })
  void readsDatesAsPeopleWriteThem(String date) {
    FormRead read = read("{'applicationNumber':'2026104796018','filingDate':'" + date + "'}");
    assertThat(read.faults()).isEmpty();
    assertThat(((Filing) read.records().get(0)).filingDate()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void tellsTheChangesThatStandInTheLineOfAFiling() {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-01-02','withdrawalDate':'2026-03-01',"
                + "'caseStatus':'授权','caseStatusDate':'2026-05-01',"
                + "'partyChangeEvents':[{'date':'2026-04-01','from':['甲公司'],'to':['乙公司']},"
                + "{'type':'发明人变更','time':'2026-04-02T00:00:00Z','inventors':['丙']},{'type':'搬家','date':'2026-04-02'}],"
                + "'markEvents':[{'code':'R.PRA','date':'2026-06-01','description':'REGISTERED-PRINCIPAL REGISTER'},"
                + "{'code':'CNSA','date':'2026-06-02'}]}");
    assertThat(read.records().subList(1, 6))
        .extracting(record -> ((FilingChange) record).kind())
        .containsExactly(
            ChangeKind.WITHDRAWAL,
            ChangeKind.GRANT,
            ChangeKind.APPLICANT_CHANGE,
            ChangeKind.INVENTOR_CHANGE,
            ChangeKind.GRANT);
    assertThat(read.records().get(1).time()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(read.faults())
        .containsExactly(
            new FormFault("partyChangeEvents[2].type", "搬家", "is not a kind of change"));
    assertThat(read.notes()).extracting(FormFault::field).containsExactly("markEvents");
  }

  @Test
  void noChangeComesBeforeItsFiling() {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','submittedAt':'2026-11-20T02:03:04Z','withdrawalDate':'2026-11-20'}");
    assertThat(read.records().get(1).time()).isEqualTo(Instant.parse("2026-11-20T02:03:04Z"));
  }

  @Test
  void leavesOutWhoWantsNoNamePublished() {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-11-20','inventors':['请求不公布姓名','甲']}");
    assertThat(((Filing) read.records().get(0)).inventors())
        .extracting(person -> person.name())
        .containsExactly("甲");
    assertThat(read.notes()).extracting(FormFault::field).containsExactly("inventors");
  }

  @ParameterizedTest
  @CsvSource({
    "中国, CN",
    "CN, CN",
    "cn, CN",
    "美国, US",
    "Japan, JP",
    "KOR, KR",
    "中国香港, HK",
    "X, ",
    "Utopia, "
  })
  void readsCountries(String written, String code) {
    FormRead read =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-11-20','applicants':[{'name':'甲','country':'"
                + written
                + "'}]}");
    assertThat(((Filing) read.records().get(0)).applicants().get(0).country()).isEqualTo(code);
    assertThat(read.notes()).hasSize(code == null ? 1 : 0);
  }

  @Test
  void readsAnAnswerOfTheQueryInterface() {
    FormRead read =
        read(
            "{'code':200,'data':{'zhuluxmxx':{'zhuluxmxx':{'zhuanlimc':'一种泵','zhuanlisqh':'2026104796018',"
                + "'anjianywzt':'等待实审提案','falvzt':' ','zhufenlh':'F04D29/62','fufenlh':'F04D1/00','shenqingr':'2026-04-13'}},"
                + "'shenqingren':{'shenqingrenList':[{'shenqingrgb':'中国','shenqingryb':'--','shenqingrxm':'某某公司','shenqingrdz':'--'}]},"
                + "'famingren':{'famingrenList':[{'famingrxm':'甲'}]},"
                + "'dailijg':{'dailijgList':[{'diyidlrxm':'乙','dailijgdm':'某某专利代理有限公司'}]},"
                + "'youxianq':{'youxianqList':[]}}}");
    assertThat(read.faults()).isEmpty();
    assertThat(read.notes()).extracting(FormFault::field).containsExactly("caseStatus");
    Filing filing = (Filing) read.records().get(0);
    assertThat(filing.title()).isEqualTo("一种泵");
    assertThat(filing.invention().ipcCodes()).containsExactly("F04D29/62", "F04D1/00");
    assertThat(filing.applicant())
        .isEqualTo(new Party("某某公司", PartyKind.COMPANY, null, null, "CN", null));
    assertThat(filing.agency())
        .isEqualTo(new Agency("某某专利代理有限公司", null, List.of(new Agent("乙", null))));
  }

  @Test
  void readsAChangeOfItsOwnLine() {
    FilingChange change =
        (FilingChange)
            read("{'change':'assignment','applicationNumber':'CN202110991218.8','time':'2026-11-20T00:00:00Z',"
                    + "'from':['甲公司'],'to':[{'name':'乙公司'}],'target':'丁','reason':'买卖'}")
                .records()
                .get(0);
    assertThat(change.kind()).isEqualTo(ChangeKind.ASSIGNMENT);
    assertThat(change.applicationNumber()).isEqualTo("2021109912188");
    assertThat(change.to()).extracting(Party::name).containsExactly("乙公司");
  }

  @Test
  void readsAnAction() {
    FilingAction action =
        (FilingAction)
            read("{'action':'submit','time':'2026-11-20T00:00:00Z','system':'patent-filing','accountId':'u1',"
                    + "'ip':'::ffff:192.0.2.1','phone':'13800000001','outcome':'失败','formSeconds':'12.5'}")
                .records()
                .get(0);
    assertThat(action.kind()).isEqualTo(ActionKind.SUBMIT);
    assertThat(action.address()).isEqualTo("192.0.2.1");
    assertThat(action.succeeded()).isFalse();
    assertThat(action.formSeconds()).isEqualTo(12.5);
  }

  @Test
  void readsWhatRegistersSay() {
    Organisation organisation =
        ((EntityRecord)
                read("{'entity':'organisation','code':'91330100MA27XL0G4Q','name':'某某公司','time':'2026-01-01',"
                        + "'registeredCapital':'100万元','legalRepresentative':'甲','foundedOn':'2020-01-01'}")
                    .records()
                    .get(0))
            .organisation();
    assertThat(organisation.insuredHeadcount()).as("missing is not zero").isEqualTo(-1);
    assertThat(organisation.registeredCapital()).isEqualTo(1_000_000);
    assertThat(organisation.legalRepresentative().name()).isEqualTo("甲");
    ProtectedMark mark =
        ((EntityRecord)
                read("{'entity':'protected-mark','code':'m1','name':'知盾','time':'2026-01-01','owner':'甲公司',"
                        + "'niceClasses':[9],'fame':'驰名','aliases':['zhidun']}")
                    .records()
                    .get(0))
            .protectedMark();
    assertThat(mark)
        .isEqualTo(
            new ProtectedMark(
                "甲公司", "甲公司", List.of(9), ProtectedMark.Fame.WELL_KNOWN, List.of("zhidun")));
  }

  @Test
  void namesFieldValueAndReasonOfAFault() {
    assertThat(
            fault(
                "{'applicationNumber':'2026104796018','filingDate':'2026-11-20','applicants':[{'name':'甲'},{'kind':'company'}]}"))
        .isEqualTo(new FormFault("applicants[1].name", "", "is missing"));
    FormFault fault =
        fault(
            "{'applicationNumber':'2026104796018','filingDate':'gestern\\u0000\\n"
                + "x".repeat(90)
                + "'}");
    assertThat(fault.field()).isEqualTo("filingDate");
    assertThat(fault.value()).hasSize(64).startsWith("gestern");
    assertThat(fault("[1]").reason()).isEqualTo("must be a JSON object");
    assertThat(fault("{'applicationNumber':").reason()).startsWith("is not JSON");
    assertThat(fault("{} {}").field()).isEqualTo("line");
  }

  @Test
  void keepsToItsLimits() {
    assertThat(lines.read(new byte[Limits.LINE_BYTES + 1]).faults().get(0).reason())
        .isEqualTo("must be at most 6291456 bytes");
    assertThat(fault("[".repeat(17) + "]".repeat(17)).reason()).contains("nesting depth");
    String many = "'甲',".repeat(201);
    assertThat(
            fault(
                "{'applicationNumber':'2026104796018','filingDate':'2026-11-20','applicants':["
                    + many.substring(0, many.length() - 1)
                    + "]}"))
        .isEqualTo(new FormFault("applicants", "201 values", "must be at most 200 values"));
    FormRead cut =
        read(
            "{'applicationNumber':'2026104796018','filingDate':'2026-11-20','abstract':'"
                + "长".repeat(20_001)
                + "'}");
    assertThat(((Filing) cut.records().get(0)).invention().abstractText()).hasSize(20_000);
    assertThat(cut.notes().get(0).reason()).isEqualTo("cut to the first 20000 of 20001 characters");
  }

  @Test
  void acceptsOnlyAKeyThatCannotBeGuessed() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new FilingLines(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 16 bytes");
  }
}
