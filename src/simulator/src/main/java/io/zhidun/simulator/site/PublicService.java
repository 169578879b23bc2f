package io.zhidun.simulator.site;

import io.zhidun.simulator.log.AuditRecord.Subject;
import io.zhidun.simulator.record.Application;
import io.zhidun.simulator.record.Numbers;
import io.zhidun.simulator.web.Response;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The public platform: anybody reads publications, applicants and agents file and pay. */
public final class PublicService {
  private static final Role[] FILERS = {Role.APPLICANT, Role.AGENT};
  private static final int FIRST_FILING = 900_000;
  private static final int ANNOUNCEMENTS = 60;
  private static final String HOME =
      "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>公共服务平台（模拟）</title>"
          + "<h1>公共服务平台（模拟）</h1><p>GET /publications?q= · POST /login · POST /filings</p>\n";

  private final SiteContext site;
  private final Filings filings = new Filings(FIRST_FILING);

  private PublicService(SiteContext site) {
    this.site = site;
  }

  public static Site site(SiteContext context, LongSupplier nanos) {
    PublicService service = new PublicService(context);
    Routes routes =
        new Routes()
            .get("/", call -> Response.text("text/html;charset=utf-8", HOME))
            .get("/announcements/{number}", service::announcement)
            .get("/publications", service::search)
            .get("/publications/{id}", service::read)
            .post("/filings", service::file)
            .get("/filings/{id}", service::status)
            .post("/payments", service::pay);
    return new Site(context, new SignIn(context).addTo(routes), nanos);
  }

  private Response announcement(Call call) {
    String number = call.path("number");
    if (!number.matches("\\d{1,4}") || Integer.parseInt(number) > ANNOUNCEMENTS) {
      throw new Refusal(404, "there is no such announcement");
    }
    return Response.text("text/plain;charset=utf-8", "第" + number + "号公告：系统例行维护安排。\n");
  }

  private Response search(Call call) {
    String words = call.request().parameter("q", "");
    Predicate<Application> wanted = a -> a.published() && a.title().contains(words);
    List<Application> found = site.library().applications(wanted, call.page());
    call.session().ifPresent(session -> call.audit("search", session, null, found.size()));
    return Response.json(200, Map.of("items", Applications.rows(found)));
  }

  /** What is not published does not exist for the public. */
  private Response read(Call call) {
    Application application = Applications.find(site, call.path("id"));
    if (!application.published()) {
      throw new Refusal(404, "there is no such application");
    }
    Subject subject = new Subject("application", application.id(), true);
    call.session().ifPresent(session -> call.audit("document-read", session, subject, 1));
    return Response.json(200, application);
  }

  private Response file(Call call) {
    Session session = call.signedIn(FILERS);
    String title = call.member("title");
    int year = site.clock().instant().atZone(site.clock().getZone()).getYear();
    String id = Numbers.application(year, filings.nextSerial());
    filings.add(new Filings.Filing(id, title, session.account(), false));
    call.audit("filing-submit", session, new Subject("application", id, false), 1);
    site.logs().application().info("filing", id + " received from " + session.account());
    return Response.json(201, Map.of("id", id));
  }

  private Response status(Call call) {
    return Response.json(200, own(call.signedIn(FILERS), call.path("id")));
  }

  private Response pay(Call call) {
    Session session = call.signedIn(FILERS);
    Filings.Filing filing = own(session, call.member("filing"));
    filings.add(new Filings.Filing(filing.id(), filing.title(), filing.account(), true));
    call.audit("payment", session, new Subject("application", filing.id(), false), 1);
    site.logs().application().info("payment", filing.id() + " paid by " + session.account());
    return Response.json(200, Map.of("filing", filing.id(), "paid", true));
  }

  private Filings.Filing own(Session session, String id) {
    return filings
        .find(id, session.account())
        .orElseThrow(() -> new Refusal(404, "there is no such filing of " + session.account()));
  }
}
