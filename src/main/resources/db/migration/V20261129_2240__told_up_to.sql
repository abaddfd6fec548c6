-- Up to which event everybody is told: one number instead of a mark on each, since they are told in their order.
CREATE TABLE notified_seen (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  seq      bigint NOT NULL
);
INSERT INTO notified_seen (seq)
SELECT coalesce(min(seq) FILTER (WHERE NOT notified) - 1, max(seq), 0) FROM event;
DROP INDEX event_to_notify;
ALTER TABLE event DROP COLUMN notified;
