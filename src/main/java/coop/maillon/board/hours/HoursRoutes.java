package coop.maillon.board.hours;

import coop.maillon.exchange.Sheet;
import coop.maillon.ledger.Accounts.Slice;
import coop.maillon.ledger.Line;
import coop.maillon.ledger.TransferId;
import coop.maillon.web.Access;
import coop.maillon.web.Answer;
import coop.maillon.web.Ask;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneId;
import java.util.List;

/** One's own statement, for oneself only, and the common pot's, for all members; each as a page and as a table. */
public final class HoursRoutes {

  private static final int PAGE = 40;
  private static final int ALL = 50_000;

  private final Hours hours;
  private final ZoneId zone;

  /** @param zone in which days are told apart */
  public HoursRoutes(Hours hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
  }

  public void mount(RouteTable routes) {
    routes.get(HoursPage.OWN, Access.MEMBER, this::own);
    routes.get(HoursPage.OWN_CSV, Access.MEMBER, this::ownTable);
    routes.get(HoursPage.POT, Access.MEMBER, this::pot);
    routes.get(HoursPage.POT_CSV, Access.MEMBER, this::potTable);
  }

  private Future<Answer> own(Ask ask) {
    var standing = hours.standing(ask.who());
    return standing
        .compose(found -> hours.statement(ask.who(), slice(ask)))
        .map(statement -> Answer.page(
            HoursPage.TEMPLATE,
            new HoursPages(ask.words(), zone, ask.now())
                .own(standing.result(), statement, older(statement.lines()))));
  }

  private Future<Answer> pot(Ask ask) {
    return hours
        .pot(slice(ask))
        .map(lines -> Answer.page(
            HoursPage.TEMPLATE,
            new HoursPages(ask.words(), zone, ask.now()).pot(shown(lines), older(lines))));
  }

  private Future<Answer> ownTable(Ask ask) {
    return hours
        .statement(ask.who(), Slice.newest(ALL))
        .map(statement -> table(new HoursTable(ask.words(), zone).own(statement), "hours.csv"));
  }

  private Future<Answer> potTable(Ask ask) {
    return hours
        .pot(Slice.newest(ALL))
        .map(lines -> table(new HoursTable(ask.words(), zone).pot(lines), "pot.csv"));
  }

  private static Answer table(List<List<String>> rows, String name) {
    return Answer.download(Sheet.TYPE, name, Buffer.buffer(Sheet.write(rows)));
  }

  /** One more than a page, to know whether there is a next. */
  private static Slice slice(Ask ask) {
    return ask.query("before")
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(text -> new Slice(Long.parseLong(text), PAGE + 1))
        .orElse(Slice.newest(PAGE + 1));
  }

  /** What fits on a page. */
  static List<Line> shown(List<Line> lines) {
    return lines.size() > PAGE ? lines.subList(0, PAGE) : lines;
  }

  /** The query of the next page; empty where this is the last. */
  private static String older(List<Line> lines) {
    TransferId last = lines.isEmpty()
        ? new TransferId(0)
        : shown(lines).get(shown(lines).size() - 1).transfer();
    return lines.size() > PAGE ? "?before=" + last : "";
  }
}
