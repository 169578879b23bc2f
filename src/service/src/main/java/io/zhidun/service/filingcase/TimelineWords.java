package io.zhidun.service.filingcase;

import io.zhidun.events.BilingualText;
import io.zhidun.service.filingcase.Incoming.AnAction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a timeline says, in both languages. */
final class TimelineWords {
  private static final Map<String, BilingualText> CHANGES =
      Map.ofEntries(
          word("applicant-change", "变更申请人", "applicant changed"),
          word("assignment", "转让", "assigned"),
          word("inventor-change", "变更发明人", "inventors changed"),
          word("withdrawal", "撤回", "withdrawn"),
          word("deemed-withdrawal", "视为撤回", "deemed withdrawn"),
          word("notice", "发出陈述意见或者撤回的通知", "notice sent: to be answered or withdrawn"),
          word("delivery-failed", "通知书退回", "delivery failed"),
          word("grant", "授权或核准注册", "granted or registered"),
          word("refusal", "驳回", "refused"),
          word("opposition-upheld", "异议成立", "opposition upheld"),
          word("invalidation", "宣告无效", "invalidated"),
          word("bad-faith-decision", "生效裁定载明恶意", "an effective decision found bad faith"),
          word("cancelled-non-use", "连续三年不使用撤销", "cancelled for non-use"),
          word("licence", "许可备案", "licence recorded"),
          word("pledge", "质押登记", "pledge recorded"),
          word("offered-for-sale", "挂牌出售", "offered for sale"));

  private static final Map<String, BilingualText> ACTIONS =
      Map.ofEntries(
          word("register", "注册账号", "registered an account"),
          word("sign-in", "登录", "signed in"),
          word("open-form", "打开表单", "opened the form"),
          word("upload", "上传文件", "uploaded files"),
          word("sign", "签名", "signed"),
          word("submit", "提交", "submitted"),
          word("pay", "缴费", "paid"),
          word("change-contact", "变更联系方式", "changed contact data"),
          word("change-certificate", "变更证书", "changed the certificate"));

  private static final Map<CaseState, BilingualText> STATES =
      Map.of(
          CaseState.PENDING, new BilingualText("待核实", "pending"),
          CaseState.PRELIMINARY, new BilingualText("初步认定", "preliminary"),
          CaseState.NOTIFIED, new BilingualText("已通知", "notified"),
          CaseState.ANSWERED, new BilingualText("陈述", "answered"),
          CaseState.WITHDRAWN, new BilingualText("撤回", "withdrawn"),
          CaseState.CONFIRMED, new BilingualText("认定", "confirmed"),
          CaseState.DISMISSED, new BilingualText("不认定", "dismissed"));

  private TimelineWords() {}

  private static Map.Entry<String, BilingualText> word(String key, String zh, String en) {
    return Map.entry(key, new BilingualText(zh, en));
  }

  static BilingualText change(String kind) {
    return CHANGES.getOrDefault(kind, new BilingualText(kind, kind));
  }

  /** Who did what, from where: that is what shows several accounts on one device. */
  static BilingualText action(AnAction action) {
    BilingualText did =
        ACTIONS.getOrDefault(action.kind(), new BilingualText(action.kind(), action.kind()));
    String failed = action.succeeded() ? "" : "（失败）";
    String failedEnglish = action.succeeded() ? "" : " (refused)";
    return new BilingualText(
        "账号 "
            + action.account()
            + " "
            + did.zh()
            + failed
            + part("，设备 ", action.device())
            + part("，地址 ", action.ip()),
        "Account "
            + action.account()
            + " "
            + did.en()
            + failedEnglish
            + part(", device ", action.device())
            + part(", address ", action.ip()));
  }

  private static String part(String before, @Nullable String value) {
    return value == null ? "" : before + value;
  }

  static BilingualText trail(CaseTrail entry) {
    BilingualText state = entry.to() == null ? null : STATES.get(entry.to());
    String zh = state == null ? "" : "：" + state.zh();
    String en = state == null ? "" : ": " + state.en();
    return switch (entry.act()) {
      case OPENED -> new BilingualText("立案" + zh, "Case opened" + en);
      case INDICATED -> new BilingualText("有新的线索", "Newly indicated");
      case MOVED -> new BilingualText("转为" + zh, "Moved" + en);
      case DEEMED_WITHDRAWN ->
          new BilingualText("期满未答复，视为撤回", "No reply within the term: deemed withdrawn");
      case REOPENED -> new BilingualText("因新的线索重新立案" + zh, "Reopened on a new indication" + en);
      case TAKEN_BACK -> new BilingualText("线索已不再成立，结案", "Closed: no longer indicated");
      case ASSIGNED -> new BilingualText("指定承办人", "Assigned");
      case NOTED -> new BilingualText("备注", "Noted");
    };
  }
}
