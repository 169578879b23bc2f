package io.zhidun.rules.filings.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Patent documents of WIPO ST.96: a publication, or any other with bibliographic data. */
final class St96Patent {

  private St96Patent() {}

  /** The document's filing as a line of ours. */
  static ObjectNode line(XmlNode document) {
    ObjectNode line = XmlFields.object();
    XmlNode found = document.first("bibliographicdata");
    XmlNode data = found == null ? document : found;
    application(line, data);
    XmlNode title = XmlFields.chinese(data.all("inventiontitle"));
    XmlFields.put(line, "inventionTitle", title == null ? null : title.text());
    List<XmlNode> ipc = data.all("ipcrclassification");
    XmlFields.put(
        line,
        "ipcCodes",
        XmlFields.ipcCodes(ipc.isEmpty() ? data.all("locarnoclassification") : ipc));
    parties(line, data);
    family(line, data);
    XmlFields.put(line, "withdrawalDate", XmlFields.date(data.first("applicationwithdrawndate")));
    XmlNode deemed = data.first("applicationdeemedwithdrawndate");
    XmlFields.put(line, "deemedWithdrawalDate", XmlFields.date(deemed));
    XmlNode abstractText = XmlFields.chinese(document.all("abstract"));
    XmlFields.put(line, "abstract", XmlFields.paragraphs(abstractText));
    XmlFields.put(line, "claims", XmlFields.claims(XmlFields.chinese(document.all("claims"))));
    XmlNode description = XmlFields.chinese(document.all("description"));
    XmlFields.put(line, "description", XmlFields.paragraphs(description));
    return line;
  }

  private static void application(ObjectNode line, XmlNode data) {
    XmlNode application = data.child("applicationidentification");
    if (application == null) {
      return;
    }
    String number = application.text("applicationnumbertext");
    XmlFields.put(line, "applicationNumber", number);
    XmlFields.put(line, "filingDate", XmlFields.date(application.first("filingdate")));
    boolean chinese = "CN".equals(application.text("ipofficecode"));
    if (chinese
        && number != null
        && ApplicationNumber.kind(ApplicationNumber.normal(number)) != null) {
      return; // The number's digit knows more than the category, which has no PCT.
    }
    line.put("applType", kind(application.text("inventionsubjectmattercategory"), data));
  }

  /** Utility is what the United States call an invention; a utility model has its kind code U. */
  private static String kind(@Nullable String category, XmlNode data) {
    String lower = category == null ? "" : category.toLowerCase(Locale.ROOT);
    XmlNode publication = data.child("patentpublicationidentification");
    String code = publication == null ? null : publication.text("patentdocumentkindcode");
    if (lower.contains("design") || code != null && code.startsWith("S")) {
      return "design";
    }
    return lower.contains("model") || code != null && code.startsWith("U")
        ? "utility-model"
        : "invention";
  }

  private static void parties(ObjectNode line, XmlNode data) {
    XmlNode bag = data.child("partybag");
    if (bag == null) {
      return;
    }
    ArrayNode applicants = XmlFields.parties(contacts(bag, "applicant"));
    XmlFields.put(
        line,
        "applicants",
        applicants.isEmpty() ? XmlFields.parties(contacts(bag, "assignee")) : applicants);
    List<XmlNode> inventors = contacts(bag, "inventor");
    XmlFields.put(
        line,
        "inventors",
        XmlFields.persons(inventors.isEmpty() ? contacts(bag, "designer") : inventors));
    XmlNode correspondence = bag.first("correspondenceaddress");
    XmlFields.contact(
        line, correspondence == null ? data.first("correspondenceaddress") : correspondence);
    practitioners(line, bag);
  }

  private static List<XmlNode> contacts(XmlNode bag, String role) {
    return XmlFields.inOneLanguage(bag.all(role));
  }

  private static void practitioners(ObjectNode line, XmlNode bag) {
    ArrayNode agents = JsonNodeFactory.instance.arrayNode();
    for (XmlNode one : contacts(bag, "registeredpractitioner")) {
      String agency = one.text("organizationstandardname", "organizationname", "entityname");
      XmlNode person = one.first("personname");
      String name = person == null ? null : XmlFields.name(person);
      if (agency != null && line.get("agency") == null) {
        line.put("agency", agency);
      }
      if (name != null) {
        ObjectNode agent = XmlFields.object();
        agent.put("name", name);
        XmlFields.put(agent, "number", one.text("registeredpractitionerregistrationnumber"));
        agents.add(agent);
      }
    }
    XmlFields.put(line, "agents", agents);
  }

  private static void family(ObjectNode line, XmlNode data) {
    ArrayNode priorities = JsonNodeFactory.instance.arrayNode();
    for (XmlNode claim : data.all("priorityclaim")) {
      String number = claim.text("applicationnumbertext");
      if (number != null) {
        priorities.add(number);
      }
    }
    XmlFields.put(line, "priorities", priorities);
    XmlNode division = data.first("division");
    XmlNode parent = division == null ? null : division.first("patentdocumentidentification");
    XmlFields.put(
        line, "parentApplication", parent == null ? null : parent.text("applicationnumbertext"));
    for (XmlNode number : data.all("applicationnumbertext")) {
      String text = number.text();
      if (text.startsWith("PCT/")) {
        line.put("pctNumber", text);
        return;
      }
    }
  }
}
