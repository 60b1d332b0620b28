-- What lay beside an entry and was removed for good: the commitment to it, which the chain covers.
alter table entries add column removed text;
