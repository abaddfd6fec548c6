package coop.maillon.report;

import coop.maillon.resource.Kind;
import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a report stands: an address that can be kept and sent to somebody.
 *
 * @param when a period's name, or both of its days
 */
record ReportAddress(
    String when, Optional<String> site, Optional<String> kind, Optional<String> resource) {

  static final String PATH = "/manage/reports";

  static ReportAddress of(Scope scope, Optional<String> named) {
    String days = "from=" + scope.period().first() + "&to=" + scope.period().last();
    return new ReportAddress(
        named.map(ReportAddress::period).orElse(days),
        scope.site().map(Site::slug),
        scope.kind().map(Kind::word),
        scope.resource().map(Resource::slug));
  }

  ReportAddress during(String name) {
    return new ReportAddress(period(name), site, kind, resource);
  }

  ReportAddress about(Resource one) {
    return new ReportAddress(when, site, kind, Optional.of(one.slug()));
  }

  ReportAddress aboutAll() {
    return new ReportAddress(when, site, kind, Optional.empty());
  }

  String page() {
    return PATH + "?" + query();
  }

  String table(ReportTable table) {
    return PATH + "/" + table.file() + "?" + query();
  }

  private static String period(String name) {
    return "period=" + name;
  }

  private String query() {
    return Stream.of(
            Stream.of(when), given("site", site), given("kind", kind), given("resource", resource))
        .flatMap(part -> part)
        .collect(Collectors.joining("&"));
  }

  private static Stream<String> given(String name, Optional<String> value) {
    return value.map(word -> name + "=" + word).stream();
  }
}
