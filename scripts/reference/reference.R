# Reference values of the cohort statistics from R: Rscript scripts/reference/reference.R
# It reads inputs.json and writes test/reference/r.json, with the versions of R and of the packages that gave the values.
library(jsonlite)
suppressMessages(library(psych))

inputs <- fromJSON("scripts/reference/inputs.json", simplifyVector = FALSE)
matrix_of <- function(rows) do.call(rbind, lapply(rows, function(row) sapply(row, function(v) if (is.null(v)) NA else v)))

icc_of <- function(case) {
  result <- ICC(matrix_of(case$scores), lmer = FALSE)$results
  lapply(seq_len(nrow(result)), function(i) c(result[i, "ICC"], result[i, "lower bound"], result[i, "upper bound"], result[i, "F"], result[i, "p"]))
}
named <- function(cases, f) setNames(lapply(cases, f), sapply(cases, function(case) case$name))

write_json(list(
  versions = list(R = as.character(getRversion()), psych = as.character(packageVersion("psych"))),
  icc = named(inputs$icc, icc_of)
), "test/reference/r.json", digits = NA, auto_unbox = TRUE)
