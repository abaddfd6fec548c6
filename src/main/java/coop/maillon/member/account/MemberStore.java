package coop.maillon.member.account;

import coop.maillon.db.Database;
import coop.maillon.db.Tx;
import coop.maillon.member.Email;
import coop.maillon.member.KnownSite;
import coop.maillon.member.Member;
import coop.maillon.member.MemberId;
import coop.maillon.member.NewMember;
import coop.maillon.member.Profile;
import coop.maillon.member.Standing;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** All the SQL of members and of what they may do. */
final class MemberStore {

  private static final String COLUMNS = """
            SELECT m.id, m.email, m.name, m.state, m.administrator, m.guest, m.guest_until, m.language, m.theme, m.home_site_id,
                   ARRAY(SELECT c.site_id FROM coordinates c WHERE c.member_id = m.id) AS coordinates,
                   ARRAY(SELECT g.site_id FROM guest_site g WHERE g.member_id = m.id) AS guest_sites, m.password_hash
              FROM member m
            """;

  private static final String BY_ID = COLUMNS + " WHERE m.id = $1";

  private static final String BY_EMAIL = COLUMNS + " WHERE lower(m.email) = lower($1)";

  private static final String SEARCH = COLUMNS + """
             WHERE m.state <> 'left'
               AND ($1 = '' OR unaccent(m.name) ILIKE '%' || unaccent($1) || '%' OR m.email ILIKE '%' || $1 || '%')
             ORDER BY m.name COLLATE "fr-x-icu", m.id
             LIMIT $2 OFFSET $3
            """;

  private static final String COUNT = """
            SELECT count(*) AS found
              FROM member m
             WHERE m.state <> 'left'
               AND ($1 = '' OR unaccent(m.name) ILIKE '%' || unaccent($1) || '%' OR m.email ILIKE '%' || $1 || '%')
            """;

  /** In id order, so that two who change each other do not wait for each other for ever. */
  private static final String LOCK =
      "SELECT m.id FROM member m WHERE m.id = ANY ($1) ORDER BY m.id FOR UPDATE";

  private static final String INSERT = """
            INSERT INTO member (email, name, state, password_hash, administrator, guest, guest_until, language, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (lower(email)) DO NOTHING
            RETURNING id
            """;

  private static final String SET_STANDING =
      "UPDATE member SET administrator = $2, guest = $3, guest_until = $4 WHERE id = $1";

  private static final String DROP_COORDINATES = "DELETE FROM coordinates WHERE member_id = $1";

  private static final String ADD_COORDINATES =
      "INSERT INTO coordinates (member_id, site_id) SELECT $1, unnest($2::bigint[])";

  private static final String DROP_GUEST_SITES = "DELETE FROM guest_site WHERE member_id = $1";

  private static final String ADD_GUEST_SITES =
      "INSERT INTO guest_site (member_id, site_id) SELECT $1, unnest($2::bigint[])";

  /** Whoever never joined is invited again, not active. */
  private static final String SET_STATE = """
            UPDATE member
               SET state = CASE WHEN $2 = 'active' AND password_hash IS NULL THEN 'invited' ELSE $2 END
             WHERE id = $1
            """;

  private static final String SET_PROFILE =
      "UPDATE member SET name = $2, language = $3, theme = $4, home_site_id = $5 WHERE id = $1";

  private static final String SET_PASSWORD = "UPDATE member SET password_hash = $2 WHERE id = $1";

  private static final String JOIN = """
            UPDATE member SET name = $2, password_hash = $3, state = 'active'
             WHERE id = $1
               AND state = 'invited'
            RETURNING id
            """;

  private static final String SITES = "SELECT id, slug, name FROM site ORDER BY id";

  private final Database database;
  private final Clock clock;

  MemberStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  Future<Optional<Member>> find(MemberId id) {
    return database.run(BY_ID, id.value()).map(MemberStore::first);
  }

  Future<Optional<Member>> find(Tx tx, MemberId id) {
    return tx.run(BY_ID, id.value()).map(MemberStore::first);
  }

  Future<Optional<Member>> findByEmail(Email email) {
    return database.run(BY_EMAIL, email.value()).map(MemberStore::first);
  }

