package io.zhidun.simulator.site;

import io.zhidun.simulator.log.AuditRecord.Subject;
import io.zhidun.simulator.record.Application;
import io.zhidun.simulator.record.Library.Page;
import io.zhidun.simulator.web.Response;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The review system: examiners find and read applications, published or not. */
public final class PatentReview {
  /** Every examiner's docket is one of so many equal parts of all applications. */
  private static final int DOCKETS = 16;

  private static final Role[] STAFF = {Role.EXAMINER, Role.ADMIN};

  private final SiteContext site;

  private PatentReview(SiteContext site) {
    this.site = site;
  }

  public static Site site(SiteContext context, LongSupplier nanos) {
    PatentReview review = new PatentReview(context);
    Routes routes =
        new Routes()
            .get("/docket", review::docket)
            .get("/applications", review::search)
            .get("/applications/{id}", review::read)
            .get("/applications/{id}/file", review::download);
    return new Site(context, new SignIn(context).addTo(routes), nanos);
  }

  /** The examiner's own applications; {@code published=false} leaves only the unpublished. */
  private Response docket(Call call) {
    Session session = call.signedIn(STAFF);
    int docket = Math.floorMod(session.account().hashCode(), DOCKETS);
    Predicate<Application> own = a -> Math.floorMod(a.id().hashCode(), DOCKETS) == docket;
    String published = call.request().parameter("published", "");
    return listed(call, session, own.and(Applications.publishedAs(published)));
  }

  private Response search(Call call) {
    Session session = call.signedIn(STAFF);
    String words = call.request().parameter("q", "");
    String published = call.request().parameter("published", "");
    Predicate<Application> found = a -> a.title().contains(words);
    return listed(call, session, found.and(Applications.publishedAs(published)));
  }

  private Response listed(Call call, Session session, Predicate<Application> wanted) {
    Page page = call.page();
    List<Application> found = site.library().applications(wanted, page);
    call.audit("search", session, null, found.size());
    return Response.json(200, Map.of("items", Applications.rows(found)));
  }

  private Response read(Call call) {
    Session session = call.signedIn(STAFF);
    Application application = Applications.find(site, call.path("id"));
    call.audit("document-read", session, subject(application), 1);
    return Response.json(200, application);
  }

  private Response download(Call call) {
    Session session = call.signedIn(STAFF);
    Application application = Applications.find(site, call.path("id"));
    call.audit("document-download", session, subject(application), 1);
    return Response.text("text/plain;charset=utf-8", Applications.document(application));
  }

  private static Subject subject(Application application) {
    return new Subject("application", application.id(), application.published());
  }
}
