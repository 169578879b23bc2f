package io.zhidun.rules.filings.text;

import java.util.List;

/**
 * A filing that just came, and what earlier ones share with it.
 *
 * @param matches earlier filings with like texts, families left out, in order of their coming
 */
record Arrival(HeldFiling filing, List<Match> matches, PatentMemory memory) {}
