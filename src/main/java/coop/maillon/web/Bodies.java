package coop.maillon.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Reads bodies into memory, up to a limit; nothing is ever written to disk. */
final class Bodies {

  /** What all files in memory may take together. */
  private static final long MOST_KEPT = Runtime.getRuntime().maxMemory() / 4;

  private static final AtomicLong KEPT = new AtomicLong();

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
      return multipart(request, mount);
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

  private static Future<RequestBody> multipart(HttpServerRequest request, RouteTable.Mount mount) {
    List<Part> parts = new ArrayList<>();
    Promise<Void> end = Promise.promise();
    int[] total = {0};
    request.setExpectMultipart(true);
    request.uploadHandler(file -> parts.add(new Part(file, mount.maxFile(), end)));
    request.handler(piece -> {
      total[0] += piece.length();
      if (total[0] > mount.maxBytes()) {
        end.tryFail(tooLarge());
      }
    });
    request.exceptionHandler(broken -> end.tryFail(new BadRequest("broken form")));
    request.endHandler(done -> end.tryComplete());
    request.resume();
    return end.future()
        .map(done -> new RequestBody(form(request), uploads(parts), RequestBody.NONE.json()))
        .onFailure(fault -> parts.forEach(Part::drop));
  }

  private static Map<String, List<Upload>> uploads(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.size > 0)
        .collect(groupingBy(part -> part.file.name(), mapping(Part::whole, toList())));
  }

  /** A file as it comes; once it is more than its form takes, nothing of it is kept. */
  private static final class Part {

    private final HttpServerFileUpload file;
    private final int most;
    private Buffer content = Buffer.buffer();
    private long size;

    /** Takes it in until the form is read, and ends that where the memory for it is not there. */
    Part(HttpServerFileUpload file, int most, Promise<Void> end) {
      this.file = file;
      this.most = most;
      file.handler(piece -> {
        if (!end.future().isComplete() && !take(piece)) {
          end.tryFail(new BadRequest(503, "no memory for files"));
        }
      });
    }

    private boolean take(Buffer piece) {
      size += piece.length();
      if (size > most) {
        drop();
        return true;
      }
      content.appendBuffer(piece);
      return KEPT.addAndGet(piece.length()) <= MOST_KEPT;
    }

    void drop() {
      KEPT.addAndGet(-content.length());
      content = Buffer.buffer();
    }

    Upload whole() {
      return new Upload(file.filename(), file.contentType(), content, size);
    }
  }

  /** Its files are not needed any more. */
  static void release(RequestBody body) {
    body.uploads().values().stream()
        .flatMap(List::stream)
        .forEach(file -> KEPT.addAndGet(-file.content().length()));
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
