-- By which rules a document was folded: one that another version folded is made again from its entries. Null says that
-- a version did that did not tell.
alter table documents add column rules text;

-- Writes entries under the positions after `before`, and how their documents stand after them, folded by these rules.
create function take_lines(
  folded_by text, before bigint,
  doc_keys text[], doc_seqs integer[], doc_hashes text[], docs json[], statuses text[], all_cells json[],
  entry_keys text[], entry_seqs integer[], entry_hashes text[], messages text[], all_entries json[], salts text[],
  asides json[]
) returns void language plpgsql as $$
begin
  insert into entries (position, key, seq, hash, message, entry, salt, aside)
    select before + line.place, line.key, line.seq, line.hash, line.message, line.entry, line.salt, line.aside
    from unnest(entry_keys, entry_seqs, entry_hashes, messages, all_entries, salts, asides) with ordinality
      as line (key, seq, hash, message, entry, salt, aside, place);
  insert into documents (key, seq, hash, position, doc, status, cells, rules)
    select fold.key, fold.seq, fold.hash, before + cardinality(entry_keys), fold.doc, fold.status, fold.cells, folded_by
    from unnest(doc_keys, doc_seqs, doc_hashes, docs, statuses, all_cells)
      as fold (key, seq, hash, doc, status, cells)
    on conflict (key) do update set seq = excluded.seq, hash = excluded.hash, position = excluded.position,
      doc = excluded.doc, status = excluded.status, cells = excluded.cells, rules = excluded.rules;
end
$$;

-- Instances of the version before go on while others are renewed: what they fold is marked as theirs.
create or replace function take_lines(
  before bigint,
  doc_keys text[], doc_seqs integer[], doc_hashes text[], docs json[], statuses text[], all_cells json[],
  entry_keys text[], entry_seqs integer[], entry_hashes text[], messages text[], all_entries json[], salts text[],
  asides json[]
) returns void language plpgsql as $$
begin
  perform take_lines(null::text, before, doc_keys, doc_seqs, doc_hashes, docs, statuses, all_cells,
    entry_keys, entry_seqs, entry_hashes, messages, all_entries, salts, asides);
end
$$;

-- As before, folded by these rules.
create function keep_change(
  folded_by text, keys text[], seqs integer[],
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
  perform take_lines(folded_by, before, doc_keys, doc_seqs, doc_hashes, docs, statuses, all_cells,
    entry_keys, entry_seqs, entry_hashes, messages, all_entries, salts, asides);
  return before + cardinality(entry_keys);
end
$$;
