-- What a tariff may have besides, in euro cents; what is absent counts for nothing, as in all that were set before:
-- {"night": {"from": "22:00", "to": "07:00", "hour": 100}, "dayCap": …, "weekCap": …, "noPlug": …, "late": {"cents": …, "grace": minutes}}
ALTER TABLE tariff ADD extras jsonb NOT NULL DEFAULT '{}';
