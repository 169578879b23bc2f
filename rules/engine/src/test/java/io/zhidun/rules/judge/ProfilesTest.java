package io.zhidun.rules.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.entity.Entity;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfilesTest {
  private static final String NAMES =
      "kind,value,role,department,networks,hours,expires,note-zh,note-en\n";
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final String EXPIRES = "2027-01-01T00:00:00+08:00";

  @Test
  void aRowSaysWhatAnEntityIs() {
    Profiles profiles =
        profiles(
            """
            # accounts
            user,Zhang.Wei,examiner,"review, room 3",10.1.0.0/16 2001:db8::/32,duty,%1$s,"他说""好""\",a note
            """);

    EntityProfile profile =
        Objects.requireNonNull(profiles.of(new Entity(Entity.Kind.USER, "zhang.wei"), NOW));

    assertThat(profile.role()).isEqualTo("examiner");
    assertThat(profile.department()).isEqualTo("review, room 3");
    assertThat(profile.networkText()).isEqualTo("10.1.0.0/16 2001:db8::/32");
    assertThat(profile.hours()).isEqualTo(UsualHours.DUTY);
    assertThat(profile.expires()).isEqualTo("2026-12-31T16:00:00Z");
    assertThat(profile.note().zh()).isEqualTo("他说\"好\"");
    assertThat(profile.note().en()).isEqualTo("a note");
    assertThat(profile.isOutside("10.1.255.255")).isFalse();
    assertThat(profile.isOutside("2001:DB8::9")).isFalse();
    assertThat(profile.isOutside("10.2.0.0")).isTrue();
    assertThat(profile.isOutside("console")).as("no address").isFalse();
  }

  @Test
  void theExactValueGoesBeforeTheFirstPattern() {
    Profiles profiles =
        profiles(
            """
            user,svc-*,pattern,,,,%1$s,,
            user,*-backup,second,,,,%1$s,,
            user,svc-web,exact,,,,%1$s,,
            host,node-??,node,,,,%1$s,,
            """);

    assertThat(role(profiles, Entity.Kind.USER, "svc-web")).isEqualTo("exact");
    assertThat(role(profiles, Entity.Kind.USER, "SVC-BACKUP")).isEqualTo("pattern");
    assertThat(role(profiles, Entity.Kind.USER, "db-backup")).isEqualTo("second");
    assertThat(role(profiles, Entity.Kind.USER, "web")).isNull();
    assertThat(role(profiles, Entity.Kind.HOST, "node-07")).isEqualTo("node");
    assertThat(role(profiles, Entity.Kind.HOST, "node-007")).isNull();
    assertThat(role(profiles, Entity.Kind.HOST, "svc-web")).as("no user").isNull();
  }

  @Test
  void anAddressIsInTheNarrowestNetwork() {
    Profiles profiles =
        profiles(
            """
            address,0.0.0.0/0,any,,,,%1$s,,
            address,10.0.0.0/8,wide,,,,%1$s,,
            address,10.1.2.0/23,narrow,,,,%1$s,,
            address,10.1.2.7,exact,,,,%1$s,,
            address,2001:db8::/32,six,,,,%1$s,,
            """);

    assertThat(role(profiles, Entity.Kind.ADDRESS, "10.1.2.7")).isEqualTo("exact");
    assertThat(role(profiles, Entity.Kind.ADDRESS, "10.1.3.255")).isEqualTo("narrow");
    assertThat(role(profiles, Entity.Kind.ADDRESS, "10.1.4.0")).isEqualTo("wide");
    assertThat(role(profiles, Entity.Kind.ADDRESS, "192.0.2.7")).isEqualTo("any");
    assertThat(role(profiles, Entity.Kind.ADDRESS, "2001:DB8:0::7")).isEqualTo("six");
    assertThat(role(profiles, Entity.Kind.ADDRESS, "2001:db9::7")).isNull();
  }

  @Test
  void anExpiredProfileIsAsIfItWereNotThere() {
    Profiles profiles =
        profiles(
            """
            user,svc-web,exact,,,,2026-11-23T02:00:00Z,,
            user,svc-*,pattern,,,,%1$s,,
            """);

    assertThat(role(profiles, Entity.Kind.USER, "svc-web")).isEqualTo("pattern");
    EntityProfile before =
        profiles.of(new Entity(Entity.Kind.USER, "svc-web"), NOW.minusSeconds(1));
    assertThat(before).extracting(EntityProfile::role).isEqualTo("exact");
  }

  @Test
  void spreadsheetsMayWriteAMarkAndOtherLineBreaks() {
    Profiles profiles =
        Profiles.parse(
            "entities.csv",
            "\ufeff" + NAMES.replace("\n", "\r\n") + "user,eve,\"role\",,,," + EXPIRES + ",,\r\n");

    assertThat(role(profiles, Entity.Kind.USER, "eve")).isEqualTo("role");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "usr,eve,,,,,E,,|3:1: kind \"usr\" is not one of address, host, user",
        "address,10.0.0,,,,,E,,|3:9: \"10.0.0\" is not an IPv4 or IPv6 address or network",
        "address,10.0.0.0/33,,,,,E,,|3:9: prefix of \"10.0.0.0/33\" is not between 0 and 32",
        "user,,,,,,E,,|3:6: user must have 1 to 256 characters",
        "user,eve,,,10.0.0.0/8 ten,,E,,|3:12: \"ten\" is not an IPv4 or IPv6 network",
        "host,gate,,,10.0.0.0/8,,E,,|3:13: only a user has usual networks, not a host",
        "user,eve,,,,nights,E,,|3:13: hours \"nights\" are not \"duty\", \"08:00-20:00\" or",
        "user,eve,,,,09:00-09:00,E,,|3:13: hours must not end when they begin, at 09:00",
        "user,eve,,,,,,,|3:14: Text '' could not be parsed",
        "user,eve,,,,,tomorrow,,|3:14: Text 'tomorrow' could not be parsed",
        "user,eve,,|3:11: needs the 9 cells kind,value,role,department,networks,hours,expires,note-zh,note-en, has 4",
        "user,\"eve,,,,E,,|3:6: quote is not closed",
        "user,\"eve\" adam,,,,,E,,|3:12: expected a comma behind the quote",
      })
  void whatIsWrongIsToldWithLineAndColumn(String row, String fault) {
    assertThatThrownBy(() -> exactly("# list\n" + row.replace("E", EXPIRES) + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("entities.csv:" + fault);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                profiles(
                    """
                    user,eve,,,,,%1$s,,
                    user,EVE,,,,,%1$s,,
                    usr,adam,,,,,%1$s,,
                    user,long,%2$s,,,,%1$s,,
                    address,10.1.0.0/8,,,,,%1$s,,
                    address,10.2.0.0/8,,,,,%1$s,,
                    """))
        .hasMessage(
            """
            entities.csv:3:6: user "EVE" has a profile already
            entities.csv:4:1: kind "usr" is not one of address, host, user
            entities.csv:5:11: role has at most 64 characters, has 65
            entities.csv:7:9: address "10.2.0.0/8" has a profile already""");
  }

  @Test
  void theFirstRowMustNameTheColumns() {
    assertThatThrownBy(() -> Profiles.parse("entities.csv", "# x\nuser,eve,,,,,E,,\n"))
        .hasMessage("entities.csv:2:1: the first row must be " + NAMES.strip());
    assertThatThrownBy(() -> Profiles.parse("entities.csv", ""))
        .hasMessage("entities.csv:1:1: the first row must be " + NAMES.strip());
  }

  @Test
  void rowsPatternsAndNetworksAreBounded() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i <= 256; i++) {
      rows.append("user,svc-").append(i).append("*,,,,,").append(EXPIRES).append(",,\n");
    }
    assertThatThrownBy(() -> exactly(rows.toString()))
        .hasMessage("entities.csv:258:6: more than 256 patterns of kind user");
    assertThatThrownBy(
            () -> exactly("user,eve,,," + "10.0.0.0/8 ".repeat(17) + ",," + EXPIRES + ",,\n"))
        .hasMessage("entities.csv:2:12: at most 16 networks, has 17");
    String many = ("user,u" + "x,,,,,,,\n").repeat(100_001);
    assertThatThrownBy(() -> exactly(many))
        .hasMessage("entities.csv:100002:1: at most 100001 rows");
  }

  @Test
  void aHostilePatternDoesNotExplode() {
    NamePattern pattern = new NamePattern("*a".repeat(100) + "b");

    assertThat(pattern.matches("a".repeat(256))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                  | 2026-11-22T03:00:00+08:00 | true  | any time",
        "duty              | 2026-11-23T10:00:00+08:00 | true  | Monday at ten",
        "duty              | 2026-11-23T19:00:00+08:00 | false | Monday evening",
        "duty              | 2026-11-22T10:00:00+08:00 | false | Sunday",
        "08:00-20:00       | 2026-11-23T08:00:00+08:00 | true  | as it begins",
        "08:00-20:00       | 2026-11-23T20:00:00+08:00 | false | as it ends",
        "08:00-20:00       | 2026-11-22T10:00:00+08:00 | false | Sunday",
        "daily 08:00-20:00 | 2026-11-22T10:00:00+08:00 | true  | Sunday",
        "22:00-06:00       | 2026-11-23T23:00:00+08:00 | true  | Monday night",
        "22:00-06:00       | 2026-11-28T05:59:59+08:00 | true  | Friday night, on Saturday",
        "22:00-06:00       | 2026-11-23T05:59:59+08:00 | false | Sunday night, on Monday",
        "22:00-06:00       | 2026-11-23T12:00:00+08:00 | false | Monday noon",
      })
  void usualHoursGoByTheDutyCalendar(
      @Nullable String hours, java.time.OffsetDateTime time, boolean usual, String when) {
    DutyCalendar calendar =
        DutyCalendar.parse(
            "calendar.yml", "weekdays: [monday, tuesday, wednesday, thursday, friday]");

    assertThat(UsualHours.parse(hours == null ? "" : hours).cover(calendar, time.toInstant()))
        .as(when)
        .isEqualTo(usual);
  }

  private static @Nullable String role(Profiles profiles, Entity.Kind kind, String value) {
    EntityProfile profile = profiles.of(new Entity(kind, value), NOW);
    return profile == null ? null : profile.role();
  }

  private static Profiles profiles(String rows) {
    return exactly(rows.formatted(EXPIRES, "x".repeat(65)));
  }

  private static Profiles exactly(String rows) {
    return Profiles.parse("entities.csv", NAMES + rows);
  }
}
