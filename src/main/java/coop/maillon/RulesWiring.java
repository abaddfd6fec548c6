package coop.maillon;

import coop.maillon.booking.Condition;
import coop.maillon.booking.act.Bookings;
import coop.maillon.booking.approval.ApprovalLinks;
import coop.maillon.booking.approval.ApprovalRoutes;
import coop.maillon.booking.permit.Permits;
import coop.maillon.booking.quota.FutureBookings;
import coop.maillon.booking.quota.WithinQuota;
import coop.maillon.booking.seat.IntervalColouring;
import coop.maillon.booking.trial.TrialApi;
import coop.maillon.booking.trial.TrialRoutes;
import coop.maillon.booking.trial.Trials;
import coop.maillon.member.Member;
import coop.maillon.member.group.GroupRoutes;
import coop.maillon.member.group.Groups;
import coop.maillon.member.habilitation.HabilitationRoutes;
import coop.maillon.member.habilitation.Habilitations;
import coop.maillon.member.habilitation.TrainingRoutes;
import coop.maillon.resource.Catalogue;
import coop.maillon.resource.quota.QuotaRoutes;
import coop.maillon.resource.quota.Quotas;
import coop.maillon.vehicle.fleet.AnyCar;
import coop.maillon.vehicle.fleet.EnoughCharge;
import coop.maillon.web.RouteTable;
import coop.maillon.web.Who;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Who may book what, and how much of it: groups, habilitations, quotas, approval. */
final class RulesWiring implements Part {

  private final Base base;
  private final Habilitations habilitations;
  private final ApprovalLinks approvals;

  RulesWiring(Base base) {
    this.base = base;
    approvals = new ApprovalLinks(base.database(), base.clock());
    habilitations = new Habilitations(base.database(), base.events(), base.clock());
  }

  @Override
  public void mount(RouteTable routes) {
    var catalogues = base.catalogues();
    new GroupRoutes(
            new Groups(base.database(), base.events()),
            () -> catalogues.fresh().map(Catalogue::groups))
        .mount(routes);
    new QuotaRoutes(new Quotas(base.database(), base.events(), base.clock()), catalogues)
        .mount(routes);
    new HabilitationRoutes(habilitations, this::known).mount(routes);
    new TrainingRoutes(habilitations, this::known).mount(routes);
    mountTrials(routes);
    mountApproval(routes);
  }

  /** What booking decides by and knows nothing of. */
  static Bookings.Rules rules() {
    return new Bookings.Rules(conditions(), new IntervalColouring(), new AnyCar());
  }

  private void mountApproval(RouteTable routes) {
    var doing = new ApprovalRoutes.Doing(base.bookings(), base.reads());
    new ApprovalRoutes(approvals, doing, id -> person(Long.toString(id.value()))).mount(routes);
  }

  private void mountTrials(RouteTable routes) {
    var trials = new Trials(base.engine());
    new TrialRoutes(trials, base.catalogues(), this::person).mount(routes);
    new TrialApi(trials, base.catalogues(), this::person).mount(routes);
  }

  private Future<Optional<Who>> person(String named) {
    return base.people().members().findActive(named).map(found -> found.map(Member::asking));
  }

  private Future<HabilitationRoutes.Known> known() {
    return base.catalogues()
        .fresh()
        .map(catalogue -> new HabilitationRoutes.Known(
            catalogue.habilitations(),
            catalogue.sites().stream()
                .map(site -> new HabilitationRoutes.Known.Site(site.id().value(), site.name()))
                .toList()));
  }

  @Override
  public Future<Void> everyHour() {
    return Future.join(habilitations.remind(), approvals.forget()).mapEmpty();
  }

  /** What is asked of the database before a booking is judged, beside the ledger of time. */
  static List<Condition> conditions() {
    return List.of(new FutureBookings(), new WithinQuota(), new Permits(), new EnoughCharge());
  }
}
