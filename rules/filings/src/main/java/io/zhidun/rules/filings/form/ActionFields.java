package io.zhidun.rules.filings.form;

import io.zhidun.rules.filings.record.FilingAction;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody did on a filing system. */
final class ActionFields {

  private static final Set<String> SUCCESS =
      Set.of("success", "succeeded", "ok", "true", "成功", "通过");
  private static final Set<String> FAILURE =
      Set.of("failure", "failed", "denied", "false", "error", "失败", "拒绝");
  private static final double LONGEST_FORM_SECONDS = 366 * 86_400.0;

  private final PartyFields parties;

  ActionFields(PartyFields parties) {
    this.parties = parties;
  }

  FilingAction read(Field line) {
    Field address = line.at("ip");
    Field number = line.at("applicationNumber");
    Field seconds = line.at("formSeconds");
    String system = line.text("system", Limits.NAME_CHARS);
    return new FilingAction(
        Times.readTime(line.required("time")),
        WireNames.action(line.required("action")),
        system == null ? "" : system,
        line.required("accountId").text(Limits.ID_CHARS),
        line.text("sessionId", Limits.ID_CHARS),
        line.text("clientId", Limits.NAME_CHARS),
        line.text("deviceFingerprint", Limits.ID_CHARS),
        address == null ? null : IpAddresses.read(address),
        line.text("certSerial", Limits.ID_CHARS),
        parties.phone(line.at("phone")),
        line.text("agentNumber", Limits.ID_CHARS),
        line.text("agencyCode", Limits.ID_CHARS),
        number == null ? null : ApplicationNumber.read(number),
        succeeded(line.at("outcome")),
        seconds == null ? Double.NaN : seconds.decimal(0, LONGEST_FORM_SECONDS),
        FilingFields.digests(line, "uploadSha256", Limits.UPLOADS));
  }

  private static boolean succeeded(@Nullable Field outcome) {
    String text = outcome == null ? "success" : outcome.text(Limits.ID_CHARS);
    String lower = text.toLowerCase(Locale.ROOT);
    if (outcome != null && !SUCCESS.contains(lower) && !FAILURE.contains(lower)) {
      throw outcome.fault("must be success or failure");
    }
    return SUCCESS.contains(lower);
  }
}
