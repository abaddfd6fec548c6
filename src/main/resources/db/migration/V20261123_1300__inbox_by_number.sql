-- Each node looks for new messages of everybody by number, to show them on open pages.
CREATE INDEX inbox_seq ON inbox (seq);
