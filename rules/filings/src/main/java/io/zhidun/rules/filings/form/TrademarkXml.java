package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trademark documents of WIPO ST.96 (and its drafts) and of its older ST.66. */
final class TrademarkXml {

  private static final Pattern SEMICOLON = Pattern.compile("[;；]");

  private TrademarkXml() {}

  /** Each trademark of the document as a line of ours. */
  static List<ObjectNode> lines(XmlNode document) {
    List<ObjectNode> lines = new ArrayList<>();
    List<XmlNode> marks = marks(document);
    for (XmlNode mark : marks) {
      // Some set the applicants beside the one mark of the document.
      lines.add(line(mark, marks.size() == 1 ? document : mark));
    }
    return lines;
  }

  private static List<XmlNode> marks(XmlNode document) {
    return document.name().equals("trademark") ? List.of(document) : document.all("trademark");
  }

  private static ObjectNode line(XmlNode mark, XmlNode around) {
    ObjectNode line = XmlFields.object();
    line.put("applType", "trademark");
    XmlNode number = mark.child("applicationnumber");
    String text = number == null ? null : number.text("applicationnumbertext");
    XmlFields.put(line, "applicationNumber", text != null || number == null ? text : number.text());
    XmlFields.put(line, "filingDate", XmlFields.date(mark.first("applicationdate")));
    sign(line, mark);
    goods(line, mark);
    applicants(line, around);
    representatives(line, mark);
    XmlFields.put(line, "priorities", priorities(mark));
    events(line, mark);
    assignments(line, mark);
    return line;
  }

  private static void sign(ObjectNode line, XmlNode mark) {
    XmlNode words = XmlFields.chinese(mark.all("markverbalelementtext"));
    String text = words == null ? "" : words.text();
    XmlFields.put(line, "markText", text);
    String feature = mark.text("markfeaturecategory", "markfeature", "markfeaturecode");
    XmlNode image = mark.first("markimage");
    String file =
        image == null ? null : image.text("filename", "imagefilename", "markimagefilename");
    boolean drawn = file != null && !file.startsWith("No image");
    line.put("markCategory", category(feature, text, drawn));
  }

  /**
   * Word, figurative or combined; whatever else the form says (sound, three-dimensional) as it says
   * it. 1 to 5 are the codes of the United States' office.
   */
  private static String category(@Nullable String feature, String text, boolean drawn) {
    String lower = feature == null ? "" : feature.toLowerCase(Locale.ROOT);
    if (lower.contains("without any word") || lower.equals("2") || lower.equals("figurative")) {
      return "figurative";
    }
    if (lower.contains("typeset")
        || lower.contains("standard char")
        || lower.equals("word")
        || lower.equals("1")
        || lower.equals("4")) {
      return "word";
    }
    boolean told = lower.contains("word") || lower.contains("combined") || lower.length() == 1;
    if (!lower.isEmpty() && !told) {
      return lower;
    }
    boolean combined = drawn || told;
    return text.isEmpty() ? "figurative" : combined ? "combined" : "word";
  }

  private static void goods(ObjectNode line, XmlNode mark) {
    Set<String> classes = new LinkedHashSet<>();
    List<String> goods = new ArrayList<>();
    for (XmlNode one : mark.all("classdescription")) {
      for (XmlNode number : one.children("classnumber")) {
        classes.add(number.text());
      }
      List<XmlNode> texts = one.all("goodsservicesdescriptiontext");
      XmlNode text =
          XmlFields.chinese(texts.isEmpty() ? one.all("goodsservicesdescription") : texts);
      if (text != null) {
        goods.addAll(Texts.parts(SEMICOLON, text.text()));
      }
    }
    if (classes.isEmpty()) {
      XmlNode bag = mark.first("goodsservicesclassificationbag");
      for (XmlNode number : bag == null ? List.<XmlNode>of() : bag.all("classnumber")) {
        classes.add(number.text());
      }
    }
    classes.remove("");
    XmlFields.put(line, "niceClasses", XmlFields.texts(classes));
    XmlFields.put(line, "goods", XmlFields.texts(goods));
    List<String> groups = new ArrayList<>();
    mark.all("similargroupcode").forEach(group -> groups.add(group.text()));
    XmlFields.put(line, "similarGroups", XmlFields.texts(groups));
  }

