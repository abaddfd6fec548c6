package coop.maillon.member;

/** A site as people choose it: the home of a member, what a coordinator coordinates, what a guest sees. */
public record KnownSite(long id, String slug, String name) {}
