package io.zhidun.backup.repository;

import io.zhidun.backup.storage.Page;
import io.zhidun.backup.storage.StoredObject;
import io.zhidun.backup.storage.Target;
import io.zhidun.trust.seal.DetachedSignature;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a whole repository: every manifest with its signature and its chunks, and every signed
 * document beside the backups. What a run that died left without a manifest is nobody's and not
 * looked at.
 */
public final class RepositoryCheck {
  private static final String BACKUPS = "backups/";
  private static final int PAGE = 1000;

  private final Repository repository;
  private final Instant now;
  private final ProgressMeter progress;
  private final List<String> faults = new ArrayList<>();
  private int objects;

  private RepositoryCheck(Repository repository, Instant now, ProgressMeter progress) {
    this.repository = repository;
    this.now = now;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param place of the target
   * @param objects how many were proven or found faulty
   * @param faults in words, with the objects' names; empty where all is as it was stored
   */
  public record Result(String place, Instant at, int objects, List<String> faults) {
    public Result {
      faults = List.copyOf(faults);
    }

    public boolean holds() {
      return faults.isEmpty();
    }
  }

  /** Checks all that lies on the repository's target. */
  public static Result run(Repository repository, Instant now, ProgressMeter progress)
      throws IOException {
    RepositoryCheck check = new RepositoryCheck(repository, now, progress);
    Target target = repository.target();
    Set<String> names = new HashSet<>();
    List<String> inOrder = new ArrayList<>();
    String after = null;
    Page page;
    do {
      page = target.list("", after, PAGE);
      for (StoredObject object : page.objects()) {
        names.add(object.name());
        inOrder.add(object.name());
      }
      after = inOrder.isEmpty() ? null : inOrder.get(inOrder.size() - 1);
    } while (page.more());
    for (String name : inOrder) {
      check.object(name, names);
    }
    return new Result(target.place(), now, check.objects, check.faults);
  }

  private void object(String name, Set<String> names) throws IOException {
    if (name.startsWith(BACKUPS)) {
      if (name.endsWith('/' + Manifest.NAME)) {
        backup(name);
      }
      return;
    }
    if (!name.endsWith(DetachedSignature.SUFFIX)) {
      document(name);
      return;
    }
    String signed = name.substring(0, name.length() - DetachedSignature.SUFFIX.length());
    if (!names.contains(signed)) {
      objects++;
      faults.add(name + ": what it signs is not there");
    }
  }

  private void backup(String name) throws IOException {
    String[] parts = name.split("/", -1);
    objects += 2;
    if (parts.length != 5) {
      faults.add(name + ": is in no place of a manifest");
      return;
    }
    try {
      Manifest manifest = repository.manifest(parts[1], parts[2], parts[3]);
      objects += manifest.chunks().size();
      faults.addAll(repository.verify(manifest, false, now, progress).faults());
    } catch (RepositoryException | IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }

  private void document(String name) throws IOException {
    objects += 2;
    try {
      repository.readSigned(name);
    } catch (RepositoryException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }
}
