package coop.maillon.member;

/** Whom to invite, with what rights, in which language to write to them. */
public record NewMember(Email email, String name, Standing standing, String language) {}
