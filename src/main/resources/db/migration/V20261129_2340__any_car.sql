-- Resources of which any would do, the present one among them: until an hour before its start, or until its member keeps it.
ALTER TABLE booked ADD COLUMN any_of bigint[] NOT NULL DEFAULT '{}';
CREATE INDEX booked_any_of ON booked (resource_id) WHERE any_of <> '{}';
