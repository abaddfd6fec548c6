package coop.maillon.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What a request brought along: a form, a form with files, or a JSON object. */
record RequestBody(Parameters form, Map<String, List<Upload>> uploads, JsonObject json) {

  static final RequestBody NONE = new RequestBody(Parameters.NONE, Map.of(), new JsonObject());
  private static final String FORM = "application/x-www-form-urlencoded";

  /**
   * Makes sense of the bytes by the type that was claimed.
   *
   * @throws BadRequest 400 if they are not of that type, 415 if the type is none of ours
   */
  static RequestBody of(String contentType, Buffer bytes) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    if (bytes.length() == 0) {
      return NONE;
    }
    if (type.equals(FORM)) {
      return new RequestBody(Parameters.parse(bytes.toString()), Map.of(), new JsonObject());
    }
    if (type.equals("application/json") || type.endsWith("+json")) {
      return new RequestBody(Parameters.NONE, Map.of(), object(bytes));
    }
    throw new BadRequest(415, "content type " + type);
  }

  List<Upload> uploads(String name) {
    return uploads.getOrDefault(name, List.of());
  }

  private static JsonObject object(Buffer bytes) {
    try {
      if (Json.decodeValue(bytes.toString()) instanceof JsonObject json) {
        return checked(json);
      }
    } catch (DecodeException unreadable) {
      throw new BadRequest("not JSON");
    }
    throw new BadRequest("not a JSON object");
  }

  private static JsonObject checked(JsonObject json) {
    json.forEach(member -> {
      if (hasNul(member.getKey()) || hasNul(member.getValue())) {
        throw BadRequest.nul(member.getKey());
      }
    });
    return json;
  }

  private static boolean hasNul(Object value) {
    if (value instanceof JsonObject nested) {
      return nested.stream()
          .anyMatch(member -> hasNul(member.getKey()) || hasNul(member.getValue()));
    }
    return value instanceof JsonArray all
        ? all.stream().anyMatch(RequestBody::hasNul)
        : value instanceof String text && text.indexOf(0) >= 0;
  }
}
