package io.zhidun.simulator.site;

import io.zhidun.simulator.record.Application;
import java.util.List;
import java.util.function.Predicate;

/** How applications are found and shown, for the systems that hold them. */
final class Applications {
  private static final int PARAGRAPHS = 40;

  private Applications() {}

  /** A line of a result list. */
  record Row(String id, String title, boolean published) {}

  static List<Row> rows(List<Application> applications) {
    return applications.stream().map(a -> new Row(a.id(), a.title(), a.published())).toList();
  }

  /** Refuses with 404 when there is no such application. */
  static Application find(SiteContext site, String id) {
    return site.library()
        .application(id)
        .orElseThrow(() -> new Refusal(404, "there is no such application"));
  }

  /**
   * @param published {@code true}, {@code false} or empty for both
   */
  static Predicate<Application> publishedAs(String published) {
    return switch (published) {
      case "" -> application -> true;
      case "true" -> Application::published;
      case "false" -> application -> !application.published();
      default -> throw new Refusal(400, "published must be true or false");
    };
  }

  /** The text of the application. */
  static String document(Application application) {
    StringBuilder text = new StringBuilder(application.id()).append('\n');
    text.append(application.title()).append('\n');
    for (int i = 1; i <= PARAGRAPHS; i++) {
      text.append("[%04d] 本发明涉及%s。%n".formatted(i, application.title().substring(2)));
    }
    return text.toString();
  }
}
