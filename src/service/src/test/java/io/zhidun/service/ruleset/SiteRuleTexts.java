package io.zhidun.service.ruleset;

/** Rules that a site might write. */
final class SiteRuleTexts {
  static final String TOOL_ID = "5b1d0f0e-0c7e-4a0c-9a52-000000000001";

  static final String TOOL =
      """
      title: Port scanner started
      id: 5b1d0f0e-0c7e-4a0c-9a52-000000000001
      name: site-port-scanner
      author: the site's duty team
      license: DRL-1.1
      logsource: {product: linux}
      detection:
          selection:
              process.name: nmap
          condition: selection
      level: high
      """;

  static final String TOOL_CASES =
      """
      - name: started
        detections: 1
        events:
          - {"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: linux}, process.name: nmap}
      - name: by another name
        detections: 1
        events:
          - {"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: linux}, process.name: NMAP}
      - name: another program
        detections: 0
        events:
          - {"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: linux}, process.name: ls}
      - name: on another system
        detections: 0
        events:
          - {"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: windows}, process.name: nmap}
      """;

  /** Id of the shipped correlation ssh-password-guessing. */
  static final String SSH_GUESSING = "edad9693-c80f-401c-9796-6249eb47f479";

  /** Id of the shipped correlation web-scan, which no other rule needs. */
  static final String WEB_SCAN = "a4255b95-2f49-4804-860e-ad90b905924a";

  private SiteRuleTexts() {}

  static Change tool() {
    return ProposalForm.text("scanner.yml", TOOL, TOOL_CASES);
  }
}
