package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the forms in XML have in common: parts of a document as the fields of our lines. */
final class XmlFields {

  private XmlFields() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void put(ObjectNode to, String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      to.put(field, text);
    }
  }

  static void put(ObjectNode to, String field, ArrayNode list) {
    if (!list.isEmpty()) {
      to.set(field, list);
    }
  }

  static ArrayNode texts(Collection<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  /** Those in Chinese if there are any, else those in the language of the first. */
  static List<XmlNode> inOneLanguage(List<XmlNode> nodes) {
    String wanted = nodes.isEmpty() ? "" : language(nodes.get(0));
    for (XmlNode node : nodes) {
      if (language(node).equals("zh")) {
        wanted = "zh";
      }
    }
    List<XmlNode> chosen = new ArrayList<>();
    for (XmlNode node : nodes) {
      if (language(node).equals(wanted)) {
        chosen.add(node);
      }
    }
    return chosen;
  }

  /** The one in Chinese, else the first, or null. */
  static @Nullable XmlNode chinese(List<XmlNode> nodes) {
    List<XmlNode> chosen = inOneLanguage(nodes);
    return chosen.isEmpty() ? null : chosen.get(0);
  }

  private static String language(XmlNode node) {
    String told = node.attribute("lang");
    String code = told != null ? told : node.attribute("languagecode");
    String lower = code == null ? "" : code.toLowerCase(Locale.ROOT);
    return lower.startsWith("zh") || lower.equals("cn") ? "zh" : lower;
  }

  /** Without the "standard" copies that CNIPA sets beside what the applicant wrote. */
  static List<XmlNode> original(List<XmlNode> nodes) {
    List<XmlNode> originals = new ArrayList<>();
    for (XmlNode node : nodes) {
      if (!"standard".equals(node.attribute("dataformat"))) {
        originals.add(node);
      }
    }
    return originals.isEmpty() ? nodes : originals;
  }

  /** A date that says anything. */
  static @Nullable String date(@Nullable XmlNode node) {
    String text = node == null ? "" : node.text();
    return text.replaceAll("[0-]", "").isEmpty() ? null : text;
  }

  /** Paragraphs one below the other. */
  static @Nullable String paragraphs(@Nullable XmlNode node) {
    return node == null ? null : String.join("\n", node.paragraphs("inventiontitle"));
  }

  /** Each claim begins with its number, as in the printed form. */
  static ArrayNode claims(@Nullable XmlNode claims) {
    List<String> texts = new ArrayList<>();
    if (claims != null) {
      for (XmlNode claim : claims.all("claim")) {
        String text = claimText(claim);
        if (!text.isEmpty()) {
          boolean numbered = Character.isDigit(text.charAt(0));
          texts.add(numbered ? text : texts.size() + 1 + ". " + text);
        }
      }
      if (texts.isEmpty()) {
        texts.addAll(claims.paragraphs(""));
      }
    }
    return texts(texts);
  }

  private static String claimText(XmlNode claim) {
    List<XmlNode> parts = claim.children("claimtext");
    if (parts.isEmpty()) {
      return String.join("\n", claim.paragraphs("claimnumber"));
    }
    List<String> lines = new ArrayList<>();
    for (XmlNode part : parts) {
      lines.addAll(part.paragraphs(""));
    }
    return String.join("\n", lines);
  }

  /** Codes of the classification of patents from their parts, else as text. */
  static ArrayNode ipcCodes(List<XmlNode> classifications) {
    Set<String> codes = new LinkedHashSet<>();
    for (XmlNode one : classifications) {
      String section = one.text("section");
      String group = one.text("maingroup");
      String code =
          section == null || group == null
              ? one.text("text")
              : section
                  + or(one.text("mainclass", "class"))
                  + or(one.text("subclass"))
                  + group
                  + "/"
                  + or(one.text("subgroup"));
      String normal = FilingFields.ipc(code == null ? one.text() : code);
      if (!normal.isEmpty()) {
        codes.add(normal);
      }
    }
    return texts(codes);
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** What a person or an organisation is called, or null. */
  static @Nullable String name(XmlNode of) {
    String organisation =
        of.text("organizationstandardname", "organizationname", "entityname", "personfullname");
    if (organisation != null) {
      return organisation;
    }
    String line = of.text("freeformatnameline");
    if (line != null) {
      return line;
    }
    String last = of.text("lastname");
    if (last != null) {
      return joined(of.text("firstname"), last);
    }
    return of.text("name");
  }

  private static String joined(@Nullable String first, String last) {
    if (first == null) {
      return last;
    }
    return Texts.hasHan(last) ? last + first : first + " " + last;
  }

  /**
   * Names of persons; one whose name is withheld at his wish is left out: he is nobody's double.
   */
  static ArrayNode persons(List<XmlNode> nodes) {
    ArrayNode persons = JsonNodeFactory.instance.arrayNode();
    for (XmlNode node : nodes) {
      String name = name(node);
      if (name != null) {
        ObjectNode person = object();
        person.put("name", name);
        put(person, "idNumber", number(node.text("individualid")));
        put(person, "country", node.text("nationalitycode"));
        persons.add(person);
      }
    }
    return persons;
  }

  static ArrayNode parties(List<XmlNode> nodes) {
    ArrayNode parties = JsonNodeFactory.instance.arrayNode();
    for (XmlNode node : nodes) {
      String name = name(node);
      if (name != null) {
        ObjectNode party = object();
        party.put("name", name);
        put(party, "code", number(node.text("organizationcode", "registerednumber")));
        put(party, "idNumber", number(node.text("individualid")));
        put(
            party,
            "country",
            node.text(
                "wipost3code",
                "countrycode",
                "formattedaddresscountrycode",
                "addresscountrycode",
                "country"));
        address(party, node);
        parties.add(party);
      }
    }
    return parties;
  }

  /** A number that is more than a placeholder of zeros. */
  private static @Nullable String number(@Nullable String text) {
    return text == null || text.replace("0", "").isBlank() ? null : text;
  }

  private static void address(ObjectNode party, XmlNode of) {
    List<XmlNode> found = new ArrayList<>();
    for (String key : new String[] {"postaladdress", "formattedaddress", "address"}) {
      if (found.isEmpty()) {
        found = of.all(key);
      }
    }
    XmlNode node = chinese(found);
    if (node == null) {
      return;
    }
    ObjectNode address = object();
    put(address, "text", text(node));
    put(address, "province", node.text("province", "geographicregionname", "addressstate"));
    put(address, "city", node.text("city", "cityname", "addresscity"));
    put(address, "county", node.text("county"));
    put(address, "street", node.text("street", "addressstreet"));
    put(address, "postCode", node.text("postcode", "postalcode", "addresspostcode"));
    if (!address.isEmpty()) {
      party.set("address", address);
    }
  }

  private static @Nullable String text(XmlNode address) {
    List<String> lines = new ArrayList<>();
    String[] keys = {
      "text",
      "postaladdresstext",
      "addresslinetext",
      "addressbuilding",
      "addressroom",
      "addressstreet"
    };
    for (String key : keys) {
      for (XmlNode line : address.all(key)) {
        String text = line.text();
        if (!text.isEmpty() && !text.equals("0")) {
          lines.add(text);
        }
      }
      if (!lines.isEmpty() && key.endsWith("text")) {
        break;
      }
    }
    boolean han = !lines.isEmpty() && Texts.hasHan(lines.get(0));
    return lines.isEmpty() ? null : String.join(han ? "" : ", ", lines);
  }

  static void contact(ObjectNode line, @Nullable XmlNode node) {
    if (node == null) {
      return;
    }
    ObjectNode contact = object();
    put(contact, "name", name(node));
    put(contact, "phone", number(node.text("phone", "phonenumber")));
    put(contact, "email", node.text("email", "emailaddresstext"));
    if (!contact.isEmpty()) {
      line.set("contact", contact);
    }
  }

  /** A change of the right that stands in the document, if it says when. */
  static void partyChange(
      ObjectNode line, String change, @Nullable String date, ArrayNode from, ArrayNode to) {
    if (date == null || to.isEmpty()) {
      return;
    }
    ObjectNode event = object();
    event.put("change", change);
    event.put("date", date);
    put(event, "from", from);
    put(event, "to", to);
    line.withArray("partyChangeEvents").add(event);
  }
}
