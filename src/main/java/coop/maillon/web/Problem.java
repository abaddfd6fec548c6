package coop.maillon.web;

import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * A refusal for a program, after RFC 9457; its title is the message {@code problem.NAME}.
 *
 * @param name the last part of {@code type}: {@code /problems/NAME}
 * @param members what the problem says beyond type, title, status and detail
 */
public record Problem(
    int status, String name, Optional<String> worded, JsonObject members, Headers headers)
    implements Answer {

  public static Problem of(int status, String name) {
    return new Problem(status, name, Optional.empty(), new JsonObject(), Headers.NONE);
  }

  /** One sentence on this very case, in the reader's language. */
  public Problem detail(String sentence) {
    return new Problem(status, name, Optional.of(sentence), members, headers);
  }

  /** One more member: a JSON value. */
  public Problem with(String member, Object value) {
    return new Problem(status, name, worded, members.copy().put(member, value), headers);
  }

  /** One more member, as above: what a problem is given is a member; {@link #header} is for headers. */
  @Override
  public Problem with(String member, String value) {
    return with(member, (Object) value);
  }

  public Problem header(String header, String value) {
    return withHeaders(headers.and(header, value));
  }

  @Override
  public Problem withHeaders(Headers other) {
    return new Problem(status, name, worded, members, other);
  }

  /** As it is written. */
  public JsonObject toJson(Words words) {
    var json = new JsonObject()
        .put("type", "/problems/" + name)
        .put("title", words.say("problem." + name))
        .put("status", status);
    worded.ifPresent(sentence -> json.put("detail", sentence));
    return json.mergeIn(members);
  }
}
