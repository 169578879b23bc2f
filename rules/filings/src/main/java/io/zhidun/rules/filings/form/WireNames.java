package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.ProtectedMark;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the kinds are called in forms: our wire names, Chinese names and offices' codes. */
final class WireNames {

  private static final Map<String, FilingKind> FILING =
      names(FilingKind.values(), FilingKind::wire);
  private static final Map<String, PartyKind> PARTY = names(PartyKind.values(), PartyKind::wire);
  private static final Map<String, ChangeKind> CHANGE =
      names(ChangeKind.values(), ChangeKind::wire);
  private static final Map<String, ActionKind> ACTION =
      names(ActionKind.values(), ActionKind::wire);
  private static final Map<String, ProtectedMark.Fame> FAME =
      names(ProtectedMark.Fame.values(), ProtectedMark.Fame::wire);

  /** Words in descriptions of events, the first that fits decides; capitals for English ones. */
  private static final Map<String, ChangeKind> EVENT_WORDS = new LinkedHashMap<>();

  static {
    put(FILING, FilingKind.INVENTION, "发明", "发明专利", "1", "10", "01");
    put(FILING, FilingKind.UTILITY_MODEL, "实用新型", "新型", "实用新型专利", "2", "20", "02", "utility_model");
    put(FILING, FilingKind.DESIGN, "外观设计", "外观", "外观设计专利", "3", "30", "03");
    put(FILING, FilingKind.PCT_INVENTION, "pct发明", "pct发明专利", "8", "80", "08");
    put(FILING, FilingKind.PCT_UTILITY_MODEL, "pct实用新型", "pct实用新型专利", "9", "90", "09");
    put(FILING, FilingKind.TRADEMARK, "商标", "商标注册", "mark");
    put(PARTY, PartyKind.COMPANY, "企业", "公司", "enterprise");
    put(PARTY, PartyKind.PERSON, "个人", "自然人", "individual");
    put(PARTY, PartyKind.UNIVERSITY, "高校", "大学", "大专院校", "院校");
    put(PARTY, PartyKind.INSTITUTE, "科研单位", "科研院所", "研究所", "研究院");
    put(PARTY, PartyKind.GOVERNMENT, "机关", "机关团体", "政府", "事业单位");
    put(PARTY, PartyKind.AGENCY, "代理机构");
    put(PARTY, PartyKind.OTHER, "其他");
    put(FAME, ProtectedMark.Fame.WELL_KNOWN, "驰名", "驰名商标");
    put(FAME, ProtectedMark.Fame.KNOWN, "知名", "有一定影响");
    put(FAME, ProtectedMark.Fame.REGISTERED, "已注册", "注册商标");
    // The narrower word first: 视为撤回 contains 撤回, 撤三 is no withdrawal.
    word(ChangeKind.DEEMED_WITHDRAWAL, "视为撤回", "视撤", "ABANDONMENT - FAILURE", "ABANDONMENT - NO");
    word(ChangeKind.CANCELLED_NON_USE, "连续三年不使用", "撤三", "CANCELLATION - NON-USE");
    word(ChangeKind.WITHDRAWAL, "撤回", "ABANDONMENT - EXPRESS", "EXPRESS ABANDONMENT", "WITHDRAWN");
    word(ChangeKind.INVENTOR_CHANGE, "发明人变更", "设计人变更", "变更发明人", "变更设计人");
    word(ChangeKind.APPLICANT_CHANGE, "申请人变更", "变更申请人", "申请权转移", "申请权转让");
    word(ChangeKind.LICENCE, "许可", "LICENSE");
    word(ChangeKind.PLEDGE, "质押", "质权", "SECURITY INTEREST");
    word(ChangeKind.ASSIGNMENT, "转让", "转移", "专利权人变更", "商标转让", "ASSIGNMENT OF OWNERSHIP");
    word(ChangeKind.OPPOSITION_UPHELD, "异议成立", "OPPOSITION SUSTAINED");
    word(ChangeKind.INVALIDATION, "宣告无效", "无效宣告成立", "CANCELLATION GRANTED");
    word(ChangeKind.REFUSAL, "驳回", "ABANDONMENT - AFTER EX PARTE APPEAL");
    word(
        ChangeKind.GRANT,
        "授权",
        "核准注册",
        "已注册",
        "REGISTERED-PRINCIPAL REGISTER",
        "REGISTERED-SUPPLEMENTAL REGISTER",
        "REGISTERED - PRINCIPAL");
  }

  private WireNames() {}

  static FilingKind filing(Field field) {
    return read(
        FILING,
        field,
        "invention, utility-model, design, pct-invention, pct-utility-model or trademark");
  }

  static PartyKind party(Field field) {
    return read(
        PARTY, field, "company, person, university, institute, government, agency or other");
  }

  static ChangeKind change(Field field) {
    ChangeKind kind = event(field.text(Limits.NAME_CHARS));
    if (kind == null) {
      throw field.fault("is not a kind of change");
    }
    return kind;
  }

  static ActionKind action(Field field) {
    return read(ACTION, field, "a kind of action, such as submit or sign-in");
  }

  static ProtectedMark.Fame fame(Field field) {
    return read(FAME, field, "well-known, known or registered");
  }

  /** The kind of change that a name or a description of an event means, or null. */
  static @Nullable ChangeKind event(String text) {
    ChangeKind kind = CHANGE.get(key(text));
    if (kind != null) {
      return kind;
    }
    String capitals = text.toUpperCase(Locale.ROOT);
    for (Map.Entry<String, ChangeKind> word : EVENT_WORDS.entrySet()) {
      if (capitals.contains(word.getKey())) {
        return word.getValue();
      }
    }
    return null;
  }

  private static <T> T read(Map<String, T> names, Field field, String expected) {
    T found = names.get(key(field.text(Limits.NAME_CHARS)));
    if (found == null) {
      throw field.fault("must be " + expected);
    }
    return found;
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static <T> Map<String, T> names(T[] values, Function<T, String> wire) {
    Map<String, T> names = new HashMap<>();
    for (T value : values) {
      names.put(wire.apply(value), value);
    }
    return names;
  }

  private static <T> void put(Map<String, T> names, T value, String... aliases) {
    for (String alias : aliases) {
      names.put(alias, value);
    }
  }

  private static void word(ChangeKind kind, String... words) {
    for (String word : words) {
      EVENT_WORDS.put(word, kind);
    }
  }
}
