package coop.maillon.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;

/** The proxies whose word counts on where a request came from; anybody else can write that header. */
final class TrustedProxies {

  private final List<IpSubnetFilterRule> blocks;

  /** Addresses, or blocks such as {@code 10.0.0.0/8}. */
  TrustedProxies(Collection<String> blocks) {
    this.blocks = blocks.stream().map(TrustedProxies::block).toList();
  }

  /** Whether this address, written in numbers, is one of them. */
  boolean trusts(String address) {
    byte[] bytes = blocks.isEmpty() ? null : NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return false;
    }
    try {
      var peer = new InetSocketAddress(InetAddress.getByAddress(bytes), 0);
      return blocks.stream().anyMatch(block -> block.matches(peer));
    } catch (UnknownHostException impossible) {
      return false;
    }
  }

  private static IpSubnetFilterRule block(String text) {
    String[] parts = text.strip().split("/", 2);
    int whole = parts[0].contains(":") ? 128 : 32;
    int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : whole;
    return new IpSubnetFilterRule(parts[0], prefix, IpFilterRuleType.ACCEPT);
  }
}
