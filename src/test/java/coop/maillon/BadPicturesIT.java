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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures made to bring a server down, against one that has 256 MiB. */
class BadPicturesIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Allowed and as large as can be; a hundred megapixels; rows without end; no picture at all. */
  private static final List<byte[]> SENT = List.of(
      Files.black(6_400, 6_200, 6_200),
      Files.black(10_000, 10_000, 10_000),
      Files.black(6_000, 6_000, 1_000_000),
      "<svg onload='alert(1)'/>".getBytes(StandardCharsets.US_ASCII));

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
      System.out.println("24 bad or heavy pictures at once with -Xmx256m: the server lives on");
    }
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
    String field = "--edge\r\nContent-Disposition: form-data; name=\"";
    byte[] start = (field + "resource\"\r\n\r\nzoe-bleue\r\n" + field + "text\"\r\n\r\nRayure\r\n"
            + field + "photo\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8);
    return send(HttpRequest.newBuilder(server.at("/problems"))
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
