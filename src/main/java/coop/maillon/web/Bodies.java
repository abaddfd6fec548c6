package coop.maillon.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads bodies into memory, up to a limit; nothing is ever written to disk. */
final class Bodies {

  private Bodies() {}

  /** Fails with {@link BadRequest} 413 as soon as more than {@code most} bytes are announced or sent. */
  static Future<RequestBody> read(HttpServerRequest request, RouteTable.Mount mount) {
    String type =
        request.headers().contains("Content-Type") ? request.getHeader("Content-Type") : "";
    if (announced(request) > mount.maxBytes()) {
      request.resume();
      return Future.failedFuture(tooLarge());
    }
    if (mount.multipart() && type.startsWith("multipart/form-data")) {
      return multipart(request, mount.maxBytes());
    }
    return bytes(request, mount.maxBytes()).map(bytes -> RequestBody.of(type, bytes));
  }

  private static Future<Buffer> bytes(HttpServerRequest request, int most) {
    Promise<Buffer> whole = Promise.promise();
    Buffer read = Buffer.buffer();
    request.handler(piece -> {
      if (read.length() + piece.length() > most) {
        whole.tryFail(tooLarge());
      } else {
        read.appendBuffer(piece);
      }
    });
    request.exceptionHandler(whole::tryFail);
    request.endHandler(end -> whole.tryComplete(read));
    request.resume();
    return whole.future();
  }

  private static Future<RequestBody> multipart(HttpServerRequest request, int most) {
    Map<String, Upload> uploads = new HashMap<>();
    Promise<Void> end = Promise.promise();
    int[] total = {0};
    request.setExpectMultipart(true);
    request.uploadHandler(file -> collect(file, uploads));
    request.handler(piece -> {
      total[0] += piece.length();
      if (total[0] > most) {
        end.tryFail(tooLarge());
      }
    });
    request.exceptionHandler(broken -> end.tryFail(new BadRequest("broken form")));
    request.endHandler(done -> end.tryComplete());
    request.resume();
    return end.future()
        .map(done -> new RequestBody(form(request), uploads, RequestBody.NONE.json()));
  }

  private static void collect(HttpServerFileUpload file, Map<String, Upload> uploads) {
    Buffer content = Buffer.buffer();
    file.handler(content::appendBuffer);
    file.endHandler(end -> {
      if (content.length() > 0) {
        uploads.put(file.name(), new Upload(file.filename(), file.contentType(), content));
      }
    });
  }

  private static Parameters form(HttpServerRequest request) {
    Map<String, List<String>> values = new HashMap<>();
    request
        .formAttributes()
        .forEach(field -> values
            .computeIfAbsent(field.getKey(), name -> new ArrayList<>())
            .add(field.getValue()));
    return new Parameters(values).checked();
  }

  private static long announced(HttpServerRequest request) {
    try {
      String length = request.getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException unreadable) {
      throw new BadRequest("Content-Length");
    }
  }

  private static BadRequest tooLarge() {
    return new BadRequest(413, "too large");
  }
}