  private static void applicants(ObjectNode line, XmlNode mark) {
    List<XmlNode> nodes = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (XmlNode node : XmlFields.inOneLanguage(first(mark))) {
      String name = XmlFields.name(node);
      if (name != null && names.add(name)) {
        nodes.add(node);
      }
    }
    XmlFields.put(line, "applicants", XmlFields.parties(nodes));
  }

  /**
   * Who applied. A register's record lists later owners too; the first digit of the party's code
   * then tells the stage, 1 being the application.
   */
  private static List<XmlNode> first(XmlNode mark) {
    XmlNode bag = mark.first("applicantbag");
    XmlNode details = bag == null ? mark.first("applicantdetails") : bag;
    if (details == null) {
      return List.of();
    }
    List<XmlNode> original = new ArrayList<>();
    List<XmlNode> all = details.children("applicant");
    for (XmlNode node : all) {
      String told = node.text("partytypecode");
      String stage = told == null ? node.attribute("sequencenumber") : told;
      if (stage != null && stage.length() == 2 && stage.charAt(0) == '1') {
        original.add(node);
      }
    }
    return original.isEmpty() ? all : original;
  }

  private static void representatives(ObjectNode line, XmlNode mark) {
    ArrayNode agents = JsonNodeFactory.instance.arrayNode();
    Set<String> names = new LinkedHashSet<>();
    String[] roles = {"representative", "nationalrepresentative", "recordattorney"};
    for (String role : roles) {
      for (XmlNode one : XmlFields.inOneLanguage(mark.all(role))) {
        String agency = one.text("organizationstandardname", "organizationname", "entityname");
        if (agency != null && line.get("agency") == null) {
          line.put("agency", agency);
        }
        String person = one.text("personfullname", "freeformatnameline");
        if (person != null && names.add(person)) {
          agents.add(person);
        }
      }
    }
    if (line.get("agency") != null) {
      XmlFields.put(line, "agents", agents);
    }
    XmlNode correspondent = mark.first("nationalcorrespondent");
    XmlNode address = correspondent == null ? mark.first("correspondenceaddress") : correspondent;
    XmlFields.contact(line, address == null ? reachable(mark) : address);
  }

  /** The representative of ST.66 who can be written to. */
  private static @Nullable XmlNode reachable(XmlNode mark) {
    for (XmlNode one : mark.all("representative")) {
      if (one.text("email", "phone") != null) {
        return one;
      }
    }
    return null;
  }

  private static ArrayNode priorities(XmlNode mark) {
    List<String> numbers = new ArrayList<>();
    for (XmlNode priority : mark.all("priority")) {
      String number = priority.text("applicationnumbertext", "prioritynumber");
      if (number != null) {
        numbers.add(number);
      }
    }
    return XmlFields.texts(numbers);
  }

  private static void events(ObjectNode line, XmlNode mark) {
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (XmlNode one : mark.all("markevent")) {
      String date = XmlFields.date(one.first("markeventdate"));
      if (date != null) {
        ObjectNode event = XmlFields.object();
        event.put("date", date);
        XmlFields.put(event, "code", one.text("markeventcode"));
        XmlFields.put(
            event,
            "description",
            one.text(
                "markeventdescriptiontext",
                "markeventinternaldescriptiontext",
                "markeventdescription"));
        events.add(event);
      }
    }
    XmlFields.put(line, "markEvents", events);
  }

  /** A change of name moves no right. */
  private static void assignments(ObjectNode line, XmlNode mark) {
    for (XmlNode one : mark.all("assignment")) {
      String kind = one.text("assignmentconveyancecategory");
      XmlNode executed = one.first("assignmentexecuteddate");
      XmlNode day = executed == null ? one.first("assignmentrecordeddate") : executed;
      if (kind == null || !kind.toUpperCase(Locale.ROOT).contains("NAME")) {
        XmlFields.partyChange(
            line,
            "assignment",
            XmlFields.date(day),
            XmlFields.parties(one.all("assignor")),
            XmlFields.parties(one.all("assignee")));
      }
    }
  }
}
