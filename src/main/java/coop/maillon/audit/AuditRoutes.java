package coop.maillon.audit;

import coop.maillon.resource.Catalogues;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** The audit trail: of one's own, and of the sites that one coordinates. */
public final class AuditRoutes {

  static final int LIMIT = 50;

  private static final AuditPage.Place MINE =
      new AuditPage.Place("/me/audit", "mine", "/me", "audit.back.me");
  private static final AuditPage.Place SITES =
      new AuditPage.Place("/manage/audit", "sites", "/manage", "manage.title");

  private final AuditReads reads;
  private final Auditor auditor;
  private final Catalogues catalogues;

  public AuditRoutes(AuditReads reads, Auditor auditor, Catalogues catalogues) {
    this.reads = reads;
    this.auditor = auditor;
    this.catalogues = catalogues;
  }

  public void mount(RouteTable routes) {
    routes.get("/me/audit", Access.SIGNED_IN, this::mine);
    routes.get("/manage/audit", Access.COORDINATOR, this::ofSites);
  }

  /** What was done a moment ago is to be there, too. */
  private Future<Answer> mine(Ask ask) {
    return auditor
        .catchUp()
        .compose(done -> catalogues.fresh())
        .compose(catalogue -> reads
            .mine(ask.who(), page(ask))
            .map(traces -> Answer.page("audit/list", AuditPage.of(ask, MINE, traces, catalogue))));
  }

  private Future<Answer> ofSites(Ask ask) {
    return auditor
        .catchUp()
        .compose(done -> catalogues.fresh())
        .compose(catalogue -> reads
            .ofSites(ask.who(), catalogue, page(ask))
            .map(traces -> Answer.page("audit/list", AuditPage.of(ask, SITES, traces, catalogue))));
  }

  private static AuditReads.Page page(Ask ask) {
    long before = ask.query("before")
        .filter(seq -> seq.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .orElse(Long.MAX_VALUE);
    return new AuditReads.Page(before, LIMIT);
  }
}
