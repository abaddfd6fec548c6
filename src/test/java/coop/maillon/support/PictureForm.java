package coop.maillon.support;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A form with pictures, as a browser of one of the cast sends it. */
public final class PictureForm {

  private static final String EDGE = "edge-of-a-part";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final Coop coop;
  private final String who;

  public PictureForm(Coop coop, String who) {
    this.coop = coop;
    this.who = who;
  }

  /** Names and values in turn. */
  public PictureForm with(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      write("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + namesAndValues[i]
          + "\"\r\n\r\n" + namesAndValues[i + 1] + "\r\n");
    }
    return this;
  }

  /** One more picture. */
  public PictureForm picture(byte[] file) {
    write("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"photo.jpg\""
        + "\r\nContent-Type: image/jpeg\r\n\r\n");
    body.writeBytes(file);
    write("\r\n");
    return this;
  }

  public HttpResponse<String> send(String path) {
    write("--" + EDGE + "--\r\n");
    var app = coop.app();
    return app.send(HttpRequest.newBuilder(app.at(path))
        .header("Cookie", "sid=session-" + who)
        .header("Origin", app.at("").toString())
        .header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
        .build());
  }

  private void write(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
