package coop.maillon.support;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The form on which a coordinator brings a file. */
public record FileForm(Coop coop, String who) {

  /** Sends a file; answers the path at which it is shown. */
  public String bring(String sort, String resource, String text) {
    var body = field("sort", sort) + field("resource", resource)
        + "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sort
        + ".txt\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--edge--\r\n";
    var request = HttpRequest.newBuilder(coop.app().at("/manage/exchange"))
        .header("Cookie", "sid=session-" + who)
        .header("Origin", coop.app().at("").toString())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
    try {
      var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      return answer
          .headers()
          .firstValue("Location")
          .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  /** The seal of what is shown at that path; the empty text where nothing can be done. */
  public String seal(String shown) {
    var page = coop.browser(who).get(shown).body();
    int at = page.indexOf("name=\"seal\" value=\"");
    return at < 0 ? "" : page.substring(at + 19, page.indexOf('"', at + 19));
  }

  public HttpResponse<String> apply(String shown) {
    return apply(shown, seal(shown));
  }

  public HttpResponse<String> apply(String shown, String seal) {
    return coop.browser(who).post(shown + "/apply", "seal", seal);
  }

  private static String field(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
        + "\r\n";
  }
}
