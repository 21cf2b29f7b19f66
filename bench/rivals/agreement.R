# Times of psych on the ratings given, inside R and without its loading.
#
# Run: Rscript bench/rivals/agreement.R RATINGS.csv ROUNDS   (no header, one row a subject, whole numbers from 0, nothing
# missing). It prints one JSON object, as agreement.py does.
library(jsonlite)
suppressMessages(library(psych))

words <- commandArgs(trailingOnly = TRUE)
ratings <- as.matrix(read.csv(words[1], header = FALSE))
rounds <- as.integer(words[2])
two <- ratings[, 1:2]
contestants <- list(
  "Cohen of two, psych" = function() suppressWarnings(suppressMessages(cohen.kappa(two)))$kappa
)
results <- lapply(contestants, function(run) {
  for (warm_up in 1:3) value <- run()
  times <- vapply(seq_len(rounds), function(round) {
    start <- Sys.time()
    run()
    as.numeric(difftime(Sys.time(), start, units = "secs")) * 1e9
  }, numeric(1))
  list(value = value, times = times)
})
versions <- list(psych = as.character(packageVersion("psych")), R = as.character(getRversion()))
cat(toJSON(list(versions = versions, results = results), auto_unbox = TRUE, digits = I(17)))
