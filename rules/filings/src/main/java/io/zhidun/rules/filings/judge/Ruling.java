package io.zhidun.rules.filings.judge;

import java.util.List;

/** What the rules made of the facts, of one kind. Independent of the subject, so remembered. */
record Ruling(String kind, Tier tier, List<String> codes) {}
