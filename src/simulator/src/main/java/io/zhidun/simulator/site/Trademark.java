package io.zhidun.simulator.site;

import io.zhidun.simulator.log.AuditRecord.Subject;
import io.zhidun.simulator.record.Mark;
import io.zhidun.simulator.record.Numbers;
import io.zhidun.simulator.web.Response;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The trademark register: agents search, read and file marks, clerks export records. */
public final class Trademark {
  private static final Role[] ALL = {Role.AGENT, Role.APPLICANT, Role.CLERK, Role.ADMIN};
  private static final int FIRST_FILING = 90_000_000;

  private final SiteContext site;
  private final Filings filings = new Filings(FIRST_FILING);

  private Trademark(SiteContext site) {
    this.site = site;
  }

  public static Site site(SiteContext context, LongSupplier nanos) {
    Trademark trademark = new Trademark(context);
    Routes routes =
        new Routes()
            .get("/marks", trademark::search)
            .get("/marks/{id}", trademark::read)
            .post("/marks", trademark::file)
            .post("/exports", trademark::export);
    return new Site(context, new SignIn(context).addTo(routes), nanos);
  }

  private Response search(Call call) {
    Session session = call.signedIn(ALL);
    List<Mark> found = site.library().marks(named(call.request().parameter("q", "")), call.page());
    call.audit("search", session, null, found.size());
    return Response.json(200, Map.of("items", found));
  }

  private Response read(Call call) {
    Session session = call.signedIn(ALL);
    Mark mark =
        site.library()
            .mark(call.path("id"))
            .orElseThrow(() -> new Refusal(404, "there is no such mark"));
    call.audit("document-read", session, new Subject("mark", mark.id(), true), 1);
    return Response.json(200, mark);
  }

  private Response file(Call call) {
    Session session = call.signedIn(Role.AGENT, Role.APPLICANT);
    String name = call.member("name");
    String id = Numbers.mark(filings.nextSerial());
    filings.add(new Filings.Filing(id, name, session.account(), false));
    call.audit("filing-submit", session, new Subject("mark", id, false), 1);
    site.logs().application().info("filing", id + " received from " + session.account());
    return Response.json(201, Map.of("id", id));
  }

  private Response export(Call call) {
    Session session = call.signedIn(Role.CLERK, Role.AGENT);
    long records = site.library().countMarks(named(call.member("q")));
    call.audit("records-export", session, new Subject("mark", null, null), (int) records);
    site.logs().application().info("export", records + " records for " + session.account());
    return Response.json(200, Map.of("records", records));
  }

  private static Predicate<Mark> named(String part) {
    return mark -> mark.name().contains(part);
  }
}
