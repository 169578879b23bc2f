package io.zhidun.simulator.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** All applications and marks that the systems hold, invented from a seed. Immutable. */
public final class Library {
  private static final int APPLICATIONS = 6_000;
  private static final int MARKS = 4_000;
  private static final double PUBLISHED = 0.55;
  private static final LocalDate OLDEST = LocalDate.of(2024, 1, 2);

  private final List<Application> applications = new ArrayList<>(APPLICATIONS);
  private final List<Mark> marks = new ArrayList<>(MARKS);
  private final Map<String, Application> applicationsById = new HashMap<>();
  private final Map<String, Mark> marksById = new HashMap<>();

  public Library(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < APPLICATIONS; i++) {
      Application application = application(i, random);
      applications.add(application);
      applicationsById.put(application.id(), application);
    }
    for (int i = 0; i < MARKS; i++) {
      Mark mark = mark(i, random);
      marks.add(mark);
      marksById.put(mark.id(), mark);
    }
  }

  private static Application application(int index, RandomGenerator random) {
    LocalDate filed = OLDEST.plusDays(random.nextInt(1_000));
    return new Application(
        Numbers.application(filed.getYear(), index + 1),
        Words.title(random),
        Words.organisation(random),
        random.nextDouble() < PUBLISHED,
        filed);
  }

  private static Mark mark(int index, RandomGenerator random) {
    return new Mark(
        Numbers.mark(71_000_000 + index * 7),
        Words.markName(random),
        1 + random.nextInt(45),
        Words.organisation(random),
        OLDEST.plusDays(random.nextInt(1_000)));
  }

  public Optional<Application> application(String id) {
    return Optional.ofNullable(applicationsById.get(id));
  }

  public Optional<Mark> mark(String id) {
    return Optional.ofNullable(marksById.get(id));
  }

  /** A page of the applications that {@code wanted} admits, in order of number. */
  public List<Application> applications(Predicate<Application> wanted, Page page) {
    return applications.stream().filter(wanted).skip(page.offset()).limit(page.size()).toList();
  }

  /** A page of the marks that {@code wanted} admits, in order of number. */
  public List<Mark> marks(Predicate<Mark> wanted, Page page) {
    return marks.stream().filter(wanted).skip(page.offset()).limit(page.size()).toList();
  }

  public long countMarks(Predicate<Mark> wanted) {
    return marks.stream().filter(wanted).count();
  }

  /**
   * A part of a list.
   *
   * @param number from 0
   * @param size from 1 to 100
   */
  public record Page(int number, int size) {
    public Page {
      if (number < 0 || number > 10_000) {
        throw new IllegalArgumentException("page must be from 0 to 10000, was " + number);
      }
      if (size < 1 || size > 100) {
        throw new IllegalArgumentException("size must be from 1 to 100, was " + size);
      }
    }

    long offset() {
      return (long) number * size;
    }
  }
}
