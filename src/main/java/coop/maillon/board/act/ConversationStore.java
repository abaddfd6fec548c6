package coop.maillon.board.act;

import coop.maillon.board.AnswerId;
import coop.maillon.board.Conversation;
import coop.maillon.board.EngagementId;
import coop.maillon.board.PostId;
import coop.maillon.db.Sql;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All the SQL of a post with what was said to it and agreed on: the whole by one statement. */
final class ConversationStore {

  private static final String CONVERSATION =
      "SELECT " + PostRows.COLUMNS + """
      , (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'id', w.id, 'member', w.member_id, 'name', m.name, 'here', m.state = 'active' AND NOT m.guest,
                  'body', w.body, 'status', w.status, 'at', w.created_at, 'waiting', w.waiting_at,
                  'engagement', w.engagement_id, 'hidden', w.hidden_at,
                  'replies', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                'member', y.member_id, 'name', n.name, 'here', true, 'body', y.body, 'at', y.at)
                                ORDER BY y.id), '[]')
                                FROM reply y JOIN member n ON n.id = y.member_id WHERE y.answer_id = w.id))
                ORDER BY w.id), '[]')
           FROM answer w JOIN member m ON m.id = w.member_id
          WHERE w.post_id = p.id) AS answers,
        (SELECT coalesce(jsonb_agg(jsonb_build_object(
                  'id', e.id, 'member', e.helper_id, 'name', h.name, 'here', h.state = 'active' AND NOT h.guest,
                  'mode', e.mode, 'status', e.status, 'estimate', e.estimate_minutes, 'agreed', e.agreed_at,
                  'since', e.since, 'reminded', e.reminded, 'helperMinutes', e.helper_minutes,
                  'receiverMinutes', e.receiver_minutes, 'dispute', e.dispute, 'minutes', e.final_minutes,
                  'reason', e.reason, 'by', e.decided_by, 'byName', d.name, 'transfer', e.transfer_id,
                  'receivers', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                  'member', g.member_id, 'name', n.name, 'here', n.state = 'active' AND NOT n.guest)
                                  ORDER BY g.position, g.member_id), '[]')
                                  FROM engagement_receiver g JOIN member n ON n.id = g.member_id
                                 WHERE g.engagement_id = e.id),
                  'thanks', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                               'member', t.member_id, 'name', n.name, 'here', true, 'body', t.body, 'at', t.at)
                               ORDER BY t.at), '[]')
                               FROM thanks t JOIN member n ON n.id = t.member_id WHERE t.engagement_id = e.id))
                ORDER BY e.id), '[]')
           FROM engagement e
           JOIN member h ON h.id = e.helper_id
           LEFT JOIN member d ON d.id = e.decided_by
          WHERE e.post_id = p.id) AS engagements
      """ + PostRows.FROM + " WHERE p.id = $1";

  private static final String POST_OF_ANSWER = "SELECT post_id FROM answer WHERE id = $1";

  private static final String POST_OF_ENGAGEMENT = "SELECT post_id FROM engagement WHERE id = $1";

  /** Whose accounts an act on it may touch; nobody's where no hours are counted. */
  private static final String STAKES = """
      SELECT p.mode,
             ARRAY(SELECT p.author_id
             UNION SELECT w.member_id FROM answer w
                    WHERE w.post_id = p.id AND w.status IN ('proposed', 'accepted', 'waiting')
             UNION SELECT e.helper_id FROM engagement e WHERE e.post_id = p.id
             UNION SELECT g.member_id FROM engagement_receiver g JOIN engagement e ON e.id = g.engagement_id
                    WHERE e.post_id = p.id) AS members
        FROM post p
       WHERE p.id = $1
      """;

  Future<Optional<Conversation>> find(Sql sql, PostId post) {
    return sql.run(CONVERSATION, post.value())
        .map(rows -> first(rows)
            .map(row -> new Conversation(
                PostRows.post(row),
                ConversationJson.answers(row.getJsonArray("answers")),
                ConversationJson.engagements(row.getJsonArray("engagements")))));
  }

  Future<Optional<PostId>> postOf(Sql sql, AnswerId answer) {
    return sql.run(POST_OF_ANSWER, answer.value()).map(ConversationStore::post);
  }

  Future<Optional<PostId>> postOf(Sql sql, EngagementId engagement) {
    return sql.run(POST_OF_ENGAGEMENT, engagement.value()).map(ConversationStore::post);
  }

  /** Empty where there is no such post. */
  Future<Optional<Set<MemberId>>> stakes(Sql sql, PostId post) {
    return sql.run(STAKES, post.value())
        .map(rows -> first(rows)
            .map(row -> row.getString("mode").equals("hours")
                ? Stream.of(row.getArrayOfLongs("members"))
                    .map(MemberId::new)
                    .collect(Collectors.toSet())
                : Set.<MemberId>of()));
  }

  private static Optional<PostId> post(RowSet<Row> rows) {
    return first(rows).map(row -> new PostId(row.getLong("post_id")));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(row);
    }
    return Optional.empty();
  }
}
