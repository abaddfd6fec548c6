package coop.maillon.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a handler has to say; how it becomes bytes is the edge's business. */
public sealed interface Answer
    permits Answer.Page,
        Answer.Fragment,
        Answer.Json,
        Answer.SeeOther,
        Answer.Download,
        Answer.Failure,
        Problem {

  /** What goes along with the answer: headers, in order. */
  Headers headers();

  /** The same answer with other headers. */
  Answer withHeaders(Headers headers);

  /** A template with its model, inside the layout. */
  record Page(int status, String template, Object model, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new Page(status, template, model, other);
    }
  }

  /** A template with its model, alone: a piece that htmx puts into the page. */
  record Fragment(int status, String template, Object model, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new Fragment(status, template, model, other);
    }
  }

  /** An object or an array for a program; {@code body} is a JsonObject or a JsonArray. */
  record Json(int status, Object body, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new Json(status, body, other);
    }
  }

  /** Done; the page to read now stands elsewhere (303). */
  record SeeOther(String location, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new SeeOther(location, other);
    }
  }

  /** A file; without a name the browser shows it. */
  record Download(String type, String filename, Buffer body, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new Download(type, filename, body, other);
    }
  }

  /** A status that the edge words by itself: a kind page, or a problem for a program. */
  record Failure(int status, Headers headers) implements Answer {
    @Override
    public Answer withHeaders(Headers other) {
      return new Failure(status, other);
    }
  }

  static Answer page(String template, Object model) {
    return new Page(200, template, model, Headers.NONE);
  }

  /** What was asked is against a rule, or the form is not complete: the same page again, 422. */
  static Answer refused(String template, Object model) {
    return new Page(422, template, model, Headers.NONE);
  }

  /** Somebody was faster, 409. */
  static Answer conflict(String template, Object model) {
    return new Page(409, template, model, Headers.NONE);
  }

  static Answer fragment(String template, Object model) {
    return new Fragment(200, template, model, Headers.NONE);
  }

  static Answer json(int status, JsonObject body) {
    return new Json(status, body, Headers.NONE);
  }

  static Answer json(int status, JsonArray body) {
    return new Json(status, body, Headers.NONE);
  }

  static Answer seeOther(String location) {
    return new SeeOther(location, Headers.NONE);
  }

  static Answer download(String type, String filename, Buffer body) {
    return new Download(type, filename, body, Headers.NONE);
  }

  static Answer notFound() {
    return failed(404);
  }

  static Answer forbidden() {
    return failed(403);
  }

  static Answer failed(int status) {
    return new Failure(status, Headers.NONE);
  }

  /** The same answer with one more header, a cookie for instance. */
  default Answer with(String header, String value) {
    return withHeaders(headers().and(header, value));
  }

  /** Says a sentence on the next page that the visitor sees. */
  default Answer saying(String sentence) {
    return withHeaders(headers().and("Set-Cookie", Said.of(sentence).toCookie()));
  }

  /** Says a sentence on the next page, with a button that posts to {@code undoPath}. */
  default Answer saying(String sentence, String undoPath, String undoLabel) {
    return withHeaders(
        headers().and("Set-Cookie", Said.of(sentence, undoPath, undoLabel).toCookie()));
  }
}
