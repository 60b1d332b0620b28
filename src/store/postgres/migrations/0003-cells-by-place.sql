-- A report keeps its cells by row, group and column. What an earlier version folded is brought into that shape; the
-- column `cells`, which the view of figures reads, stays by id.
create function cells_by_place(by_id jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('rows', coalesce(jsonb_object_agg(row_id, row_groups), '{}')) from (
    select row_id, jsonb_object_agg(group_id, group_cells) as row_groups from (
      select split_part(id, '.', 1) as row_id, split_part(id, '.', 2) as group_id,
        jsonb_object_agg(split_part(id, '.', 3), value) as group_cells
      from jsonb_each(by_id) as cell (id, value) group by 1, 2
    ) as grouped group by row_id
  ) as rowed
$$;

update documents set doc = jsonb_set(doc::jsonb, '{doc,cells}', cells_by_place(doc::jsonb #> '{doc,cells}'))::json
  where key like 'report/%';
update documents
  set doc = jsonb_set(doc::jsonb, '{doc,settled,cells}', cells_by_place(doc::jsonb #> '{doc,settled,cells}'))::json
  where key like 'report/%' and doc::jsonb #> '{doc,settled,cells}' is not null;

drop function cells_by_place(jsonb);
