-- A calculation that somebody ended keeps the best plan that was found until then, where there was one.
alter table partnership_run
  drop constraint partnership_run_check1,
  add constraint partnership_run_made check (
    (instance is null) = (solution is null) and (instance is null) = (explanation is null)
    and (state <> 'done' or instance is not null)
    and (instance is null or state in ('done', 'cancelled'))
  );
