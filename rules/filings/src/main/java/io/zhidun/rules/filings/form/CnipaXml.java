package io.zhidun.rules.filings.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Patent documents of CNIPA: the new form (namespaces {@code http://www.sipo.gov.cn/XMLSchema/base}
 * and {@code …/business}) and the old one ({@code cn-patent-document}), which name the same parts.
 */
final class CnipaXml {

  private CnipaXml() {}

  /** The document's filing as a line of ours. */
  static ObjectNode line(XmlNode document) {
    ObjectNode line = XmlFields.object();
    XmlNode found = document.first("bibliographicdata");
    XmlNode data = found == null ? document : found;
    application(line, data);
    XmlFields.put(line, "inventionTitle", text(titles(data)));
    XmlFields.put(line, "ipcCodes", XmlFields.ipcCodes(classifications(data)));
    applicants(line, data);
    people(line, data);
    XmlFields.contact(line, data.first("correspondenceaddress"));
    family(line, data);
    withdrawal(line, data);
    XmlNode abstractText = XmlFields.chinese(document.all("abstract"));
    XmlFields.put(line, "abstract", XmlFields.paragraphs(abstractText));
    XmlFields.put(line, "claims", XmlFields.claims(XmlFields.chinese(document.all("claims"))));
    XmlNode description = XmlFields.chinese(document.all("description"));
    XmlFields.put(line, "description", XmlFields.paragraphs(description));
    return line;
  }

  private static @Nullable XmlNode titles(XmlNode data) {
    return XmlFields.chinese(XmlFields.original(data.all("inventiontitle")));
  }

  private static @Nullable String text(@Nullable XmlNode node) {
    return node == null ? null : node.text();
  }

  private static void application(ObjectNode line, XmlNode data) {
    List<XmlNode> references = XmlFields.original(data.all("applicationreference"));
    if (references.isEmpty()) {
      return;
    }
    XmlNode reference = references.get(0);
    XmlFields.put(line, "applicationNumber", reference.text("docnumber"));
    XmlFields.put(line, "filingDate", XmlFields.date(reference.first("date")));
    XmlFields.put(line, "applType", reference.attribute("appltype"));
  }

  private static List<XmlNode> classifications(XmlNode data) {
    List<XmlNode> ipc = data.all("classificationipcr");
    if (ipc.isEmpty()) {
      ipc = data.all("classificationipc");
    }
    return ipc.isEmpty() ? data.all("classificationlocarno") : ipc;
  }

  private static void applicants(ObjectNode line, XmlNode data) {
    List<XmlNode> nodes = XmlFields.inOneLanguage(XmlFields.original(data.all("applicant")));
    ArrayNode applicants = XmlFields.parties(nodes);
    ArrayNode owners =
        XmlFields.parties(XmlFields.inOneLanguage(XmlFields.original(data.all("assignee"))));
    if (applicants.isEmpty()) {
      XmlFields.put(line, "applicants", owners);
      return;
    }
    XmlFields.put(line, "applicants", applicants);
    if (!names(owners).equals(names(applicants))) {
      // The right moved before the document was printed: that day is the latest it can have been.
      XmlNode publication = data.first("publicationreference");
      String date = publication == null ? null : XmlFields.date(publication.first("date"));
      XmlFields.partyChange(line, "applicant-change", date, applicants, owners);
    }
  }

  private static List<String> names(ArrayNode parties) {
    return parties.findValuesAsString("name");
  }

  private static void people(ObjectNode line, XmlNode data) {
    List<XmlNode> inventors = data.all("inventor");
    List<XmlNode> people = inventors.isEmpty() ? data.all("designer") : inventors;
    XmlFields.put(
        line, "inventors", XmlFields.persons(XmlFields.inOneLanguage(XmlFields.original(people))));
    ArrayNode agents = JsonNodeFactory.instance.arrayNode();
    for (XmlNode agent : XmlFields.inOneLanguage(XmlFields.original(data.all("agent")))) {
      XmlNode agency = agent.child("agency");
      String firm = agency == null ? null : XmlFields.name(agency);
      if (firm != null && line.get("agency") == null) {
        String code = data.text("customernumber");
        boolean coded = code == null || firm.endsWith(code);
        line.put("agency", coded ? firm : firm + " " + code);
      }
      String name = agentName(agent);
      if (name != null) {
        ObjectNode one = XmlFields.object();
        one.put("name", name);
        XmlFields.put(one, "number", agent.text("registerednumber"));
        agents.add(one);
      }
    }
    XmlFields.put(line, "agents", agents);
  }

  /** The agent's own name: not that of the agency, which stands in the same element. */
  private static @Nullable String agentName(XmlNode agent) {
    XmlNode book = agent.child("addressbook");
    XmlNode name = agent.child("name");
    return book != null ? XmlFields.name(book) : name == null ? null : name.text();
  }

  private static void family(ObjectNode line, XmlNode data) {
    ArrayNode priorities = JsonNodeFactory.instance.arrayNode();
    for (String kind : new String[] {"priority", "priorityclaim", "domesticpriorityclaim"}) {
      for (XmlNode priority : XmlFields.original(data.all(kind))) {
        String number = priority.text("docnumber");
        if (number != null) {
          priorities.add(number);
        }
      }
    }
    XmlFields.put(line, "priorities", priorities);
    XmlNode division = data.first("division");
    if (division != null) {
      XmlNode parent = division.first("parentdocument");
      XmlNode older = parent == null ? division.first("parentdoc") : parent;
      XmlFields.put(
          line, "parentApplication", (older == null ? division : older).text("docnumber"));
    }
    for (XmlNode number : data.all("docnumber")) {
      String text = number.text();
      if (text.startsWith("PCT/")) {
        XmlFields.put(line, "pctNumber", text);
        return;
      }
    }
  }

  private static void withdrawal(ObjectNode line, XmlNode data) {
    XmlNode own = data.first("dateapplicationwithdrawnbyapplicant");
    XmlNode deemed = data.first("dateapplicationdeemedwithdrawn");
    XmlFields.put(line, "withdrawalDate", XmlFields.date(own));
    XmlFields.put(line, "deemedWithdrawalDate", XmlFields.date(deemed));
  }
}
