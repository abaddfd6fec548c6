package coop.maillon.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Files that travel inside the program, whether it runs from folders or from one jar. */
final class ClassPath {

  private ClassPath() {}

  static byte[] read(String name) {
    try (InputStream file = ClassPath.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + name, unreadable);
    }
  }

  /**
   * Every file under a folder, by its path inside it with {@code /} between.
   *
   * @param known the path of one file in it: folders themselves may have no entry in a jar
   */
  static Map<String, byte[]> under(String folder, String known) {
    URL url = ClassPath.class.getClassLoader().getResource(folder + "/" + known);
    if (url == null) {
      throw new IllegalStateException(folder + "/" + known + " is not in the program");
    }
    try {
      return "jar".equals(url.getProtocol()) ? inJar(url, folder) : inFolder(url, known);
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException("cannot read " + folder, unreadable);
    }
  }

  private static Map<String, byte[]> inJar(URL url, String folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    String root = folder + "/";
    var connection = (JarURLConnection) url.openConnection();
    // A cached one belongs to others too, and must not be closed.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith(root) && !entry.isDirectory()) {
          files.put(entry.getName().substring(root.length()), contentOf(jar, entry));
        }
      }
    }
    return files;
  }

  private static byte[] contentOf(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }

  private static Map<String, byte[]> inFolder(URL url, String known)
      throws IOException, URISyntaxException {
    Path file = Path.of(url.toURI());
    Path root = file;
    for (int up = known.split("/").length; up > 0; up--) {
      root = root.resolve("..").normalize();
    }
    return walk(root);
  }

  private static Map<String, byte[]> walk(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        String name = root.relativize(path).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(path));
      }
    }
    return files;
  }
}
