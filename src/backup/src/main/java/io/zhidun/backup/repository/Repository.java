package io.zhidun.backup.repository;

import io.zhidun.backup.repository.RepositoryException.Fault;
import io.zhidun.backup.storage.Content;
import io.zhidun.backup.storage.Page;
import io.zhidun.backup.storage.StoredObject;
import io.zhidun.backup.storage.Target;
import io.zhidun.backup.storage.TargetException;
import io.zhidun.backup.storage.TargetException.Reason;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.seal.DetachedSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The backups of one installation on one target, at {@code backups/SYSTEM/SOURCE/ID/}: chunks, then
 * the manifest's detached signature, then the manifest. What has no manifest is not there. Safe for
 * several threads.
 */
public final class Repository {
  private static final int PAGE = 1000;
  private static final int MOST_SIGNATURE = 64 << 10;
  private static final int MOST_DOCUMENT = 4 << 20;

  private final Target target;
  private final String installation;
  private final Keys keys;
  private final SecureRandom random;
  private final Retry retry;

  /**
   * @param installation the name of this Zhidun; manifests of another are refused
   */
  public Repository(
      Target target, String installation, Keys keys, SecureRandom random, Retry retry) {
    this.target = target;
    this.installation = SystemName.require("an installation", installation);
    this.keys = keys;
    this.random = random;
    this.retry = retry;
  }

  public Target target() {
    return target;
  }

  String installation() {
    return installation;
  }

  Keys keys() {
    return keys;
  }

  SecureRandom random() {
    return random;
  }

  Retry retry() {
    return retry;
  }

  /**
   * Begins a backup of a source that cannot be read twice alike.
   *
   * @param keepUntil before which it may not be deleted, or null
   */
  public BackupWriter begin(
      Heading heading, int chunkSize, @Nullable Instant keepUntil, ProgressMeter progress) {
    return new BackupWriter(this, heading, ChunkSize.require(chunkSize), null, keepUntil, progress);
  }

  /**
   * Begins a backup that notes its way in a journal; where the journal is that of a run that died,
   * goes on with it: the source is read again, and of its bytes those that are already on the
   * target are not stored again.
   */
  public BackupWriter begin(
      Heading heading,
      int chunkSize,
      Journal journal,
      @Nullable Instant keepUntil,
      ProgressMeter progress)
      throws IOException {
    Optional<Heading> unfinished = journal.unfinished();
    if (unfinished.isPresent() && journal.chunkSize() == chunkSize) {
      return new BackupWriter(this, unfinished.get(), chunkSize, journal, keepUntil, progress);
    }
    journal.clear();
    journal.begin(heading, ChunkSize.require(chunkSize));
    return new BackupWriter(this, heading, chunkSize, journal, keepUntil, progress);
  }

