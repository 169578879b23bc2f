package io.zhidun.cli;

import io.zhidun.events.Event;
import io.zhidun.events.EventWriter;
import io.zhidun.events.JsonBuffer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Raw lines in, one event per line out. */
@Command(
    name = "normalize",
    description = "Turns raw lines into ECS events, one JSON object a line",
    mixinStandardHelpOptions = true)
final class NormalizeCommand implements Callable<Integer> {
  @Option(names = "--format", required = true, description = "format name, or auto")
  private String format = FormatChoice.AUTO;

  @Parameters(arity = "0..1", defaultValue = "-", description = "file; standard input by default")
  private Path file = Path.of("-");

  @Mixin private InputOptions input = new InputOptions();

  private final EventWriter writer = new EventWriter();
  private final JsonBuffer out = new JsonBuffer();

  @Override
  public Integer call() throws IOException {
    input.check(Instant.now());
    FormatChoice choice = new FormatChoice(format, input);
    Event event = new Event();
    long read = 0;
    long faults = 0;
    try (Lines lines = Lines.of(file);
        OutputStream stdout = new BufferedOutputStream(System.out, 1 << 16)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        String fault = choice.read(line, read++, event);
        faults += fault == null ? 0 : 1;
        write(line, fault, event);
        stdout.write(out.array(), 0, out.length());
      }
    }
    System.err.println(read + " lines, " + faults + " that could not be read");
    return faults == 0 ? 0 : 1;
  }

  private void write(byte[] line, @Nullable String fault, Event event) {
    out.clear();
    if (fault == null) {
      writer.write(event, out);
    } else {
      byte[] reason = fault.getBytes(StandardCharsets.UTF_8);
      out.raw("{\"error\":".getBytes(StandardCharsets.US_ASCII));
      out.text(reason, 0, reason.length);
      out.raw(",\"event\":{\"original\":".getBytes(StandardCharsets.US_ASCII));
      out.text(line, 0, line.length);
      out.raw("}}".getBytes(StandardCharsets.US_ASCII));
    }
    out.raw('\n');
  }
}
