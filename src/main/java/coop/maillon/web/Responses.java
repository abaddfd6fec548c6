package coop.maillon.web;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns answers into bytes. */
final class Responses {

  private static final int WORTH_COMPRESSING = 1400;
  // Half the time of the default level for a tenth more bytes, on our pages.
  private static final int LEVEL = 4;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Views views;
  private final Shells shells;

  Responses(Views views, Shells shells) {
    this.views = views;
    this.shells = shells;
  }

  Future<Void> write(Ask ask, Answer answer) {
    HttpServerResponse response = ask.request().response();
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    response.putHeader("Cache-Control", ask.visitor().isPresent() ? "no-store" : "no-cache");
    put(response, answer.headers());
    return answer instanceof Answer.Json || answer instanceof Problem
        ? forPrograms(ask, answer)
        : forPeople(ask, answer);
  }

  private Future<Void> forPrograms(Ask ask, Answer answer) {
    return answer instanceof Problem problem
        ? text(ask, problem.status(), PROBLEM, problem.toJson(ask.words()).encode())
        : json(ask, (Answer.Json) answer);
  }

  private Future<Void> forPeople(Ask ask, Answer answer) {
    if (answer instanceof Answer.Page page) {
      return page(ask, page);
    }
    if (answer instanceof Answer.Fragment piece) {
      return fragment(ask, piece);
    }
    if (answer instanceof Answer.SeeOther elsewhere) {
      return seeOther(ask, elsewhere);
    }
    return answer instanceof Answer.Download file
        ? download(ask, file)
        : failure(ask, (Answer.Failure) answer);
  }

  private static Future<Void> json(Ask ask, Answer.Json json) {
    String text = json.body() instanceof JsonObject object
        ? object.encode()
        : ((JsonArray) json.body()).encode();
    return text(ask, json.status(), JSON, text);
  }

  private Future<Void> fragment(Ask ask, Answer.Fragment piece) {
    String html = views.fragment(piece.template(), piece.model(), ask.words().language());
    return text(ask, piece.status(), HTML, html);
  }

  private static Future<Void> seeOther(Ask ask, Answer.SeeOther elsewhere) {
    HttpServerResponse response = ask.request().response();
    return response
        .setStatusCode(303)
        .putHeader("Location", elsewhere.location())
        .end();
  }

  private Future<Void> page(Ask ask, Answer.Page page) {
    Optional<Said> said = Said.from(ask.cookies());
    said.ifPresent(shown -> ask.request().response().headers().add("Set-Cookie", Said.clearing()));
    Buffer html = views.render(page.template(), page.model(), ask.words(), shells.of(ask, said));
    return whole(ask, page.status(), HTML, html);
  }

  private Future<Void> failure(Ask ask, Answer.Failure failure) {
    if (ask.api()) {
      Problem problem = Problem.of(failure.status(), ErrorPage.name(failure.status()));
      Problem whole = failure.status() == 400 ? problem.with("errors", new JsonArray()) : problem;
      return text(ask, failure.status(), PROBLEM, whole.toJson(ask.words()).encode());
    }
    ErrorPage model = ErrorPage.of(failure.status(), ask);
    Buffer html = views.render("error/page", model, ask.words(), shells.of(ask, Optional.empty()));
    return whole(ask, failure.status(), HTML, html);
  }

  private static Future<Void> download(Ask ask, Answer.Download file) {
    HttpServerResponse response = ask.request().response();
    String tag = response.headers().get("ETag");
    if (tag != null
        && ask.header("If-None-Match").filter(had -> names(had, tag)).isPresent()) {
      return response.setStatusCode(304).end();
    }
    response.putHeader("Content-Type", file.type());
    if (!file.filename().isEmpty()) {
      String name = file.filename().replaceAll("[^\\w.-]", "_");
      response.putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }
    return end(ask, file.body());
  }

  /** A list of tags, weak ones too, or a star for any. */
  private static boolean names(String had, String tag) {
    return Stream.of(had.split(","))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
  }

  private static Future<Void> text(Ask ask, int status, String type, String text) {
    return whole(ask, status, type, Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Future<Void> whole(Ask ask, int status, String type, Buffer body) {
    ask.request().response().setStatusCode(status).putHeader("Content-Type", type);
    return end(ask, compressed(ask, body));
  }

  private static Buffer compressed(Ask ask, Buffer body) {
    HttpServerResponse response = ask.request().response();
    response.putHeader("Vary", "Accept-Encoding, Cookie");
    if (body.length() < WORTH_COMPRESSING || !takesGzip(ask)) {
      return body;
    }
    response.putHeader("Content-Encoding", "gzip");
    return Buffer.buffer(Asset.gzip(body.getBytes(), LEVEL));
  }

  static boolean takesGzip(Ask ask) {
    return ask.header("Accept-Encoding")
        .filter(accepted -> accepted.contains("gzip"))
        .isPresent();
  }

  private static Future<Void> end(Ask ask, Buffer body) {
    HttpServerResponse response = ask.request().response();
    response.putHeader("Content-Length", String.valueOf(body.length()));
    return ask.request().method() == HttpMethod.HEAD ? response.end() : response.end(body);
  }

  private static void put(HttpServerResponse response, Headers headers) {
    headers.entries().forEach(header -> {
      if (header.getKey().equalsIgnoreCase("Set-Cookie")) {
        response.headers().add(header.getKey(), header.getValue());
      } else {
        response.putHeader(header.getKey(), header.getValue());
      }
    });
  }
}
