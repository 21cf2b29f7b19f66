# Scores a file of cases with the command line and reads its Parquet: Rscript read-scored.R cases.csv
# reticulate reads it with Python's pyarrow. Where R's own arrow is installed, arrow::read_parquet("scored.parquet") does.
cases <- commandArgs(trailingOnly = TRUE)[1]
status <- system2("npx", c("stalker-typology", "classify", shQuote(cases), "--out", "scored.parquet", "--overwrite"))
stopifnot(status == 0)

# Every column is text, with NULL where a cell was empty.
scored <- reticulate::import("pyarrow.parquet")$read_table("scored.parquet")$to_pydict()
outcomes <- table(unlist(scored$outcome))
cat(length(scored$outcome), "rows\n")
for (outcome in sort(names(outcomes))) cat(outcome, outcomes[[outcome]], "\n")
