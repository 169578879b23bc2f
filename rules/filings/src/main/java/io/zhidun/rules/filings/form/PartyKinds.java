package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.PartyKind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what an applicant is where the form does not say. */
final class PartyKinds {

  private static final List<String> COMPANY_ENDS =
      List.of(
          "公司",
          "集团",
          "厂",
          "商行",
          "商店",
          "经营部",
          "工作室",
          "合作社",
          "企业",
          "合伙)",
          "合伙）",
          "株式会社",
          "店",
          "中心(有限合伙)",
          "农场");
  private static final List<String> COMPANY_WORDS =
      List.of(
          " co.",
          " co,",
          " ltd",
          " inc",
          " llc",
          " corp",
          " gmbh",
          " ag",
          " s.a",
          " b.v",
          " plc",
          " company",
          " ab",
          " limited",
          " llp");

  private PartyKinds() {}

  static PartyKind guess(String name, boolean hasIdentity, @Nullable String code) {
    if (hasIdentity) {
      return PartyKind.PERSON;
    }
    PartyKind named = Texts.hasHan(name) ? chinese(name) : foreign(name);
    if (named == PartyKind.OTHER && code != null && code.startsWith("9")) {
      return PartyKind.COMPANY;
    }
    return named == PartyKind.PERSON && code != null ? PartyKind.OTHER : named;
  }

  private static PartyKind chinese(String name) {
    if (ends(name, COMPANY_ENDS)) {
      boolean agency = name.contains("专利代理") || name.contains("商标代理") || name.contains("知识产权代理");
      return agency ? PartyKind.AGENCY : PartyKind.COMPANY;
    }
    if (name.endsWith("事务所") || name.contains("事务所(") || name.contains("事务所（")) {
      return PartyKind.AGENCY;
    }
    if (name.contains("大学") || name.endsWith("学院") || name.endsWith("学校")) {
      return PartyKind.UNIVERSITY;
    }
    if (name.contains("研究院") || name.contains("研究所") || name.endsWith("科学院")) {
      return PartyKind.INSTITUTE;
    }
    if (name.contains("政府") || name.endsWith("局") || name.endsWith("委员会")) {
      return PartyKind.GOVERNMENT;
    }
    boolean short_ = name.length() <= 4 || name.indexOf('·') > 0 && name.length() <= 20;
    return short_ ? PartyKind.PERSON : PartyKind.OTHER;
  }

  private static PartyKind foreign(String name) {
    String lower = " " + name.toLowerCase(Locale.ROOT).replace(',', ' ');
    if (lower.contains("universit") || lower.contains("college")) {
      return PartyKind.UNIVERSITY;
    }
    for (String word : COMPANY_WORDS) {
      int at = lower.indexOf(word);
      int end = at + word.length();
      if (at >= 0 && (end == lower.length() || !Character.isLetter(lower.charAt(end)))) {
        return PartyKind.COMPANY;
      }
    }
    return lower.contains(" institut") ? PartyKind.INSTITUTE : PartyKind.OTHER;
  }

  private static boolean ends(String name, List<String> ends) {
    for (String end : ends) {
      if (name.endsWith(end)) {
        return true;
      }
    }
    return false;
  }
}
