package io.zhidun.rules.filings.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of CNIPA's query interface for one application, whose keys are Chinese words in Pinyin
 * ({@code zhuanlisqh} is the application number). Two hyphens there mean that nothing is known.
 */
final class QueryAnswer {

  private QueryAnswer() {}

  static boolean is(JsonNode root) {
    return root.path("data").path("zhuluxmxx").isObject();
  }

  /** The answer as a line of ours. */
  static ObjectNode line(JsonNode root) {
    JsonNode data = root.get("data");
    JsonNode outer = data.get("zhuluxmxx");
    JsonNode main = outer.path("zhuluxmxx").isObject() ? outer.get("zhuluxmxx") : outer;
    ObjectNode line = XmlFields.object();
    put(line, "applicationNumber", main, "zhuanlisqh");
    put(line, "filingDate", main, "shenqingr");
    put(line, "inventionTitle", main, "zhuanlimc");
    put(line, "caseStatus", main, "falvzt");
    if (line.get("caseStatus") == null) {
      put(line, "caseStatus", main, "anjianywzt");
    }
    ArrayNode codes = JsonNodeFactory.instance.arrayNode();
    add(codes, text(main, "zhufenlh"));
    add(codes, text(main, "fufenlh"));
    XmlFields.put(line, "ipcCodes", codes);
    people(line, data);
    return line;
  }

  private static void people(ObjectNode line, JsonNode data) {
    ArrayNode applicants = JsonNodeFactory.instance.arrayNode();
    for (JsonNode one : list(data, "shenqingren")) {
      ObjectNode party = applicants.addObject();
      put(party, "name", one, "shenqingrxm");
      put(party, "country", one, "shenqingrgb");
      ObjectNode address = XmlFields.object();
      put(address, "text", one, "shenqingrdz");
      put(address, "postCode", one, "shenqingryb");
      if (!address.isEmpty()) {
        party.set("address", address);
      }
    }
    XmlFields.put(line, "applicants", applicants);
    ArrayNode inventors = JsonNodeFactory.instance.arrayNode();
    list(data, "famingren").forEach(one -> add(inventors, text(one, "famingrxm")));
    XmlFields.put(line, "inventors", inventors);
    ArrayNode agents = JsonNodeFactory.instance.arrayNode();
    for (JsonNode one : list(data, "dailijg")) {
      if (line.get("agency") == null) {
        put(line, "agency", one, "dailijgdm");
      }
      add(agents, text(one, "diyidlrxm"));
    }
    XmlFields.put(line, "agents", agents);
  }

  private static JsonNode list(JsonNode data, String name) {
    return data.path(name).path(name + "List");
  }

  private static void put(ObjectNode to, String field, JsonNode from, String key) {
    XmlFields.put(to, field, text(from, key));
  }

  private static void add(ArrayNode to, @Nullable String text) {
    if (text != null) {
      to.add(text);
    }
  }

  private static @Nullable String text(JsonNode from, String key) {
    JsonNode value = from.get(key);
    if (value == null || !value.isValueNode() || value.isNull()) {
      return null;
    }
    String text = Texts.clean(value.asString());
    return text.isEmpty() || text.equals("--") ? null : text;
  }
}
