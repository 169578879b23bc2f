package io.zhidun.report.pack;

import io.zhidun.report.pack.PackVerdict.Fault;
import io.zhidun.report.pack.PackVerdict.Fault.Kind;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.seal.DetachedSignature;
import io.zhidun.trust.seal.SignatureVerdict;
import io.zhidun.trust.seal.Verifier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a pack offline, without unpacking it: the container against its seal, each file against
 * the manifest, the manifest against its signature.
 */
public final class PackVerifier {

  private static final int MOST_ENTRIES = 1_500_000;
  private static final long MOST_MANIFEST = 512L << 20;
  private static final String SIGNATURE = Manifest.PATH + DetachedSignature.SUFFIX;

  private final Verifier keys;
  private final List<Fault> faults = new ArrayList<>();

  private PackVerifier(Verifier keys) {
    this.keys = keys;
  }

  /**
   * Looks at a pack.
   *
   * @param keys that are believed
   * @throws IOException where the file cannot be read at all
   */
  public static PackVerdict verify(Path pack, Verifier keys) throws IOException {
    return new PackVerifier(keys).verify(pack);
  }

  private PackVerdict verify(Path pack) throws IOException {
    boolean sealed = isSealed(pack);
    PackVerdict verdict = read(pack);
    if (sealed || !verdict.isWhole()) {
      return verdict;
    }
    // Every file is as the manifest says: what changed lies between them.
    Fault fault =
        new Fault(
            String.valueOf(pack.getFileName()),
            Kind.CONTAINER,
            "the container is not as it was sealed");
    return new PackVerdict(
        verdict.report(), verdict.files(), List.of(fault), verdict.signature(), verdict.keyId());
  }

  private static boolean isSealed(Path pack) throws IOException {
    long length = Files.size(pack) - SealedOutputStream.SEAL;
    if (length < 0) {
      return false;
    }
    Sm3 sm3 = new Sm3();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(pack))) {
      byte[] buffer = new byte[1 << 16];
      for (long left = length; left > 0; ) {
        int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          return false;
        }
        sm3.update(buffer, 0, count);
        left -= count;
      }
      String seal = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return seal.equals(Sm3.hex(sm3.digest()));
    }
  }

  private PackVerdict read(Path pack) {
    // That the file itself can be read was seen when its seal was.
    try (ZipFile zip = new ZipFile(pack.toFile(), StandardCharsets.UTF_8)) {
      Map<String, ZipEntry> entries = entries(zip);
      byte[] json = bytes(zip, entries.get(Manifest.PATH));
      Manifest manifest = Manifest.parse(json);
      Set<String> listed = new HashSet<>();
      for (Manifest.Entry entry : manifest.files()) {
        listed.add(entry.path());
        compare(zip, entry, entries.get(entry.path()));
      }
      listed.add(Manifest.PATH);
      listed.add(SIGNATURE);
      entries.keySet().stream()
          .filter(name -> !listed.contains(name))
          .sorted()
          .forEach(name -> fault(name, Kind.ADDED, "is not in the manifest"));
      Optional<DetachedSignature> signature = signature(zip, entries.get(SIGNATURE));
      Optional<SignatureVerdict> signed = signature.map(each -> each.verify(json, keys));
      signed.ifPresent(this::judge);
      return new PackVerdict(
          manifest.report(),
          manifest.files().size(),
          faults,
          signed,
          signature.map(DetachedSignature::keyId).orElse(""));
    } catch (IOException | IllegalArgumentException unreadable) {
      fault(Manifest.PATH, Kind.CONTAINER, "no evidence pack: " + unreadable.getMessage());
      return new PackVerdict("", 0, faults, Optional.empty(), "");
    }
  }

  private void judge(SignatureVerdict signed) {
    switch (signed) {
      case VALID, UNKNOWN_KEY -> {}
      case CONTENT_CHANGED -> fault(Manifest.PATH, Kind.CHANGED, "is not what was signed");
      case SIGNATURE_CHANGED -> fault(SIGNATURE, Kind.SIGNATURE, "is no signature of its own key");
    }
  }

  private Map<String, ZipEntry> entries(ZipFile zip) {
    if (zip.size() > MOST_ENTRIES) {
      throw new IllegalArgumentException(zip.size() + " files, at most " + MOST_ENTRIES);
    }
    Map<String, ZipEntry> entries = new HashMap<>();
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      if (entries.put(entry.getName(), entry) != null) {
        fault(entry.getName(), Kind.ADDED, "stands twice");
      }
      if (entry.getName().contains("..") || entry.getName().matches("[/\\\\].*|.*[:\\\\].*")) {
        fault(entry.getName(), Kind.ADDED, "has an unsafe name");
      }
    }
    return entries;
  }

  /** Reads no more than the manifest allows, whatever the container promises. */
  private void compare(ZipFile zip, Manifest.Entry told, @Nullable ZipEntry found) {
    if (found == null) {
      fault(told.path(), Kind.MISSING, "is missing");
      return;
    }
    Sm3 sm3 = new Sm3();
    long bytes = 0;
    try (InputStream in = zip.getInputStream(found)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0 && bytes <= told.bytes(); n = in.read(buffer)) {
        sm3.update(buffer, 0, n);
        bytes += n;
      }
    } catch (IOException unreadable) {
      fault(told.path(), Kind.CHANGED, "cannot be unpacked: " + unreadable.getMessage());
      return;
    }
    if (bytes != told.bytes() || !Sm3.hex(sm3.digest()).equals(told.sm3())) {
      fault(told.path(), Kind.CHANGED, "has not the SM3 of the manifest");
    }
  }

  private Optional<DetachedSignature> signature(ZipFile zip, @Nullable ZipEntry entry)
      throws IOException {
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DetachedSignature.parse(bytes(zip, entry)));
    } catch (IllegalArgumentException changed) {
      fault(SIGNATURE, Kind.SIGNATURE, "is not a signature: " + changed.getMessage());
      return Optional.empty();
    }
  }

  private static byte[] bytes(ZipFile zip, @Nullable ZipEntry entry) throws IOException {
    if (entry == null) {
      throw new IllegalArgumentException("there is no " + Manifest.PATH);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) Math.min(MOST_MANIFEST, Integer.MAX_VALUE - 8));
      if (in.read() >= 0) {
        throw new IllegalArgumentException(entry.getName() + " is over " + MOST_MANIFEST);
      }
      return bytes;
    }
  }

  private void fault(String file, Kind kind, String words) {
    faults.add(new Fault(file, kind, words));
  }
}
