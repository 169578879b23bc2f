package io.zhidun.backup.repository;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.zhidun.backup.repository.RepositoryException.Fault;
import io.zhidun.backup.storage.Target;
import io.zhidun.backup.storage.TargetException;
import io.zhidun.backup.storage.TargetException.Reason;
import io.zhidun.trust.Sm3;
import io.zhidun.trust.envelope.EnvelopeException;
import io.zhidun.trust.envelope.EnvelopeInputStream;
import io.zhidun.trust.envelope.KeyUnwrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Fetches chunks, proves them against the manifest and opens them. For one thread. */
final class ChunkOpener implements AutoCloseable {
  private final Target target;
  private final Manifest manifest;
  private final KeyUnwrapper keys;
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final Sm3 sm3 = new Sm3();
  private byte[] sealed = new byte[0];
  private byte[] compressed = new byte[0];

  ChunkOpener(Target target, Manifest manifest, KeyUnwrapper keys) {
    this.target = target;
    this.manifest = manifest;
    this.keys = keys;
  }

  /**
   * Fetches a chunk and compares its length and digest with the manifest; needs no key.
   *
   * @throws RepositoryException naming the object
   */
  void fetch(Chunk chunk) throws IOException {
    int size = Math.toIntExact(chunk.size());
    if (sealed.length < size) {
      sealed = new byte[size];
    }
    try (InputStream in = target.open(manifest.folder() + chunk.name(), 0, size + 1L)) {
      int count = in.readNBytes(sealed, 0, size);
      if (count < size) {
        throw fault(Fault.CHUNK_TRUNCATED, chunk, "has " + count + " of its " + size + " bytes");
      }
      if (in.read() >= 0) {
        throw fault(Fault.CHUNK_CHANGED, chunk, "has more than its " + size + " bytes");
      }
    } catch (TargetException e) {
      throw e.reason() == Reason.MISSING
          ? new RepositoryException(Fault.CHUNK_MISSING, place(chunk), "is not there", e)
          : e;
    }
    requireDigest(chunk, size);
  }

  private void requireDigest(Chunk chunk, int size) throws RepositoryException {
    String digest = Sm3.hex(sm3.update(sealed, 0, size).digest());
    if (digest.equals(chunk.sm3())) {
      return;
    }
    Optional<Chunk> other =
        manifest.chunks().stream().filter(c -> c.sm3().equals(digest)).findFirst();
    throw other.isPresent()
        ? fault(Fault.CHUNK_REORDERED, chunk, "holds the bytes of chunk " + other.get().index())
        : fault(Fault.CHUNK_CHANGED, chunk, "has the SM3 " + digest + " and not " + chunk.sm3());
  }

  /** Opens what was fetched last into {@code plain}, which has room for all of it. */
  void open(Chunk chunk, byte[] plain) throws IOException {
    int length = decrypt(chunk);
    try {
      int count = zstd.decompressByteArray(plain, 0, chunk.plain(), compressed, 0, length);
      if (count != chunk.plain()) {
        throw fault(
            Fault.UNREADABLE, chunk, "opens to " + count + " bytes and not " + chunk.plain());
      }
    } catch (ZstdException e) {
      throw new RepositoryException(
          Fault.UNREADABLE, place(chunk), "does not decompress: " + e.getMessage(), e);
    }
  }

  private int decrypt(Chunk chunk) throws IOException {
    int size = Math.toIntExact(chunk.size());
    if (compressed.length < size) {
      compressed = new byte[size];
    }
    byte[] context = Repository.context(manifest.installation(), manifest.heading(), chunk);
    try (InputStream in =
        new EnvelopeInputStream(new ByteArrayInputStream(sealed, 0, size), keys, context)) {
      return in.readNBytes(compressed, 0, size);
    } catch (EnvelopeException e) {
      Fault fault =
          switch (e.fault()) {
            case NO_KEY, WRONG_KEY -> Fault.WRONG_KEY;
            default -> Fault.CHUNK_CHANGED;
          };
      throw new RepositoryException(fault, place(chunk), e.getMessage() + "", e);
    }
  }

  private RepositoryException fault(Fault fault, Chunk chunk, String detail) {
    return new RepositoryException(fault, place(chunk), detail, null);
  }

  private String place(Chunk chunk) {
    return target.place() + '/' + manifest.folder() + chunk.name();
  }

  @Override
  public void close() {
    zstd.close();
  }
}
