package coop.maillon.booking.here;

import coop.maillon.resource.Resource;
import coop.maillon.resource.Site;
import coop.maillon.web.Words;
import java.util.Collection;
import java.util.List;

/** What here/codes shows: the codes of a site to be printed and cut out. */
record CodesPage(String title, List<Way> sites, List<Code> codes) {

  public boolean several() {
    return sites.size() > 1;
  }

  public boolean none() {
    return codes.isEmpty();
  }

  /** The sheet of a site. */
  record Way(String href, String label, boolean current) {}

  /**
   * One code.
   *
   * @param address what it says, also to be typed
   * @param file where the drawing alone is
   */
  record Code(String name, String site, String address, String file, QrCode drawing) {

    public String box() {
      return drawing.box();
    }

    public String path() {
      return drawing.path();
    }
  }

  static CodesPage of(Site site, Collection<Site> sites, List<Code> codes, Words words) {
    return new CodesPage(
        words.say("codes.title", "site", site.name()),
        sites.stream()
            .map(one -> new Way("/manage/codes?site=" + one.slug(), one.name(), one.equals(site)))
            .toList(),
        codes);
  }

  /** @param base of the addresses, without a slash at the end */
  static Code code(Resource resource, String base) {
    String address = base + "/here/" + resource.slug();
    return new Code(
        resource.name(),
        resource.site().name(),
        address,
        "/manage/codes/" + resource.slug(),
        QrCode.of(address));
  }
}
