package coop.maillon.notification.preference;

import coop.maillon.db.Database;
import coop.maillon.member.Ids;
import coop.maillon.member.MemberId;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links by which somebody stops mails of one topic without signing in (RFC 8058): signed, so that nothing need be kept of them,
 * and good for as long as the mail that brought them.
 */
public final class LeaveLinks {

  static final String PATH = "/unsubscribe/";

  private static final String ALGORITHM = "HmacSHA256";
  private static final String DIGEST = "digest";

  private final LeaveKeyStore store = new LeaveKeyStore();
  private final Database database;

  public LeaveLinks(Database database) {
    this.database = database;
  }

  /**
   * Whose mails of what.
   *
   * @param topic none for all that a digest brings
   */
  public record Wanted(MemberId member, Optional<Topic> topic) {

    private String text() {
      return member.value() + "." + topic.map(Topic::word).orElse(DIGEST);
    }

    private static Optional<Wanted> of(String member, String word) {
      var topic = Topic.named(word);
      return Ids.read(member)
          .filter(id -> topic.isPresent() || word.equals(DIGEST))
          .map(id -> new Wanted(new MemberId(id), topic));
    }
  }

  /** The path of a link: always the same for the same. */
  public Future<String> path(Wanted wanted) {
    return store
        .key(database)
        .map(key -> PATH + wanted.text() + "." + signature(wanted.text(), key));
  }

  /** Empty where nobody here signed that. */
  Future<Optional<Wanted>> read(String token) {
    var parts = token.split("\\.", -1);
    return parts.length == 3
        ? store
            .key(database)
            .map(key -> Optional.of(parts)
                .filter(all -> isSigned(all[0] + "." + all[1], all[2], key))
                .flatMap(all -> Wanted.of(all[0], all[1])))
        : Future.succeededFuture(Optional.empty());
  }

  /** In the same time wherever they differ. */
  private static boolean isSigned(String text, String given, byte[] key) {
    return MessageDigest.isEqual(
        signature(text, key).getBytes(StandardCharsets.UTF_8),
        given.getBytes(StandardCharsets.UTF_8));
  }

  private static String signature(String text, byte[] key) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
    }
  }
}
