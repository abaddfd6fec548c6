package coop.maillon.web;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The description of the API as people read it: its calls by subject. */
public record ApiPage(String title, String introduction, List<Subject> subjects) {

  /** Calls that belong together. */
  public record Subject(String name, String anchor, List<Call> calls) {}

  /** One call: what it is for, what one sends, what comes back. */
  public record Call(
      String method,
      String path,
      String summary,
      Optional<String> description,
      List<Piece> sent,
      List<Piece> answers) {}

  /** A name and what it means; {@code needed} if it must be there. */
  public record Piece(String name, String meaning, boolean needed) {}

  static ApiPage of(JsonObject openApi) {
    Map<String, List<Call>> calls = new LinkedHashMap<>();
    JsonObject paths = openApi.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject methods = paths.getJsonObject(path);
      for (String method : methods.fieldNames()) {
        JsonObject call = methods.getJsonObject(method);
        calls
            .computeIfAbsent(call.getJsonArray("tags").getString(0), tag -> new ArrayList<>())
            .add(call(method, path, call, openApi));
      }
    }
    List<Subject> subjects = new ArrayList<>();
    calls.forEach((name, of) ->
        subjects.add(new Subject(name, name.toLowerCase(Locale.ROOT).replace(' ', '-'), of)));
    return new ApiPage(
        "API", plain(openApi.getJsonObject("info").getString("description")), subjects);
  }

  private static Call call(String method, String path, JsonObject call, JsonObject openApi) {
    return new Call(
        method.toUpperCase(Locale.ROOT),
        Web.API + path,
        call.getString("summary"),
        Optional.ofNullable(call.getString("description")).map(ApiPage::plain),
        sent(call, openApi),
        answers(call.getJsonObject("responses")));
  }

  private static List<Piece> sent(JsonObject call, JsonObject openApi) {
    List<Piece> sent = new ArrayList<>();
    for (Object each : call.getJsonArray("parameters", new JsonArray())) {
      JsonObject parameter = (JsonObject) each;
      sent.add(new Piece(
          parameter.getString("name"),
          plain(parameter.getString("description")),
          parameter.getBoolean("required")));
    }
    JsonObject body = call.getJsonObject("requestBody", new JsonObject());
    members(body, openApi).forEach(sent::add);
    return sent;
  }

  private static List<Piece> members(JsonObject body, JsonObject openApi) {
    JsonObject schema = body.getJsonObject("content", new JsonObject())
        .getJsonObject("application/json", new JsonObject())
        .getJsonObject("schema", new JsonObject());
    JsonObject whole = resolved(schema, openApi);
    List<Object> needed =
        whole.getJsonArray("required", new JsonArray()).stream().toList();
    JsonObject properties = whole.getJsonObject("properties", new JsonObject());
    return properties.fieldNames().stream()
        .map(name -> new Piece(name, type(properties.getJsonObject(name)), needed.contains(name)))
        .toList();
  }

  private static List<Piece> answers(JsonObject responses) {
    return responses.fieldNames().stream()
        .map(status -> new Piece(
            status, plain(responses.getJsonObject(status).getString("description")), false))
        .toList();
  }

  // The description is Markdown, of which only code is used; names are plain enough without.
  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }

  private static JsonObject resolved(JsonObject schema, JsonObject openApi) {
    String reference = schema.getString("$ref");
    return reference == null
        ? schema
        : openApi
            .getJsonObject("components")
            .getJsonObject("schemas")
            .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static String type(JsonObject schema) {
    if (schema.containsKey("enum")) {
      return String.join(
          " | ", schema.getJsonArray("enum").stream().map(Object::toString).toList());
    }
    String format = schema.getString("format", String.valueOf(schema.getValue("type")));
    String said = schema.getString("description", "");
    boolean object = schema.containsKey("$ref");
    return object ? "object" : said.isEmpty() ? format : format + ". " + said;
  }
}
