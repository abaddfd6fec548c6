package coop.maillon;

import coop.maillon.audit.AuditReads;
import coop.maillon.audit.AuditRoutes;
import coop.maillon.audit.Auditor;
import coop.maillon.picture.Pictures;
import coop.maillon.problem.Duties;
import coop.maillon.problem.DutyRoutes;
import coop.maillon.problem.ProblemRoutes;
import coop.maillon.problem.Problems;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** Looking after places and people: closures, problems, who is on duty, who did what. */
final class CareWiring implements Part {

  private final Base base;
  private final Auditor auditor;
  private final Problems problems;

  CareWiring(Base base) {
    this.base = base;
    auditor = new Auditor(base.database());
    problems = new Problems(base.database(), base.events(), base.clock());
  }

  @Override
  public void mount(RouteTable routes) {
    new AuditRoutes(new AuditReads(base.database()), auditor, base.catalogues()).mount(routes);
    new ProblemRoutes(problems, base.catalogues(), new Pictures(base.vertx())).mount(routes);
    new DutyRoutes(new Duties(base.database(), base.events()), base.catalogues()).mount(routes);
  }

  @Override
  public Future<Void> everyMinute() {
    return auditor.catchUp().eventually(this::signalOverdue);
  }

  private Future<Void> signalOverdue() {
    return base.catalogues().fresh().compose(problems::signalOverdue);
  }
}