  /** With the hash of the password, for whoever compares it. */
  Future<Optional<Keyed>> findKeyed(String email) {
    return database
        .run(BY_EMAIL, email)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row -> new Keyed(member(row), Optional.ofNullable(row.getString("password_hash"))))
            .findFirst());
  }

  Future<List<Member>> search(String words, int limit, int offset) {
    return database.run(SEARCH, words, limit, offset).map(MemberStore::all);
  }

  Future<Integer> count(String words) {
    return database.run(COUNT, words).map(rows -> rows.iterator().next().getInteger("found"));
  }

  Future<List<KnownSite>> sites() {
    return database
        .run(SITES)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .map(row ->
                new KnownSite(row.getLong("id"), row.getString("slug"), row.getString("name")))
            .toList());
  }

  Future<Void> lock(Tx tx, Collection<MemberId> ids) {
    return tx.run(LOCK, (Object) ids.stream().map(MemberId::value).toArray(Long[]::new))
        .mapEmpty();
  }

  /** The new member, or nothing when the address is taken. */
  Future<Optional<MemberId>> insert(Tx tx, NewMember who, Optional<String> passwordHash) {
    var standing = who.standing();
    return tx.run(
            INSERT,
            who.email().value(),
            who.name(),
            passwordHash
                .map(hash -> Member.State.ACTIVE)
                .orElse(Member.State.INVITED)
                .word(),
            passwordHash.orElse(null),
            standing.administrator(),
            standing.guest(),
            standing.guestUntil().orElse(null),
            who.language(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .map(MemberStore::firstId)
        .compose(id -> id.map(created -> addSites(tx, created, standing).map(id))
            .orElse(Future.succeededFuture(id)));
  }

  Future<Void> setStanding(Tx tx, MemberId id, Standing standing) {
    var until = standing.guestUntil().orElse(null);
    return tx.run(SET_STANDING, id.value(), standing.administrator(), standing.guest(), until)
        .compose(done -> tx.run(DROP_COORDINATES, id.value()))
        .compose(done -> addSites(tx, id, standing));
  }

  Future<Void> setState(Tx tx, MemberId id, Member.State state) {
    return tx.run(SET_STATE, id.value(), state.word()).mapEmpty();
  }

  Future<Void> setProfile(Tx tx, MemberId id, Profile profile) {
    var home = profile.homeSite().orElse(null);
    return tx.run(
            SET_PROFILE, id.value(), profile.name(), profile.language(), profile.theme(), home)
        .mapEmpty();
  }

  Future<Void> setPassword(Tx tx, MemberId id, String hash) {
    return tx.run(SET_PASSWORD, id.value(), hash).mapEmpty();
  }

  /** Whether the invited person became a member by this very statement. */
  Future<Boolean> join(Tx tx, MemberId id, String name, String hash) {
    return tx.run(JOIN, id.value(), name, hash).map(rows -> rows.size() == 1);
  }

  private Future<Void> addSites(Tx tx, MemberId id, Standing standing) {
    return tx.run(DROP_GUEST_SITES, id.value())
        .compose(done ->
            tx.run(ADD_COORDINATES, id.value(), standing.coordinates().toArray(Long[]::new)))
        .compose(
            done -> tx.run(ADD_GUEST_SITES, id.value(), standing.guestSites().toArray(Long[]::new)))
        .mapEmpty();
  }

  private static Optional<MemberId> firstId(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new MemberId(row.getLong("id")))
        .findFirst();
  }

  private static Optional<Member> first(RowSet<Row> rows) {
    return all(rows).stream().findFirst();
  }

  private static List<Member> all(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(MemberStore::member)
        .toList();
  }

  private static Member member(Row row) {
    return new Member(
        new MemberId(row.getLong("id")),
        row.getString("email"),
        row.getString("name"),
        Member.State.of(row.getString("state")),
        standing(row),
        row.getString("language"),
        row.getString("theme"),
        Optional.ofNullable(row.getLong("home_site_id")));
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.getBoolean("administrator"),
        row.getBoolean("guest"),
        Optional.ofNullable(row.getLocalDate("guest_until")),
        Set.of(row.getArrayOfLongs("coordinates")),
        Set.of(row.getArrayOfLongs("guest_sites")));
  }

  /** A member and the hash of their password, if they have one yet. */
  record Keyed(Member member, Optional<String> passwordHash) {}
}
