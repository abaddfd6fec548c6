-- Whoever is accepted for a seat of a booking that is offered on the board takes part in it. `seat` says that they do because of that;
-- `aboard` how far somebody has seen to an agreement: nothing yet, coming, aboard, or invited before by hand.
ALTER TABLE participant ADD COLUMN seat boolean NOT NULL DEFAULT false;
CREATE INDEX participant_seat ON participant (booking_id) WHERE seat;
ALTER TABLE engagement_receiver ADD COLUMN aboard text CHECK (aboard IN ('coming', 'aboard', 'invited'));
-- What was agreed on before stays as it is.
UPDATE engagement_receiver SET aboard = 'invited';
