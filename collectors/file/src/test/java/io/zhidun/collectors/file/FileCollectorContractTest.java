package io.zhidun.collectors.file;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.testkit.CollectorContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class FileCollectorContractTest extends CollectorContract {
  @TempDir private Path folder;

  @Override
  protected Collector collector(Shipper shipper) {
    Source source = new Source("contract", "syslog", ZoneOffset.UTC);
    FileOptions options = FileOptions.of(source, List.of(log().toString()), StartAt.BEGINNING);
    return new FileCollector(options, shipper, Clock.systemUTC(), System::nanoTime);
  }

  @Override
  protected void awaitReady(Collector collector) {
    // A line written early is read all the same.
  }

  @Override
  protected void send(Collector collector, String record) throws IOException {
    Files.write(
        log(),
        (record + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private Path log() {
    return folder.resolve("contract.log");
  }
}
