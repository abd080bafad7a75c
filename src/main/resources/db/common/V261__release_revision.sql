-- No longer used. The previous version still reads and writes it; the next one can drop it.
alter table model_release alter column revision set default 0;
