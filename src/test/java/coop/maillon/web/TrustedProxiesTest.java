package coop.maillon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word on an address counts. */
class TrustedProxiesTest {

  @Test
  void nobodyIsTrustedUnlessNamed() {
    assertThat(new TrustedProxies(List.of()).trusts("127.0.0.1")).isFalse();
  }

  @Test
  void anAddressOrABlockMayBeNamed() {
    var proxies = new TrustedProxies(List.of("127.0.0.1", "10.1.0.0/16", "fd00::/8"));
    assertThat(proxies.trusts("127.0.0.1")).isTrue();
    assertThat(proxies.trusts("127.0.0.2")).isFalse();
    assertThat(proxies.trusts("10.1.255.7")).isTrue();
    assertThat(proxies.trusts("10.2.0.1")).isFalse();
    assertThat(proxies.trusts("fd12::1")).isTrue();
    assertThat(proxies.trusts("fe80::1")).isFalse();
  }

  @Test
  void whatIsNoAddressIsNotTrusted() {
    assertThat(new TrustedProxies(List.of("0.0.0.0/0")).trusts("unknown")).isFalse();
    assertThat(new TrustedProxies(List.of("0.0.0.0/0")).trusts("")).isFalse();
  }
}
