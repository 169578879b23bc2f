package io.zhidun.backup.repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Ids of backups: the time of their beginning in UTC and 32 random bits. */
public final class BackupId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,79}");

  private BackupId() {}

  public static String of(Instant started, RandomGenerator random) {
    return TIME.format(started) + '-' + HexFormat.of().toHexDigits(random.nextInt());
  }

  static String require(String id) {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("not the id of a backup: \"" + id + '"');
    }
    return id;
  }
}
