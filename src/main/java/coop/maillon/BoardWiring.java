package coop.maillon;

import coop.maillon.board.act.Board;
import coop.maillon.board.api.AnswerApi;
import coop.maillon.board.api.OwnBooking;
import coop.maillon.board.api.PostApi;
import coop.maillon.board.hours.Hours;
import coop.maillon.board.hours.HoursApi;
import coop.maillon.member.MemberId;
import coop.maillon.web.RouteTable;
import io.vertx.core.Future;

/** Mutual help: the board, and the hours that are given on it. */
final class BoardWiring implements Part {

  private final Base base;
  private final Board board;
  private final Hours hours;

  BoardWiring(Base base) {
    this.base = base;
    board = Board.of(base.database(), base.events(), base.clock());
    hours = new Hours(base.database(), board, base.events());
  }

  @Override
  public void mount(RouteTable routes) {
    new PostApi(board, new OwnBooking(base.reads()), base.catalogues()).mount(routes);
    new AnswerApi(board).mount(routes);
    new HoursApi(hours).mount(routes);
  }

  /** What somebody who leaves has here. */
  Future<Void> leave(MemberId member) {
    return board.departures().of(member);
  }

  @Override
  public Future<Void> everyHour() {
    return board.clockwork().turn().eventually(board.departures()::followUp);
  }
}
