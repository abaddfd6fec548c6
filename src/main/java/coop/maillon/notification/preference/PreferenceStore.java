package coop.maillon.notification.preference;

import coop.maillon.db.Sql;
import coop.maillon.db.Tx;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All the SQL of what members want to be told, and of the mail that a change of it lets go. */
final class PreferenceStore {

  /** Of those who are still in: nobody else is sent anything. */
  private static final String OF = """
      SELECT m.id, coalesce(s.zone, $2) AS zone, p.member_id IS NOT NULL AS said, p.choices, p.quiet_from, p.quiet_to,
             p.paused_until, p.digest_every, p.digest_day, p.digest_at, p.remind_minutes
        FROM member m
        LEFT JOIN site s ON s.id = m.home_site_id
        LEFT JOIN preference p ON p.member_id = m.id
       WHERE m.id = ANY ($1)
         AND m.state = 'active' AND (m.guest_until IS NULL OR m.guest_until >= $3)
      """;

  /** Whoever changes the same at the same time waits. */
  private static final String LOCK = """
      INSERT INTO preference (member_id) VALUES ($1)
      ON CONFLICT (member_id) DO UPDATE SET member_id = excluded.member_id
      """;

  private static final String SAVE = """
      UPDATE preference
         SET choices = $2, quiet_from = $3, quiet_to = $4, paused_until = $5, digest_every = $6, digest_day = $7,
             digest_at = $8, remind_minutes = $9
       WHERE member_id = $1
      """;

  /** What waits for a digest comes at that moment; what waits for the end of quiet hours is looked at again now. */
  private static final String RESCHEDULE = """
      UPDATE mail SET not_before = CASE WHEN held THEN $2 ELSE $3 END
       WHERE member_id = $1
         AND sent_at IS NULL AND dead_at IS NULL AND withheld_at IS NULL AND digest_id IS NULL
         AND (held OR seq IS NOT NULL AND tries = 0 AND not_before > $3)
      """;

  /** @param clock with the zone of whoever has no home site */
  Future<Map<MemberId, Preference>> of(Sql sql, Collection<MemberId> members, Clock clock) {
    var ids = members.stream().map(MemberId::value).toArray(Long[]::new);
    return sql.run(OF, ids, clock.getZone().getId(), LocalDate.now(clock))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .collect(
                Collectors.toMap(row -> new MemberId(row.getLong("id")), PreferenceStore::read)));
  }

  Future<Void> lock(Tx tx, MemberId member) {
    return tx.run(LOCK, member.value()).mapEmpty();
  }

  Future<Void> save(Tx tx, MemberId member, Preference wanted) {
    var digest = wanted.digest();
    return tx.run(
            SAVE,
            member.value(),
            written(wanted.choices()),
            wanted.quiet().map(Quiet::from).orElse(null),
            wanted.quiet().map(Quiet::to).orElse(null),
            wanted.pausedUntil().orElse(null),
            digest.every().word(),
            (short) digest.day().getValue(),
            digest.at(),
            wanted.reminder().map(before -> (int) before.toMinutes()).orElse(null))
        .mapEmpty();
  }

  Future<Void> reschedule(Tx tx, MemberId member, Instant digest, Instant now) {
    return tx.run(
            RESCHEDULE,
            member.value(),
            digest.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .mapEmpty();
  }

  private static JsonObject written(Map<Topic, Choice> choices) {
    var json = new JsonObject();
    choices.forEach((topic, choice) -> json.put(
        topic.word(),
        new JsonObject()
            .put("inbox", choice.inbox())
            .put("live", choice.live())
            .put("mail", choice.mail().word())));
    return json;
  }

  private static Preference read(Row row) {
    var zone = ZoneId.of(row.getString("zone"));
    if (!row.getBoolean("said")) {
      return Preference.usual(zone);
    }
    return new Preference(
        zone,
        choices(row.getJsonObject("choices")),
        quiet(row.getLocalTime("quiet_from"), row.getLocalTime("quiet_to")),
        Optional.ofNullable(row.getLocalDate("paused_until")),
        new Rhythm(
            Rhythm.Every.valueOf(row.getString("digest_every").toUpperCase(Locale.ROOT)),
            DayOfWeek.of(row.getShort("digest_day")),
            row.getLocalTime("digest_at")),
        Optional.ofNullable(row.getInteger("remind_minutes")).map(Duration::ofMinutes));
  }

  private static Optional<Quiet> quiet(@Nullable LocalTime from, @Nullable LocalTime to) {
    return from == null || to == null ? Optional.empty() : Optional.of(new Quiet(from, to));
  }

  /** A topic that is no more is left out. */
  private static Map<Topic, Choice> choices(JsonObject json) {
    var choices = new EnumMap<Topic, Choice>(Topic.class);
    json.fieldNames()
        .forEach(word -> Topic.named(word)
            .ifPresent(topic -> choices.put(topic, choice(json.getJsonObject(word), topic))));
    return choices;
  }

  private static Choice choice(JsonObject json, Topic topic) {
    var usual = topic.usual();
    return new Choice(
        json.getBoolean("inbox", usual.inbox()),
        json.getBoolean("live", usual.live()),
        Timing.of(json.getString("mail", "")).orElse(usual.mail()));
  }
}
