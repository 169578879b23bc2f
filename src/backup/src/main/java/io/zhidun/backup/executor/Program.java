package io.zhidun.backup.executor;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An engine's own tool: its arguments are a list that no shell reads, its words on standard error
 * are kept up to a bound, and it is killed when the thread that waits for it is interrupted. A
 * secret goes into the environment or a file, never among the arguments.
 */
public final class Program {
  private static final int MOST_WORDS = 16 << 10;

  private final List<String> command;
  private final ProcessBuilder builder;

  private Program(List<String> command) {
    this.command = List.copyOf(command);
    this.builder = new ProcessBuilder(command).directory(new File("/"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("LANGUAGE", "C");
  }

  public static Program of(String... command) {
    return new Program(List.of(command));
  }

  public static Program of(List<String> command) {
    return new Program(command);
  }

  public Program with(Map<String, String> environment) {
    builder.environment().putAll(environment);
    return this;
  }

  public Program in(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  /** Runs to the end and gives its output, at most 64 MiB. */
  public String run() throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    run(null, new Bounded(out, 64 << 20));
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * Runs to the end.
   *
   * @param in what it reads, or null; stays open
   * @param out takes what it writes; stays open
   * @return its last words on standard error
   * @throws IOException with those words where it fails
   */
  public String run(@Nullable InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    Process process = builder.start();
    Words words = new Words(process.getErrorStream());
    Feeder feeder = new Feeder(in, process.getOutputStream());
    try {
      copy(process.getInputStream(), out);
      int code = process.waitFor();
      feeder.join();
      words.join();
      if (code != 0) {
        throw new IOException(command.get(0) + " ended with " + code + ": " + words.text());
      }
      feeder.check();
      return words.text();
    } finally {
      kill(process);
    }
  }

  private static void copy(InputStream from, OutputStream to)
      throws IOException, InterruptedException {
    byte[] bytes = new byte[128 << 10];
    for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("stopped");
      }
      to.write(bytes, 0, n);
    }
  }

  /** Starts what goes on until it is ended; its output is thrown away, its words are kept. */
  Running start() throws IOException {
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    return new Running(command.get(0), process, new Words(process.getErrorStream()));
  }

  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** A program that goes on. */
  static final class Running implements AutoCloseable {
    private final String name;
    private final Process process;
    private final Words words;

    Running(String name, Process process, Words words) {
      this.name = name;
      this.process = process;
      this.words = words;
    }

    boolean isAlive() {
      return process.isAlive();
    }

    String words() {
      return name + ": " + words.text();
    }

    /** Asks it to end as SIGINT does, and kills it where it does not within ten seconds. */
    @Override
    public void close() {
      process.destroy();
      try {
        if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
          kill(process);
        }
      } catch (InterruptedException e) {
        kill(process);
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The end of what a program says. */
  static final class Words {
    private final Thread thread;
    private String tail = "";

    Words(InputStream from) {
      thread = new Thread(() -> read(from), "program-words");
      thread.setDaemon(true);
      thread.start();
    }

    private void read(InputStream from) {
      byte[] bytes = new byte[4096];
      try {
        for (int n = from.read(bytes); n >= 0; n = from.read(bytes)) {
          add(new String(bytes, 0, n, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        add("(" + e.getMessage() + ")");
      }
    }

    private synchronized void add(String more) {
      String all = tail + more;
      tail = all.substring(Math.max(0, all.length() - MOST_WORDS));
    }

    synchronized String text() {
      return tail.strip();
    }

    void join() throws InterruptedException {
      thread.join(5000);
    }
  }

  /** Gives a program its input from another thread. */
  private static final class Feeder {
    private final Thread thread;
    private volatile @Nullable IOException fault;

    Feeder(@Nullable InputStream in, OutputStream to) {
      thread = new Thread(() -> feed(in, to), "program-input");
      thread.setDaemon(true);
      thread.start();
    }

    private void feed(@Nullable InputStream in, OutputStream to) {
      try (to) {
        if (in != null) {
          in.transferTo(to);
        }
      } catch (IOException e) {
        fault = e;
      }
    }

    void join() throws InterruptedException {
      thread.join();
    }

    void check() throws IOException {
      if (fault != null) {
        throw fault;
      }
    }
  }

  private static final class Bounded extends OutputStream {
    private final OutputStream out;
    private long left;

    Bounded(OutputStream out, long most) {
      this.out = out;
      this.left = most;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new IOException("a program says too much");
      }
      out.write(bytes, offset, length);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(command.toArray());
  }
}
