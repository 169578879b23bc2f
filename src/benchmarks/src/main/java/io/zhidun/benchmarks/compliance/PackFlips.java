package io.zhidun.benchmarks.compliance;

import io.zhidun.benchmarks.Figure;
import io.zhidun.report.Imprint;
import io.zhidun.report.ReportForms;
import io.zhidun.report.ReportModel;
import io.zhidun.report.content.Language;
import io.zhidun.report.pack.EvidencePack;
import io.zhidun.report.pack.PackVerdict;
import io.zhidun.report.pack.PackVerifier;
import io.zhidun.rules.compliance.record.Assessment;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Flips bytes of a signed evidence pack, in which the report lies in each of its forms, and asks
 * the verifier whether each is found.
 */
final class PackFlips {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

  private final Assessment assessment;
  private final Verifier keys;
  private final Sm2Signer signer;

  PackFlips(Assessment assessment) {
    this.assessment = assessment;
    SecureRandom random = new SecureRandom();
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    this.signer = new Sm2Signer(key, random);
    this.keys = Verifier.of(List.of(key.publicKey()));
  }

  Figure run(int flips) throws IOException {
    Path pack = Files.createTempFile("zhidun-pack", ".zip");
    try {
      write(pack);
      requireWhole(pack);
      SplittableRandom random = new SplittableRandom(10);
      long size = Files.size(pack);
      int found = 0;
      try (FileChannel file =
          FileChannel.open(pack, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        for (int flip = 0; flip < flips; flip++) {
          long at = random.nextLong(size);
          int mask = 1 + random.nextInt(255);
          flip(file, at, mask);
          found += isWhole(pack) ? 0 : 1;
          flip(file, at, mask);
        }
      }
      requireWhole(pack);
      return Figure.exactly(
          "compliance", "flipped bytes of a report's pack found", found, "flips", flips);
    } finally {
      Files.delete(pack);
    }
  }

  private void write(Path pack) throws IOException {
    ReportModel model = ReportModel.of(assessment, Imprint.of("bench", DAY));
    ReportForms forms = new ReportForms(model, Language.CHINESE, Optional.empty());
    try (OutputStream out = Files.newOutputStream(pack)) {
      EvidencePack.write(forms, List.of(), Optional.of(signer), assessment.madeAt(), out);
    }
  }

  private static void flip(FileChannel file, long at, int mask) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    file.read(one, at);
    one.put(0, (byte) (one.get(0) ^ mask));
    one.rewind();
    file.write(one, at);
  }

  private boolean isWhole(Path pack) throws IOException {
    PackVerdict verdict = PackVerifier.verify(pack, keys);
    return verdict.isWhole() && verdict.signature().filter(s -> s.isValid()).isPresent();
  }

  private void requireWhole(Path pack) throws IOException {
    if (!isWhole(pack)) {
      throw new IllegalStateException("the pack itself is said to be damaged");
    }
  }
}
