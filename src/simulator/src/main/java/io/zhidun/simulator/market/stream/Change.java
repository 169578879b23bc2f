package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a filing later.
 *
 * @param name as on the wire, such as {@code grant}
 * @param target owner who was imitated, for decisions of bad faith
 */
public record Change(
    String name,
    String number,
    List<Applicant> from,
    List<Applicant> to,
    List<Person> inventors,
    @Nullable String target,
    @Nullable String reason) {

  public static Change of(String name, String number) {
    return new Change(name, number, List.of(), List.of(), List.of(), null, null);
  }

  public static Change because(String name, String number, String reason) {
    return new Change(name, number, List.of(), List.of(), List.of(), null, reason);
  }

  public static Change against(String name, String number, String target) {
    return new Change(name, number, List.of(), List.of(), List.of(), target, null);
  }

  public static Change transfer(String name, String number, Applicant from, Applicant to) {
    return new Change(name, number, List.of(from), List.of(to), List.of(), null, null);
  }

  public static Change inventors(String number, List<Person> inventors) {
    return new Change("inventor-change", number, List.of(), List.of(), inventors, null, null);
  }
}
