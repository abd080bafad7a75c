-- The base that a draft had before another release became active and the draft was based on that one.
alter table model_release add column rebased_from bigint;
