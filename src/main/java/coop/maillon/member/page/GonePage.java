package coop.maillon.member.page;

/** What member/link-gone shows: a link that was used or ran out, and how to get another. */
record GonePage(String title, String text) {}
