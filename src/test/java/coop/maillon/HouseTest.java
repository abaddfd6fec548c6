package coop.maillon;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What keeps a file in one's head: its length, its methods' length, its scripts' length, its package's size. */
class HouseTest {

  private static final int LONGEST_FILE = 300;
  private static final int LONGEST_METHOD = 25;
  private static final int MOST_PARAMETERS = 4;
  private static final int LONGEST_SCRIPT = 60;
  private static final int LARGEST_PACKAGE = 30;

  /** Larger than that, and to be parted: they may shrink, not grow. */
  private static final Map<String, Long> TOO_LARGE = Map.of("web", 52L, "booking/page", 41L);

  private static List<Method> methods = List.of();

  /** A method as it stands in a file. */
  private record Method(String where, int lines, int parameters, boolean constructor) {}

  @BeforeAll
  static void readEverySource() throws IOException {
    methods = methodsOf(filesBelow("src", ".java"));
  }

  @Test
  void noFileIsLongerThanAHeadCanHold() throws IOException {
    assertThat(longerThan(LONGEST_FILE, filesBelow("src", ".java"))).isEmpty();
  }

  @Test
  void noMethodIsLongerThanAScreenHalf() {
    assertThat(methods)
        .hasSizeGreaterThan(100)
        .filteredOn(method -> method.lines() > LONGEST_METHOD)
        .isEmpty();
  }

  @Test
  void noMethodTakesMoreThanFourParameters() {
    assertThat(methods)
        .filteredOn(method -> !method.constructor() && method.parameters() > MOST_PARAMETERS)
        .isEmpty();
  }

  @Test
  void eachScriptIsOneBehaviour() throws IOException {
    assertThat(longerThan(LONGEST_SCRIPT, filesBelow("web", ".js"))).isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    for (Path file : filesBelow("src/main/java", ".java")) {
      assertThat(file.resolveSibling("package-info.java"))
          .exists()
          .content()
          .contains("@NullMarked");
    }
  }

  @Test
  void noPackageIsLargerThanAHeadCanHold() throws IOException {
    var root = Path.of("src/main/java/coop/maillon");
    var sizes = filesBelow(root.toString(), ".java").stream()
        .filter(file -> !file.endsWith("package-info.java"))
        .collect(groupingBy(file -> root.relativize(file.getParent()).toString(), counting()));
    assertThat(sizes).containsKeys("booking", "member");
    assertThat(sizes.entrySet())
        .filteredOn(
            size -> size.getValue() > TOO_LARGE.getOrDefault(size.getKey(), (long) LARGEST_PACKAGE))
        .isEmpty();
  }

  private static List<Path> filesBelow(String directory, String ending) throws IOException {
    if (!Files.exists(Path.of(directory))) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static List<String> longerThan(int limit, List<Path> files) throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path file : files) {
      int lines = Files.readAllLines(file).size();
      if (lines > limit) {
        tooLong.add(file + " has " + lines + " lines");
      }
    }
    return tooLong;
  }

  private static List<Method> methodsOf(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Method> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      var task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, found).scan(unit, "");
      }
    }
    return found;
  }

  /** Notes each method with a body, by the name of the class around it. */
  private static final class MethodScanner extends TreeScanner<Void, String> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> found;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String around) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      long start = line(positions.getStartPosition(unit, method));
      long end = line(positions.getEndPosition(unit, method));
      found.add(new Method(
          unit.getSourceFile().getName() + ":" + start + " " + type + "." + method.getName(),
          (int) (end - start + 1),
          method.getParameters().size(),
          method.getReturnType() == null));
      return super.visitMethod(method, type);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
