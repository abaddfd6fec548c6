package coop.maillon.board.page;

/** Where a thing stands: an icon and a word; the colour only helps. */
record State(String kind, String icon, String label) {}
