-- The history: one row an entry, chained by document. `entry` is text of JSON in the order in which it was written, since
-- the hash covers it so. `aside` can be set to null on request: the hash covers a salted commitment to it alone.
create table entries (
  position bigint primary key,
  key text collate "C" not null,
  seq integer not null,
  hash text not null,
  message text not null,
  entry json not null,
  salt text not null,
  aside json,
  unique (key, seq)
);

-- Each document as the fold of its entries, kept with them in one transaction. `status` and `cells` are a report's.
create table documents (
  key text collate "C" primary key,
  seq integer not null,
  hash text not null,
  position bigint not null,
  doc json not null,
  status text,
  cells json
);

create table files (
  hash text primary key,
  bytes bytea not null
);

-- A position in the feed is its transaction's number times 4096 and a place within it. Transactions that write to one
-- document hold its lock before they are given a number, so positions follow the document's order; and whoever reads up
-- to the oldest transaction still running passes none by, however late it commits. `ahead` makes up for a database that
-- was restored into a cluster whose transactions are numbered lower.
create table positions (
  ahead bigint not null
);
insert into positions values (0);

create function transaction_position(number xid8) returns bigint language sql stable as $$
  select (number::text::bigint + ahead) * 4096 from positions
$$;

-- Everything before this is either there for everybody or will never be.
create function feed_horizon() returns bigint language sql stable as $$
  select transaction_position(pg_snapshot_xmin(pg_current_snapshot()))
$$;

-- Locks documents until the transaction ends, in one order for everybody: those to be written alone, the others shared.
-- 4096 locks for all documents, so that a change over thousands of them fits the server's lock table. Rounds have locks
-- of their own: every answer shares its round's.
create function lock_documents(keys text[], written text[]) returns void language plpgsql as $$
declare
  each record;
begin
  for each in
    select (case when key like 'round/%' then 1112494418 else 1112494417 end) as space,
      hashtext(key) & 4095 as stripe, bool_or(key = any (written)) as writes
    from unnest(keys) as key group by 1, 2 order by 1, 2
  loop
    if each.writes then
      perform pg_advisory_xact_lock(each.space, each.stripe);
    else
      perform pg_advisory_xact_lock_shared(each.space, each.stripe);
    end if;
  end loop;
end
$$;

-- Writes entries under the positions after `before`, and how their documents stand after them.
create function take_lines(
  before bigint,
  doc_keys text[], doc_seqs integer[], doc_hashes text[], docs json[], statuses text[], all_cells json[],
  entry_keys text[], entry_seqs integer[], entry_hashes text[], messages text[], all_entries json[], salts text[],
  asides json[]
) returns void language plpgsql as $$
begin
  insert into entries (position, key, seq, hash, message, entry, salt, aside)
    select before + line.place, line.key, line.seq, line.hash, line.message, line.entry, line.salt, line.aside
    from unnest(entry_keys, entry_seqs, entry_hashes, messages, all_entries, salts, asides) with ordinality
      as line (key, seq, hash, message, entry, salt, aside, place);
  insert into documents (key, seq, hash, position, doc, status, cells)
    select fold.key, fold.seq, fold.hash, before + cardinality(entry_keys), fold.doc, fold.status, fold.cells
    from unnest(doc_keys, doc_seqs, doc_hashes, docs, statuses, all_cells)
      as fold (key, seq, hash, doc, status, cells)
    on conflict (key) do update set seq = excluded.seq, hash = excluded.hash, position = excluded.position,
      doc = excluded.doc, status = excluded.status, cells = excluded.cells;
end
$$;

-- Keeps a change that was made from documents as they stood at `seqs`: gives the position of its last entry, or 0 where
-- another change came first and it has to be made again. Asked twice for the same change, keeps it once: its first salt,
-- which is by chance, tells it from any other.
create function keep_change(
  keys text[], seqs integer[],
  doc_keys text[], doc_seqs integer[], doc_hashes text[], docs json[], statuses text[], all_cells json[],
  entry_keys text[], entry_seqs integer[], entry_hashes text[], messages text[], all_entries json[], salts text[],
  asides json[]
) returns bigint language plpgsql as $$
declare
  before bigint;
begin
  perform lock_documents(keys, doc_keys);
  if exists (
    select from unnest(keys, seqs) as seen (key, seq) left join documents using (key)
    where coalesce(documents.seq, 0) <> seen.seq
  ) then
    return coalesce((
      select max(position) from entries where key = entry_keys[1] and seq = entry_seqs[1] and salt = salts[1]
    ), 0);
  end if;
  before := transaction_position(pg_current_xact_id());
  perform take_lines(before, doc_keys, doc_seqs, doc_hashes, docs, statuses, all_cells,
    entry_keys, entry_seqs, entry_hashes, messages, all_entries, salts, asides);
  return before + cardinality(entry_keys);
end
$$;

-- The figures as plain rows, for SQL of one's own and for reporting tools. A figure that is not there was not reported;
-- one that does not apply has no value and says so.
create view figures as
  select split_part(documents.key, '/', 2) as flow,
    split_part(documents.key, '/', 3) as round,
    split_part(documents.key, '/', 4) as unit,
    documents.status,
    split_part(cell.id, '.', 1) as product,
    substr(cell.id, strpos(cell.id, '.') + 1) as "column",
    case when cell.figure <> 'n/a' then cell.figure::numeric end as value,
    cell.figure = 'n/a' as not_applicable
  from documents cross join lateral json_each_text(documents.cells) as cell (id, figure)
  where documents.cells is not null;
