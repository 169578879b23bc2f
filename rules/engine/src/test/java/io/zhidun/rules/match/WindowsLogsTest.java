package io.zhidun.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.LogSource;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.atom.TextView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsLogsTest {
  private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      nullValues = "-",
      value = {
        "\"Channel\":\"" + SYSMON + "\",\"EventID\":1 ~ process_creation ~ windows ~ sysmon",
        "\"Channel\":\"" + SYSMON + "\",\"EventID\":\"1\" ~ process_creation ~ windows ~ sysmon",
        "\"Channel\":\"Microsoft-Windows-Sysmon\\/Operational\",\"EventID\":3 ~ network_connection ~ windows ~ sysmon",
        "\"Channel\":\""
            + SYSMON
            + "\",\"EventID\":12,\"EventType\":\"CreateKey\" ~ registry_add ~ windows ~ sysmon",
        "\"Channel\":\""
            + SYSMON
            + "\",\"EventID\":12,\"EventType\":\"DeleteValue\" ~ registry_delete ~ windows ~ sysmon",
        "\"Channel\":\""
            + SYSMON
            + "\",\"EventID\":12,\"EventType\":\"INFO\" ~ registry_event ~ windows ~ sysmon",
        "\"Channel\":\"" + SYSMON + "\",\"EventID\":99999 ~ - ~ windows ~ sysmon",
        "\"Channel\":\"security\",\"EventID\":4688 ~ process_creation ~ windows ~ security",
        "\"Channel\":\"Security\",\"EventID\":4624 ~ - ~ windows ~ security",
        "\"Channel\":\"Security\" ~ - ~ windows ~ security",
        "\"Channel\":\"Something/Own\",\"EventID\":1 ~ - ~ windows ~ -",
        "\"winlog\":{\"channel\":\""
            + SYSMON
            + "\"},\"event\":{\"code\":\"22\"} ~ dns_query ~ windows ~ sysmon",
        "\"EventID\":1 ~ - ~ - ~ -",
      })
  void theChannelAndTheEventIdSayWhatAnEventIs(
      String fields, String category, String product, String service) {
    LogSource found =
        WindowsLogs.shipped().of(TestEvents.json("{" + fields.strip() + "}"), new TextView());
    assertThat(found).isEqualTo(new LogSource(category, product, service));
  }

  @Test
  void rulesOnAnyRegistryChangeReadEachOfThem() {
    LogSource any = new LogSource("registry_event", "windows", null);
    LogSource set = new LogSource("registry_set", "windows", null);
    assertThat(Routing.reads(any, new LogSource("registry_set", "windows", "sysmon"))).isTrue();
    assertThat(Routing.reads(set, new LogSource("registry_event", "windows", "sysmon"))).isFalse();
    assertThat(Routing.reads(set, new LogSource("registry_add", "windows", "sysmon"))).isFalse();
  }
}
