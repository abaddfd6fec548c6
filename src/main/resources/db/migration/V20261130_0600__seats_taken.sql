-- Whether somebody whose answer to an offer of seats was accepted is among those of the booking because of that; nothing while nobody
-- has seen to it.
ALTER TABLE engagement_receiver ADD COLUMN aboard boolean;
UPDATE engagement_receiver SET aboard = false;
CREATE INDEX engagement_receiver_aboard ON engagement_receiver (engagement_id) WHERE aboard;
