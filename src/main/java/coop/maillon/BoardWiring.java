package coop.maillon;

import coop.maillon.board.act.Board;
import coop.maillon.board.api.AnswerApi;
import coop.maillon.board.api.OwnBooking;
import coop.maillon.board.api.PostApi;
import coop.maillon.board.hours.Hours;
import coop.maillon.board.hours.HoursApi;
import coop.maillon.board.hours.HoursRoutes;
import coop.maillon.board.hours.OversightRoutes;
import coop.maillon.board.moderation.ReportRoutes;
import coop.maillon.board.moderation.Reports;
import coop.maillon.board.page.ActRoutes;
import coop.maillon.board.page.BoardLive;
import coop.maillon.board.page.BoardRoutes;
import coop.maillon.board.page.Reading;
import coop.maillon.board.page.WriteRoutes;
import coop.maillon.board.seat.Seats;
import coop.maillon.board.skill.Lexicon;
import coop.maillon.board.skill.LexiconRoutes;
import coop.maillon.board.skill.SkillRoutes;
import coop.maillon.board.skill.Skills;
import coop.maillon.live.Channel;
import coop.maillon.member.MemberId;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;
import java.util.List;

/** Mutual help: the board, and the hours that are given on it. */
final class BoardWiring implements Part {

  private final Base base;
  private final Board board;
  private final Hours hours;
  private final Reports reports;
  private final Reading reading;
  private final Seats seats;

  BoardWiring(Base base) {
    this.base = base;
    board = Board.of(base.database(), base.events(), base.clock());
    hours = new Hours(base.database(), board, base.events());
    reports = new Reports(base.database(), board.reads(), base.events(), base.clock());
    reading = new Reading(base.database(), board, reports, hours, base.zone(), base.told());
    seats = new Seats(base.database(), base.reads(), base.bookings(), base.clock());
    base.events().listen(seats::hear);
  }

  @Override
  public void mount(RouteTable routes) {
    var own = new OwnBooking(base.reads());
    new PostApi(board, own, base.catalogues()).mount(routes);
    new AnswerApi(board).mount(routes);
    new HoursApi(hours).mount(routes);
    new HoursRoutes(hours, base.zone()).mount(routes);
    new OversightRoutes(hours, base.zone()).mount(routes);
    new ReportRoutes(reports, board.reads(), base.zone()).mount(routes);
    new SkillRoutes(
            new Skills(base.database(), base.events(), base.clock()),
            (ask, filter) -> board.reads().list(ask.who(), filter))
        .mount(routes);
    new LexiconRoutes(new Lexicon(base.database(), base.events())).mount(routes);
    new WriteRoutes(reading, own, base.catalogues()).mount(routes);
    new BoardRoutes(reading).mount(routes);
    new ActRoutes(reading).mount(routes);
  }

  @Override
  public List<Channel> channels() {
    return List.of(new BoardLive(reading, base.views(), base.clock()));
  }

  /** What somebody who leaves has here. */
  Future<Void> leave(MemberId member) {
    return board.departures().of(member);
  }

  @Override
  public Future<Void> everyMinute() {
    return board.clockwork().followBookings().eventually(seats::follow);
  }

  @Override
  public Future<Void> everyHour() {
    return board.clockwork().turn().eventually(board.departures()::followUp);
  }
}
