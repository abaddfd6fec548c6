package coop.maillon.booking.manage;

import coop.maillon.booking.act.BookingReads;
import coop.maillon.booking.closure.Closure;
import coop.maillon.booking.closure.ClosuresPage;
import coop.maillon.resource.Catalogue;
import coop.maillon.web.Ask;
import java.util.List;
import java.util.stream.Stream;

/** What manage/overview shows: what needs somebody first, then the ways to everything else. */
public record OverviewPage(
    String title,
    List<ApprovalsPage.Line> approvals,
    List<ClosuresPage.Line> closures,
    List<Way> sites,
    boolean administrator) {

  private static final int MOST_CLOSURES = 6;

  public boolean anyApproval() {
    return !approvals.isEmpty();
  }

  public boolean anyClosure() {
    return !closures.isEmpty();
  }

  public boolean calm() {
    return approvals.isEmpty() && closures.isEmpty();
  }

  /** The way to one site. */
  public record Way(String href, String label) {}

  static OverviewPage of(Ask ask, BookingReads.ReadAll toDecide, List<Closure> closures) {
    Catalogue catalogue = toDecide.catalogue();
    Stream<Closure> ahead = closures.stream().filter(closure -> !closure.isOverAt(ask.now()));
    return new OverviewPage(
        ask.words().say("manage.title"),
        ApprovalsPage.lines(ask.words(), toDecide),
        ahead
            .limit(MOST_CLOSURES)
            .map(closure -> ClosuresPage.line(ask, closure, catalogue))
            .toList(),
        catalogue.sites().stream()
            .filter(site -> ask.who().mayCoordinate(site.id().value()))
            .map(site -> new Way("/manage/sites/" + site.slug(), site.name()))
            .toList(),
        ask.who().administrator());
  }
}
