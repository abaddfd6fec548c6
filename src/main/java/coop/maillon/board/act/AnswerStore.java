package coop.maillon.board.act;

import static java.time.ZoneOffset.UTC;

import coop.maillon.board.Answer;
import coop.maillon.board.AnswerId;
import coop.maillon.board.AnswerStatus;
import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Tx;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;

/** All the SQL that writes answers and what is said further about them. */
final class AnswerStore {

  private static final String INSERT = """
      INSERT INTO answer (post_id, member_id, body, status, created_at) VALUES ($1, $2, $3, 'proposed', $4)
      RETURNING id
      """;

  private static final String ACCEPT =
      "UPDATE answer SET status = 'accepted', engagement_id = $2 WHERE id = $1";

  private static final String LINE_UP =
      "UPDATE answer SET status = 'waiting', waiting_at = $2 WHERE id = $1";

  private static final String BECOME = "UPDATE answer SET status = $2 WHERE id = ANY ($1)";

  private static final String REPLY =
      "INSERT INTO reply (answer_id, member_id, body, at) VALUES ($1, $2, $3, $4)";

  Future<AnswerId> insert(Tx tx, PostId post, Answer.Reply said) {
    return tx.run(
            INSERT,
            post.value(),
            said.member().id().value(),
            said.body(),
            said.at().atOffset(UTC))
        .map(rows -> new AnswerId(rows.iterator().next().getLong("id")));
  }

  Future<Void> accept(Tx tx, AnswerId answer, EngagementId engagement) {
    return tx.run(ACCEPT, answer.value(), engagement.value()).mapEmpty();
  }

  Future<Void> lineUp(Tx tx, AnswerId answer, Instant now) {
    return tx.run(LINE_UP, answer.value(), now.atOffset(UTC)).mapEmpty();
  }

  Future<Void> become(Tx tx, Collection<AnswerId> answers, AnswerStatus status) {
    Long[] ids = answers.stream().map(AnswerId::value).toArray(Long[]::new);
    return ids.length == 0
        ? Future.succeededFuture()
        : tx.run(BECOME, ids, status.word()).mapEmpty();
  }

  Future<Void> reply(Tx tx, AnswerId answer, Answer.Reply said) {
    return tx.run(
            REPLY,
            answer.value(),
            said.member().id().value(),
            said.body(),
            said.at().atOffset(UTC))
        .mapEmpty();
  }
}
