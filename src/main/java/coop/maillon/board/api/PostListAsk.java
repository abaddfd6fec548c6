package coop.maillon.board.api;

import coop.maillon.board.PostFilter;
import coop.maillon.board.PostKind;
import coop.maillon.board.PostStatus;
import coop.maillon.web.Fields;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads which posts a program wants; one more than a page, to know whether there is a next. */
final class PostListAsk {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  private PostListAsk() {}

  /** What is not right is noted with the fields. */
  static PostFilter read(Fields fields) {
    var cursor = fields.text("cursor").optional();
    var after = cursor.flatMap(PostFilter.Cursor::read);
    if (cursor.isPresent() && after.isEmpty()) {
      fields.problem("cursor", "field.cursor");
    }
    return new PostFilter(
        status(fields),
        kind(fields).map(Set::of).orElse(Set.of()),
        fields.text("q").optional().orElse(""),
        fields.text("skill").optional(),
        PostFilter.Where.EVERYWHERE,
        Set.of(),
        after,
        fields.whole("limit", 1, MOST).orElse(USUAL) + 1);
  }

  private static Optional<PostKind> kind(Fields fields) {
    var kind = fields.text("kind").optional();
    var known = kind.flatMap(PostKind::of);
    if (kind.isPresent() && known.isEmpty()) {
      fields.problem("kind", "board.field.kind");
    }
    return known;
  }

  private static PostStatus status(Fields fields) {
    String wanted = fields.text("status").optional().orElse(PostStatus.PUBLISHED.word());
    var status =
        Stream.of(PostStatus.values()).filter(one -> one.word().equals(wanted)).findFirst();
    if (status.isEmpty()) {
      fields.problem("status", "board.field.status");
    }
    return status.orElse(PostStatus.PUBLISHED);
  }
}
