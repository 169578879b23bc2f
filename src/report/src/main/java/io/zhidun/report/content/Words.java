package io.zhidun.report.content;

import io.zhidun.report.document.Block.Tone;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.EvidenceClass;
import io.zhidun.rules.compliance.record.Judge;
import io.zhidun.rules.compliance.record.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Values as words of one language, and instants in one zone. */
final class Words {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Language language;
  private final ZoneId zone;

  Words(Language language, ZoneId zone) {
    this.language = language;
    this.zone = zone;
  }

  String minute(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }

  String date(LocalDate date) {
    return language.of(
        date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
        date.toString());
  }

  String level(int level) {
    return language.of("第" + "零一二三四".charAt(level) + "级", "Level " + level);
  }

  /** With the version of the rule where it is not the one on the cover. */
  String judge(Judge judge, String rules) {
    if (judge.kind() == Judge.Kind.PERSON) {
      return language.of("人员 ", "person ") + judge.name();
    }
    String rule = language.of("规则 ", "rule ") + judge.name();
    return judge.version().equals(rules) ? rule : rule + " " + judge.version();
  }

  String kind(AssetKind kind) {
    return switch (kind) {
      case HOST -> language.of("服务器", "host");
      case DATABASE -> language.of("数据库", "database");
      case NETWORK_DEVICE -> language.of("网络设备", "network device");
      case SECURITY_DEVICE -> language.of("安全设备", "security device");
      case APPLICATION -> language.of("应用系统", "application");
      case DATA -> language.of("数据资源", "data");
      case TERMINAL -> language.of("终端", "terminal");
      case ROOM -> language.of("机房", "room");
      case ORGANISATION -> language.of("管理组织", "organisation");
    };
  }

  String evidenceClass(EvidenceClass kind) {
    return switch (kind) {
      case AUTOMATIC -> language.of("自动判定", "automatic");
      case ASSISTED -> language.of("辅助判定", "assisted");
      case DOCUMENT -> language.of("书面举证", "document");
    };
  }

  String importance(int importance) {
    return switch (importance) {
      case 3 -> language.of("关键", "key");
      case 2 -> language.of("重要", "important");
      default -> language.of("一般", "ordinary");
    };
  }

  String state(String rectification) {
    return switch (rectification) {
      case "open" -> language.of("整改中", "open");
      case "done" -> language.of("已完成，待复核", "done");
      case "verified" -> language.of("已复核", "verified");
      default -> rectification;
    };
  }

  /** Fits a narrow column. */
  String shortly(Result result) {
    return switch (result) {
      case PARTLY_MET -> language.of(result.text().zh(), "partly");
      case NOT_APPLICABLE -> language.of(result.text().zh(), "n/a");
      case MET, NOT_MET, NOT_ASSESSED, NO_EVIDENCE -> language.of(result.text());
    };
  }

  static Tone tone(Result result) {
    return switch (result) {
      case MET -> Tone.GOOD;
      case PARTLY_MET -> Tone.FAIR;
      case NOT_MET -> Tone.BAD;
      case NOT_APPLICABLE, NOT_ASSESSED, NO_EVIDENCE -> Tone.MUTED;
    };
  }

  /** Six hex digits, apart from each other in grey as well. */
  static String colour(Result result) {
    return switch (result) {
      case MET -> "2E7D4F";
      case PARTLY_MET -> "C98A1B";
      case NOT_MET -> "B3261E";
      case NOT_APPLICABLE -> "A9B1BD";
      case NOT_ASSESSED -> "7C8798";
      case NO_EVIDENCE -> "5A5F8C";
    };
  }
}
