# Scores a file of cases with the command line and reads the result: Rscript read-scored.R cases.csv
cases <- commandArgs(trailingOnly = TRUE)[1]
status <- system2("npx", c("stalker-typology", "classify", shQuote(cases), "--out", "scored.csv", "--overwrite"))
stopifnot(status == 0)

# Everything is a code: read it as text, and let an empty cell stay empty.
scored <- read.csv("scored.csv", colClasses = "character", na.strings = character(0), check.names = FALSE)
outcomes <- table(scored$outcome)
cat(nrow(scored), "rows\n")
for (outcome in sort(names(outcomes))) cat(outcome, outcomes[[outcome]], "\n")
