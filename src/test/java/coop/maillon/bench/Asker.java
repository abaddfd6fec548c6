package coop.maillon.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One connection that asks one thing after the other in plain HTTP/1.1, and reads of an answer its status and its length alone:
 * whatever the asking costs is taken from the cores that are measured.
 */
final class Asker {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)\r\n");
  private static final String END_OF_HEAD = "\r\n\r\n";
  // HTTP/1.1 200
  private static final int STATUS_FROM = 9;
  private static final int STATUS_TO = 12;

  private final NetSocket socket;
  private Promise<Answer> answer = Promise.promise();
  private Buffer head = Buffer.buffer();
  private int status;
  private int length;
  private int missing;

  private Asker(NetSocket socket) {
    this.socket = socket;
    socket.handler(this::read);
    socket.closeHandler(closed -> answer.tryFail("the server hung up"));
  }

  /** What came: the status, and how many bytes of body. */
  record Answer(int status, int bytes) {}

  static Future<Asker> connect(NetClient client, int port) {
    return client.connect(port, "127.0.0.1").map(Asker::new);
  }

  /** Only once the last was answered. */
  Future<Answer> ask(Buffer request) {
    answer = Promise.promise();
    socket.write(request).onFailure(answer::tryFail);
    return answer.future();
  }

  void close() {
    socket.close();
  }

  private void read(Buffer piece) {
    if (missing > 0) {
      body(piece.length());
      return;
    }
    head.appendBuffer(piece);
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END_OF_HEAD);
    if (end >= 0) {
      begin(text.substring(0, end + 2), head.length() - end - END_OF_HEAD.length());
    }
  }

  private void begin(String lines, int ofBody) {
    Matcher found = LENGTH.matcher(lines);
    if (!found.find()) {
      answer.tryFail("an answer without its length: " + lines);
      return;
    }
    status = Integer.parseInt(lines.substring(STATUS_FROM, STATUS_TO));
    length = Integer.parseInt(found.group(1));
    missing = length;
    head = Buffer.buffer();
    body(ofBody);
  }

  private void body(int bytes) {
    missing -= bytes;
    if (missing == 0) {
      answer.complete(new Answer(status, length));
    }
  }
}
