package io.zhidun.report.document;

import io.zhidun.report.Plain;
import java.util.List;

/**
 * A title page.
 *
 * @param mark in the upper corner, as a number of the report
 * @param subject under the title
 * @param notice what nobody may overlook
 * @param organisation and date stand at the foot
 */
public record Cover(
    String mark,
    String title,
    String subtitle,
    String subject,
    List<Fact> facts,
    String notice,
    String organisation,
    String date) {

  public Cover {
    mark = Plain.of(mark);
    subject = Plain.of(subject);
    organisation = Plain.of(organisation);
    facts = List.copyOf(facts);
  }

  /** A line of the title page. */
  public record Fact(String name, String value) {
    public Fact {
      name = Plain.of(name);
      value = Plain.of(value);
    }
  }
}
