package io.zhidun.rules.sigma;

import java.util.Objects;

/**
 * What rules need to know of where they run.
 *
 * @param placeholders the lists behind {@code expand}
 * @param fields what fields are called in the events here
 */
public record Site(Placeholders placeholders, FieldPipeline fields) {
  /** Nothing is known: Sigma's names, no lists. */
  public static final Site UNKNOWN = new Site(Placeholders.NONE, FieldPipeline.NONE);

  public Site {
    Objects.requireNonNull(placeholders, "placeholders");
    Objects.requireNonNull(fields, "fields");
  }
}