  /**
   * Ends what a run before began, if only its manifest was missing.
   *
   * @return the backup that is now there
   */
  public Optional<Manifest> complete(Journal journal) throws IOException {
    Optional<Journal.Sealed> sealed = journal.sealed();
    if (sealed.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = Manifest.parse(sealed.get().manifest(), "the journal");
    publish(manifest.folder(), sealed.get());
    return Optional.of(manifest);
  }

  void publish(Manifest manifest, @Nullable Journal journal) throws IOException {
    byte[] json = manifest.json();
    if (json.length > Manifest.MOST_BYTES) {
      throw new IOException(
          "a manifest has at most " + Manifest.MOST_BYTES + " bytes: use larger chunks");
    }
    byte[] signature = DetachedSignature.of(json, manifest.finished(), keys.signer()).json();
    if (journal != null) {
      journal.seal(json, signature);
    }
    publish(manifest.folder(), new Journal.Sealed(json, signature));
  }

  private void publish(String folder, Journal.Sealed sealed) throws IOException {
    Instant keepUntil = Manifest.parse(sealed.manifest(), folder).immutableUntil();
    String name = folder + Manifest.NAME;
    putOnce(name + DetachedSignature.SUFFIX, sealed.signature(), keepUntil);
    putOnce(name, sealed.manifest(), keepUntil);
  }

  private void putOnce(String name, byte[] bytes, @Nullable Instant keepUntil) throws IOException {
    try {
      retry.run(() -> target.put(name, Content.of(bytes), keepUntil));
    } catch (TargetException e) {
      if (e.reason() != Reason.EXISTS || !Arrays.equals(bytes, read(name, bytes.length + 1))) {
        throw e;
      }
    }
  }

  /** The ids of all backups of a source that are there, oldest first. */
  public List<String> list(String system, String source) throws IOException {
    String folder = Manifest.folder(system, source);
    List<String> ids = new ArrayList<>();
    for (StoredObject object : objects(folder)) {
      String rest = object.name().substring(folder.length());
      int slash = rest.indexOf('/');
      if (slash > 0 && rest.substring(slash + 1).equals(Manifest.NAME)) {
        ids.add(rest.substring(0, slash));
      }
    }
    return ids;
  }

  /** The manifest of a backup, proven to be ours and unchanged. */
  public Manifest manifest(String system, String source, String id) throws IOException {
    String name = Manifest.folder(system, source, BackupId.require(id)) + Manifest.NAME;
    String place = target.place() + '/' + name;
    byte[] json = readManifest(name, place, Manifest.MOST_BYTES);
    byte[] signature = readManifest(name + DetachedSignature.SUFFIX, place, MOST_SIGNATURE);
    requireSigned(json, signature, place);
    Manifest manifest = Manifest.parse(json, place);
    Heading heading = manifest.heading();
    if (!manifest.installation().equals(installation)
        || !heading.system().equals(system)
        || !heading.source().equals(source)
        || !heading.id().equals(id)) {
      throw new RepositoryException(
          Fault.FOREIGN_MANIFEST,
          place,
          "is the manifest of %s/%s/%s of the installation %s"
              .formatted(heading.system(), heading.source(), heading.id(), manifest.installation()),
          null);
    }
    return manifest;
  }

  private byte[] readManifest(String name, String place, int most) throws IOException {
    try {
      byte[] bytes = read(name, most + 1);
      if (bytes.length > most) {
        throw new RepositoryException(
            Fault.MANIFEST_CHANGED, place, "has more than " + most + " bytes", null);
      }
      return bytes;
    } catch (TargetException e) {
      throw e.reason() == Reason.MISSING
          ? new RepositoryException(Fault.MANIFEST_MISSING, place, "is not there: " + name, e)
          : e;
    }
  }

  private void requireSigned(byte[] json, byte[] signature, String place)
      throws RepositoryException {
    DetachedSignature seal;
    try {
      seal = DetachedSignature.parse(signature);
    } catch (IllegalArgumentException e) {
      throw new RepositoryException(
          Fault.MANIFEST_CHANGED, place, "its signature cannot be read: " + e.getMessage(), e);
    }
    switch (seal.verify(json, keys.verifier())) {
      case VALID -> {}
      case UNKNOWN_KEY ->
          throw new RepositoryException(
              Fault.UNKNOWN_SIGNER, place, "is signed by the unknown key " + seal.keyId(), null);
      case CONTENT_CHANGED, SIGNATURE_CHANGED ->
          throw new RepositoryException(
              Fault.MANIFEST_CHANGED, place, "is not what was signed", null);
    }
  }

  private byte[] read(String name, int most) throws IOException {
    try (InputStream in = target.open(name, 0, most)) {
      return in.readNBytes(most);
    }
  }

  /**
   * Opens the stream that was backed up.
   *
   * @param offset of the first byte wanted
   */
  public InputStream open(Manifest manifest, long offset, ProgressMeter progress)
      throws IOException {
    ChunkOpener opener = new ChunkOpener(target, manifest, keys.unwrapper());
    return new BackupInputStream(manifest, opener, offset, progress);
  }

  /**
   * Reads all chunks and compares them with the manifest.
   *
   * @param open whether to decrypt and decompress them too
   */
  public VerifyReport verify(Manifest manifest, boolean open, Instant now, ProgressMeter progress)
      throws IOException {
    List<String> faults = new ArrayList<>();
    long bytes = 0;
    try (ChunkOpener opener = new ChunkOpener(target, manifest, keys.unwrapper())) {
      byte[] plain = new byte[0];
      for (Chunk chunk : manifest.chunks()) {
        plain = plain.length < chunk.plain() ? new byte[chunk.plain()] : plain;
        try {
          opener.fetch(chunk);
          if (open) {
            opener.open(chunk, plain);
          }
          bytes += chunk.size();
        } catch (RepositoryException e) {
          faults.add(e.getMessage() + "");
        }
        progress.add(chunk.plain(), chunk.size());
      }
    }
    Heading heading = manifest.heading();
    return new VerifyReport(
        heading.system(),
        heading.source(),
        heading.id(),
        now,
        manifest.chunks().size(),
        bytes,
        open,
        faults);
  }

  /**
   * Deletes a backup: first what makes it visible, then the rest.
   *
   * @throws RepositoryException with {@code IMMUTABLE} before its time
   */
  public void delete(Manifest manifest, Instant now) throws IOException {
    Instant until = manifest.immutableUntil();
    if (until != null && now.isBefore(until)) {
      throw new RepositoryException(
          Fault.IMMUTABLE,
          target.place() + '/' + manifest.folder(),
          "may not be deleted before " + until,
          null);
    }
    target.delete(manifest.folder() + Manifest.NAME);
    deleteAll(manifest.folder());
  }

  /**
   * Deletes what runs that died left without a manifest.
   *
   * @param before runs that began later may still be at work
   * @return how many objects went
   */
  public int deleteUnfinished(String system, String source, Instant before) throws IOException {
    List<String> finished = list(system, source);
    String folder = Manifest.folder(system, source);
    int deleted = 0;
    for (StoredObject object : objects(folder)) {
      String rest = object.name().substring(folder.length());
      String id = rest.substring(0, Math.max(0, rest.indexOf('/')));
      if (!finished.contains(id) && object.stored().isBefore(before)) {
        target.delete(object.name());
        deleted++;
      }
    }
    return deleted;
  }

  private void deleteAll(String folder) throws IOException {
    for (StoredObject object : objects(folder)) {
      target.delete(object.name());
    }
  }

  private List<StoredObject> objects(String prefix) throws IOException {
    List<StoredObject> all = new ArrayList<>();
    String after = null;
    Page page;
    do {
      page = target.list(prefix, after, PAGE);
      all.addAll(page.objects());
      after = all.isEmpty() ? null : all.get(all.size() - 1).name();
    } while (page.more());
    return all;
  }

  /**
   * Keeps a document with a detached signature beside it, such as the record of a drill.
   *
   * @param name of the object; a name is used once
   */
  public void storeSigned(String name, byte[] document, Instant now) throws IOException {
    byte[] signature = DetachedSignature.of(document, now, keys.signer()).json();
    putOnce(name + DetachedSignature.SUFFIX, signature, null);
    putOnce(name, document, null);
  }

  /** A document that {@link #storeSigned} kept, proven to be as it was. */
  public byte[] readSigned(String name) throws IOException {
    String place = target.place() + '/' + name;
    byte[] document = readManifest(name, place, MOST_DOCUMENT);
    requireSigned(
        document, readManifest(name + DetachedSignature.SUFFIX, place, MOST_SIGNATURE), place);
    return document;
  }

  /** Names of the signed documents that begin so, in order. */
  public List<String> listSigned(String prefix) throws IOException {
    return objects(prefix).stream()
        .map(StoredObject::name)
        .filter(name -> !name.endsWith(DetachedSignature.SUFFIX))
        .toList();
  }

  /** Copies a backup, sealed as it is, to another target; what is there already is kept. */
  public void copy(Manifest manifest, Repository to, ProgressMeter progress) throws IOException {
    for (Chunk chunk : manifest.chunks()) {
      if (!to.lies(manifest.heading(), chunk)) {
        byte[] bytes = read(manifest.folder() + chunk.name(), Math.toIntExact(chunk.size()));
        if (!Sm3.hex(Sm3.of(bytes)).equals(chunk.sm3())) {
          throw new RepositoryException(
              Fault.CHUNK_CHANGED,
              target.place() + '/' + manifest.folder() + chunk.name(),
              "is not what was stored and is not copied",
              null);
        }
        to.putOnce(manifest.folder() + chunk.name(), bytes, manifest.immutableUntil());
      }
      progress.add(chunk.plain(), chunk.size());
    }
    String name = manifest.folder() + Manifest.NAME;
    byte[] json = read(name, Manifest.MOST_BYTES);
    byte[] signature = read(name + DetachedSignature.SUFFIX, MOST_SIGNATURE);
    to.publish(manifest.folder(), new Journal.Sealed(json, signature));
  }

  /** Whether a chunk of an earlier run lies on the target with the bytes that it had. */
  boolean lies(Heading heading, Chunk chunk) throws IOException {
    try (InputStream in = target.open(heading.folder() + chunk.name(), 0, chunk.size() + 1)) {
      Sm3 sm3 = new Sm3();
      byte[] bytes = new byte[64 << 10];
      long size = 0;
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        sm3.update(bytes, 0, n);
        size += n;
      }
      return size == chunk.size() && Sm3.hex(sm3.digest()).equals(chunk.sm3());
    } catch (TargetException e) {
      if (e.reason() == Reason.MISSING) {
        return false;
      }
      throw e;
    }
  }

  byte[] context(Heading heading, int index) {
    return context(installation, heading, index);
  }

  static byte[] context(String installation, Heading heading, Chunk chunk) {
    return context(installation, heading, chunk.index());
  }

  private static byte[] context(String installation, Heading heading, int index) {
    return (installation + '/' + heading.folder() + index).getBytes(StandardCharsets.UTF_8);
  }
}
