-- Nothing reads it any more. The previous version still writes it; the next one can drop it.
alter table model_release alter column revision set default 0;
