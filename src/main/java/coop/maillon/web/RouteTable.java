package coop.maillon.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.ServerWebSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Where features mount their handlers, each with who may come to it; what is not here does not exist. */
public final class RouteTable {

  static final int BODY_LIMIT = 1024 * 1024;

  /** One way in, for whoever lists them: the developer page, the access matrix, the API's description. */
  public record Entry(String method, String path, Access access) {}

  /**
   * An entry and what serves it.
   *
   * @param maxBytes bounds its body
   * @param maxFile bounds what is kept of a file in it; 0 where it takes no files
   */
  record Mount(Entry entry, int maxBytes, int maxFile, Function<Ask, Future<Answer>> handler) {
    boolean multipart() {
      return maxFile > 0;
    }

    boolean unsafe() {
      return !entry.method().equals("GET");
    }
  }

  /** A WebSocket, handed over once its Origin and its visitor are known. */
  record Socket(Entry entry, BiConsumer<Ask, ServerWebSocket> handler) {}

  private final List<Mount> mounts = new ArrayList<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final Set<String> pages = new HashSet<>();

  public RouteTable get(String path, Access access, Function<Ask, Future<Answer>> handler) {
    pages.add(path);
    return add(HttpMethod.GET, path, access, handler);
  }

  public RouteTable post(String path, Access access, Function<Ask, Future<Answer>> handler) {
    return add(HttpMethod.POST, path, access, handler);
  }

  public RouteTable patch(String path, Access access, Function<Ask, Future<Answer>> handler) {
    return add(HttpMethod.PATCH, path, access, handler);
  }

  public RouteTable put(String path, Access access, Function<Ask, Future<Answer>> handler) {
    return add(HttpMethod.PUT, path, access, handler);
  }

  public RouteTable delete(String path, Access access, Function<Ask, Future<Answer>> handler) {
    return add(HttpMethod.DELETE, path, access, handler);
  }

  /** A form with a file, kept in memory; {@code maxBytes} bounds the whole body. */
  public RouteTable upload(
      String path, Access access, int maxBytes, Function<Ask, Future<Answer>> handler) {
    return uploads(path, access, new Sizes(maxBytes, maxBytes), handler);
  }

  /** How many bytes a form with files may have, and how many of each file are kept to be looked at. */
  public record Sizes(int whole, int file) {}

  /** A form with several files; one that is too large is left to the handler, which may say so and keep what was typed. */
  public RouteTable uploads(
      String path, Access access, Sizes sizes, Function<Ask, Future<Answer>> handler) {
    mounts.add(new Mount(new Entry("POST", path, access), sizes.whole(), sizes.file(), handler));
    return this;
  }

  public RouteTable socket(String path, Access access, BiConsumer<Ask, ServerWebSocket> handler) {
    sockets.add(new Socket(new Entry("GET", path, access), handler));
    return this;
  }

  /** Everything that can be asked for, in the order it was mounted. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    mounts.forEach(mount -> entries.add(mount.entry()));
    sockets.forEach(socket -> entries.add(socket.entry()));
    return List.copyOf(entries);
  }

  /** Whether a page stands at this very path: the shell shows no section that is not there. */
  boolean hasPage(String path) {
    return pages.contains(path);
  }

  /** The methods that a concrete path takes; empty when there is nothing. */
  Set<String> methodsOf(String path) {
    Set<String> methods = new TreeSet<>();
    for (Mount mount : mounts) {
      if (matches(mount.entry().path(), path)) {
        methods.add(mount.entry().method());
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }

  List<Mount> mounts() {
    return mounts;
  }

  List<Socket> sockets() {
    return sockets;
  }

  private RouteTable add(
      HttpMethod method, String path, Access access, Function<Ask, Future<Answer>> handler) {
    mounts.add(new Mount(new Entry(method.name(), path, access), BODY_LIMIT, 0, handler));
    return this;
  }

  private static boolean matches(String pattern, String path) {
    String[] wanted = pattern.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean variable = wanted[i].startsWith(":") && !given[i].isEmpty();
      if (!variable && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }
}
