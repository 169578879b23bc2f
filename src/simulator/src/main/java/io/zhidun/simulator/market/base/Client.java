package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.text.TechnicalField;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who applies for patents.
 *
 * @param company index, or -1 for others
 * @param field technical field of what is filed this time
 * @param staff how many inventors it has; 0 for a person, who invents alone
 */
record Client(Applicant applicant, int company, int field, int staff) {
  private static final int FIELDS = TechnicalField.ALL.size();

  static Client any(World world, SplittableRandom random) {
    int kind = random.nextInt(100);
    if (kind < 70) {
      int company = world.anyCompany(random);
      int aside = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
      return company(world, company, (world.field(company) + aside) % FIELDS);
    }
    int field = random.nextInt(FIELDS);
    if (kind < 82) {
      return new Client(world.school(world.anySchool(random)), -1, field, 900);
    }
    if (kind < 87) {
      return new Client(world.institute(world.anyInstitute(random)), -1, field, 60);
    }
    int person = world.anyPerson(random);
    return new Client(world.person(person), -1, person % FIELDS, 0);
  }

  static Client company(World world, int company, int field) {
    return new Client(world.company(company), company, field, world.inventors(company));
  }

  /** A head of research leads a team of twelve and stands on most of its filings. */
  List<Person> team(World world, SplittableRandom random) {
    String own = applicant.idNumber();
    if (own != null) {
      return List.of(new Person(applicant.name(), own));
    }
    int teamOf = random.nextInt(Math.max(1, staff / 12)) * 12;
    int size = Math.min(staff, 1 + random.nextInt(5));
    List<Person> team = new ArrayList<>(size);
    if (random.nextInt(5) < 3) {
      team.add(world.staff(applicant, teamOf));
    }
    int next = 1 + random.nextInt(6);
    while (team.size() < size) {
      team.add(world.staff(applicant, teamOf + next++));
    }
    return team;
  }
}
