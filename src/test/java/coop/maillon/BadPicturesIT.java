package coop.maillon;

import static coop.maillon.support.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import coop.maillon.picture.Files;
import coop.maillon.support.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures made to bring a server down, against one that has 256 MiB. */
class BadPicturesIT {

  // A connection each: over one of HTTP/2 they would come one after the other.
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Allowed and as large as can be; a hundred megapixels; rows without end; no picture at all. */
  private static final List<byte[]> SENT = List.of(
      Files.black(6_400, 6_200, 6_200),
      Files.black(10_000, 10_000, 10_000),
      Files.black(6_000, 6_000, 1_000_000),
      "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII));

  /** As much as is kept of a file to be looked at, and a little more. */
  private static final List<byte[]> HEAVY =
      List.of(new byte[8 * 1024 * 1024], new byte[9 * 1024 * 1024]);

  @Test
  void whateverIsSentTheServerLivesOn(@TempDir Path data) {
    var settings = Map.of("MAILLON_DEMO", "true", "MAILLON_RATE_LIMITS", "off");
    try (var server = ServerProcess.start(data, settings)) {
      String session = signIn(server);
      var answers = together(24, i -> signal(server, session, SENT.get(i % SENT.size())));
      assertThat(answers.stream().map(HttpResponse::statusCode).toList())
          .allMatch(status -> status == 303 || status == 422);
      assertThat(answers.get(0).statusCode()).isEqualTo(303);
      assertThat(answers.get(1).body()).contains("trop de pixels");
      assertThat(answers.get(3).body()).contains("ni une photo JPEG ni une image PNG");
      assertThat(server.management("/readyz").statusCode()).isEqualTo(200);
      manyHeavyOnes(server, session);
    }
  }

  /** More at once than memory has room for, then as many as it has. */
  private static void manyHeavyOnes(ServerProcess server, String session) {
    var heavy =
        together(24, i -> send(server, session, "/vehicles/zoe-bleue/damage", HEAVY.get(i % 2)));
    var statuses = heavy.stream().map(HttpResponse::statusCode).toList();
    assertThat(statuses).allMatch(status -> status == 422 || status == 503).contains(422);
    assertThat(server.management("/readyz").statusCode()).isEqualTo(200);
    var later = together(6, i -> send(server, session, "/vehicles/zoe-bleue/damage", HEAVY.get(0)));
    assertThat(later.stream().map(HttpResponse::statusCode).toList())
        .as("what was kept of the others is given back")
        .allMatch(status -> status == 422);
    System.out.printf(
        "24 bad or heavy pictures at once with -Xmx256m: the server lives on; of 24 files of 8 and 9 MiB %d refused for what they are, %d for want of memory%n",
        Collections.frequency(statuses, 422), Collections.frequency(statuses, 503));
  }

  private static String signIn(ServerProcess server) {
    var answer = send(HttpRequest.newBuilder(server.at("/login"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", origin(server))
        .POST(BodyPublishers.ofString("email=bruno%40demo.test&password=maillon-demo")));
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";")[0])
        .filter(cookie -> cookie.contains("sid="))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> signal(ServerProcess server, String session, byte[] file) {
    return send(server, session, "/problems", file);
  }

  private static HttpResponse<String> send(
      ServerProcess server, String session, String path, byte[] file) {
    String field = "--edge\r\nContent-Disposition: form-data; name=\"";
    byte[] start = (field + "resource\"\r\n\r\nzoe-bleue\r\n" + field + "text\"\r\n\r\nRayure\r\n"
            + field + "photo\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(server.at(path))
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .header("Cookie", session)
        .header("Origin", origin(server))
        .POST(BodyPublishers.ofByteArrays(List.of(start, file, end))));
  }

  private static String origin(ServerProcess server) {
    URI home = server.at("");
    return home.getScheme() + "://" + home.getAuthority();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }
}
