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
group_of <- function(case) {
  table <- matrix_of(case$rows)
  list(
    residuals = suppressWarnings(chisq.test(table, correct = FALSE))$stdres[1, ],
    fisher = if (sum(table) <= 100) fisher.test(table)$p.value else NULL
  )
}
against_of <- function(case) {
  list(residuals = suppressWarnings(chisq.test(unlist(case$counts), p = unlist(case$probabilities)))$stdres)
}
named <- function(cases, f) setNames(lapply(cases, f), sapply(cases, function(case) case$name))

write_json(list(
  versions = list(R = as.character(getRversion()), psych = as.character(packageVersion("psych"))),
  icc = named(inputs$icc, icc_of),
  proportions = lapply(inputs$proportions, function(case) as.numeric(binom.test(case[[1]], case[[2]])$conf.int)),
  against = named(inputs$against, against_of),
  groups = named(inputs$groups, group_of)
), "test/reference/r.json", digits = NA, auto_unbox = TRUE)
