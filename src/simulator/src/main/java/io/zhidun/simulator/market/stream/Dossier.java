package io.zhidun.simulator.market.stream;

import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that is ready to be filed.
 *
 * @param work what is applied for
 * @param applicants first one first
 * @param attachment SHA-256 of the file that goes up with it
 */
public record Dossier(
    Work work,
    List<Applicant> applicants,
    List<Person> inventors,
    Contact contact,
    @Nullable Agency agency,
    @Nullable Agent agent,
    Relations relations,
    String attachment) {

  public Dossier {
    applicants = List.copyOf(applicants);
    inventors = List.copyOf(inventors);
    if (applicants.isEmpty()) {
      throw new IllegalArgumentException("a dossier needs an applicant");
    }
  }

  public Applicant applicant() {
    return applicants.get(0);
  }

  public Dossier related(Relations other) {
    return new Dossier(work, applicants, inventors, contact, agency, agent, other, attachment);
  }
}
