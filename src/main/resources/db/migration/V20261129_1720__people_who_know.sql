-- Members say of themselves what they know, and once for all whether they may be asked.

ALTER TABLE member
  -- Whether a new request may be sent to them for what they know, and others find them by it.
  ADD asked boolean NOT NULL DEFAULT false;

ALTER TABLE member_skill DROP COLUMN askable;

CREATE INDEX skill_near ON skill USING gin (plain gin_trgm_ops);
