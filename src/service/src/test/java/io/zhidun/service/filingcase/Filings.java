package io.zhidun.service.filingcase;

import io.zhidun.events.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Records of the topic of filings, for tests: wire objects with identifiers replaced by hashes. */
final class Filings {
  static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  private Filings() {}

  /** A company's patent filing from a device of its own. */
  static ObjectNode patent(String number, String company) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("applicationNumber", number)
        .put("applType", "invention")
        .put("filingDate", "2026-11-20")
        .put("submittedAt", NOON.toString())
        .put("inventionTitle", "一种散热装置" + number)
        .put("abstract", "本发明公开了一种用于服务器机柜的散热装置，包括泵体与叶轮。")
        .put("description", "冷却液经由进水口流入泵体内腔，叶轮由电机驱动并带动冷却液循环。")
        .put("accountId", "account-" + company)
        .put("deviceFingerprint", "device-" + company)
        .put("ip", "203.0.113.7")
        .put("invoiceTitle", "孙三丰");
    node.set("payer", hashed("ef", "****6789"));
    node.putArray("claims").add("1. 一种散热装置，其特征在于，包括泵体与叶轮。");
    node.putArray("applicants")
        .addObject()
        .put("name", company + "科技有限公司")
        .put("code", "91330100" + company)
        .put("kind", "company")
        .putObject("address")
        .put("text", "浙江省杭州市萧山区鸿宁路1788号");
    node.putArray("inventors")
        .addObject()
        .put("name", "赵一明")
        .set("identity", hashed("ab", "3301**********001X"));
    ObjectNode contact = node.putObject("contact").put("name", "钱二方");
    contact.set("phone", hashed("cd", "138****0001"));
    return node;
  }

  private static ObjectNode hashed(String digits, String masked) {
    return Json.mapper().createObjectNode().put("hash", digits.repeat(32)).put("masked", masked);
  }

  static ObjectNode action(String kind, String account, String device, Instant time) {
    return Json.mapper()
        .createObjectNode()
        .put("action", kind)
        .put("time", time.toString())
        .put("system", "patent-filing")
        .put("accountId", account)
        .put("deviceFingerprint", device)
        .put("ip", "203.0.113.7")
        .put("outcome", "success");
  }

  static ObjectNode change(String kind, String number, Instant time) {
    return Json.mapper()
        .createObjectNode()
        .put("change", kind)
        .put("applicationNumber", number)
        .put("time", time.toString());
  }

  static Incoming read(ObjectNode node) {
    return Incoming.read(null, node.toString());
  }
}
