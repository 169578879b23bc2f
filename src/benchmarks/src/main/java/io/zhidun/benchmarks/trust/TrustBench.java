package io.zhidun.benchmarks.trust;

import io.zhidun.benchmarks.Figure;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.chain.Trail;
import io.zhidun.trust.chain.TrailExpectation;
import io.zhidun.trust.chain.TrailPosition;
import io.zhidun.trust.chain.TrailVerdict;
import io.zhidun.trust.chain.TrailVerifier;
import io.zhidun.trust.envelope.DataKey;
import io.zhidun.trust.envelope.EnvelopeInputStream;
import io.zhidun.trust.envelope.EnvelopeOutputStream;
import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm4.Sm4Gcm;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cipher, digest and envelope on one thread, in CPU seconds of that thread, beside OpenSSL's on the
 * same machine; and a trail of a million records, written to a file and verified from it.
 */
public final class TrustBench {
  private static final String NAME = "trust";
  private static final int RECORDS = 1_000_000;
  private static final int SEAL_EVERY = 1_000;
  private static final double VERIFY_SECONDS = 20;
  private static final int BUFFER = 1 << 20;
  private static final int TURNS = 256;
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final SecureRandom random = new SecureRandom();
  private final byte[] buffer = new byte[BUFFER];
  private final List<Figure> figures = new ArrayList<>();

  /** Something that takes the buffer {@link #TURNS} times. */
  private interface Work {
    void run() throws IOException;
  }

  public List<Figure> run() throws IOException, InterruptedException {
    new Random(1).nextBytes(buffer);
    speed("SM3", this::digest);
    double gcm = speed("SM4-GCM", this::gcm);
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    DataKey dataKey = DataKey.generate(List.of(key.publicKey()), random);
    speed("envelope sealed", () -> seal(dataKey, OutputStream.nullOutputStream()));
    speed("envelope sealed, with SM3 of it", () -> seal(dataKey, new Digesting()));
    byte[] sealed = sealed(dataKey);
    speed("envelope opened", () -> open(sealed, KeyUnwrapper.of(key)));
    openssl("sm3", "SM3").ifPresent(figures::add);
    Optional<Figure> ctr = openssl("sm4-ctr", "SM4-CTR");
    ctr.ifPresent(figures::add);
    ctr.ifPresent(
        its ->
            figures.add(
                Figure.atLeast(
                    NAME, "SM4-GCM beside OpenSSL's SM4-CTR", gcm / its.value(), "x", 0.8)));
    trail();
    return figures;
  }

  /** The median of some rounds after two to warm up. */
  private double speed(String name, Work work) throws IOException {
    double[] speeds = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadCpuTime();
      work.run();
      long nanos = THREADS.getCurrentThreadCpuTime() - before;
      if (round >= 0) {
        speeds[round] = (double) BUFFER * TURNS / 1e6 / (nanos / 1e9);
      }
    }
    Arrays.sort(speeds);
    add(name, speeds[ROUNDS / 2], "MB/cpu-s");
    return speeds[ROUNDS / 2];
  }

  private void digest() {
    Sm3 sm3 = new Sm3();
    for (int i = 0; i < TURNS; i++) {
      sm3.update(buffer);
    }
    sm3.digest();
  }

  private void gcm() {
    Sm4Gcm gcm = new Sm4Gcm(new byte[16]);
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    byte[] out = new byte[BUFFER + Sm4Gcm.TAG];
    for (int i = 0; i < TURNS; i++) {
      nonce[0] = (byte) i;
      gcm.seal(nonce, nonce, buffer, 0, BUFFER, out, 0);
    }
  }

  private void seal(DataKey key, OutputStream out) throws IOException {
    try (EnvelopeOutputStream envelope = new EnvelopeOutputStream(out, key, random)) {
      for (int i = 0; i < TURNS; i++) {
        envelope.write(buffer);
      }
      envelope.finish();
    }
  }

  private byte[] sealed(DataKey key) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER * TURNS + BUFFER);
    seal(key, out);
    return out.toByteArray();
  }

  private static void open(byte[] sealed, KeyUnwrapper keys) throws IOException {
    try (InputStream in = new EnvelopeInputStream(new ByteArrayInputStream(sealed), keys)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** OpenSSL's own measurement, in its own user time; empty where it is not installed. */
  private Optional<Figure> openssl(String algorithm, String name)
      throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/usr/bin/openssl"))) {
      return Optional.empty();
    }
    Process process =
        new ProcessBuilder(
                "/usr/bin/openssl", "speed", "-seconds", "3", "-bytes", "65536", "-evp", algorithm)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher speed = Pattern.compile("(?mi)^" + algorithm + "\\s+([0-9.]+)k").matcher(said);
    if (process.waitFor() != 0 || !speed.find()) {
      return Optional.empty();
    }
    double megabytes = Double.parseDouble(speed.group(1)) / 1000;
    return Optional.of(Figure.plain(NAME, "OpenSSL " + name, megabytes, "MB/cpu-s"));
  }

  private void trail() throws IOException {
    Path file = Files.createTempFile("zhidun-trail", ".ndjson");
    try {
      Signer signer = new Sm2Signer(Sm2PrivateKey.generate(random), random);
      TrailPosition end = write(file, signer);
      add("trail of 1,000,000 records, size", Files.size(file) / 1e6, "MB");
      long before = THREADS.getCurrentThreadCpuTime();
      TrailVerdict verdict;
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        TrailExpectation expected =
            TrailExpectation.sealedBy(Verifier.of(List.of(signer.publicKey())));
        verdict = TrailVerifier.verify(in, expected.reaching(end));
      }
      double seconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
      boolean intact = verdict.isIntact() && verdict.records() == end.size();
      figures.add(
          Figure.atMost(
              NAME, "trail of 1,000,000 records, verified", seconds, "cpu-s", VERIFY_SECONDS));
      if (!intact) {
        throw new IllegalStateException("the trail did not verify: " + verdict.fault());
      }
    } finally {
      Files.delete(file);
    }
  }

  private static TrailPosition write(Path file, Signer signer) throws IOException {
    Trail trail = Trail.at(TrailPosition.start("bench"));
    Instant start = Instant.parse("2026-11-27T08:00:00Z");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(trail.position().line());
      out.newLine();
      for (int i = 0; i < RECORDS; i++) {
        boolean seals = i % SEAL_EVERY == SEAL_EVERY - 1;
        Instant time = start.plusSeconds(i);
        out.write((seals ? trail.seal(time, signer) : trail.append(time, content(i))).line());
        out.write('\n');
      }
    }
    return trail.position();
  }

  private static String content(int number) {
    return ("{\"actor\":{\"account\":\"operator\",\"role\":\"operator\",\"address\":\"192.0.2.7\"},"
            + "\"action\":\"alert.acknowledge\",\"object\":{\"type\":\"alert\",\"id\":\"%d\"},"
            + "\"outcome\":\"success\",\"detail\":{\"number\":\"AL-2026-%06d\"}}")
        .formatted(number, number);
  }

  private void add(String name, double value, String unit) {
    figures.add(Figure.plain(NAME, name, value, unit));
  }

  /** Digests what it is given, as a chunk of a backup is. */
  private static final class Digesting extends OutputStream {
    private final Sm3 sm3 = new Sm3();

    @Override
    public void write(int value) {
      sm3.update((byte) value);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
      sm3.update(bytes, offset, count);
    }
  }
}
