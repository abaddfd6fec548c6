package coop.maillon;

import coop.maillon.problem.Duties;
import coop.maillon.problem.DutyRoutes;
import coop.maillon.problem.ProblemRoutes;
import coop.maillon.problem.Problems;
import coop.maillon.web.RouteTable;

/** Looking after places and people: closures, problems, who is on duty, who did what. */
final class CareWiring implements Part {

  private final Base base;

  CareWiring(Base base) {
    this.base = base;
  }

  @Override
  public void mount(RouteTable routes) {
    var problems = new Problems(base.database(), base.events(), base.clock());
    new ProblemRoutes(problems, base.catalogues()).mount(routes);
    new DutyRoutes(new Duties(base.database(), base.events()), base.catalogues()).mount(routes);
  }
}
