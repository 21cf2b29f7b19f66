# Reference values of the cohort statistics from R: Rscript scripts/reference/reference.R [FOLDER]
# It reads inputs.json and writes r.json into test/reference, or into the folder, with the versions of R and of the
# packages that gave the values. Packages: scripts/engines/debian.txt
library(jsonlite)
suppressMessages({
  library(psych)
  library(pROC)
  library(lavaan)
})
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "test/reference"

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

# McDonald's omega total of one factor by maximum likelihood, from lavaan, with its standard error; and the standardised
# one from factanal. Both search until they are told to stop, so they are exact to some seven digits.
omega_of <- function(x) {
  k <- ncol(x)
  names(x) <- paste0("i", 1:k)
  paste_all <- function(...) paste0(..., collapse = " + ")
  model <- paste0(
    "f =~ ", paste_all("l", 1:k, "*i", 1:k), "\n",
    paste0("i", 1:k, " ~~ u", 1:k, "*i", 1:k, collapse = "\n"), "\n",
    "omega := (", paste_all("l", 1:k), ")^2 / ((", paste_all("l", 1:k), ")^2 + ", paste_all("u", 1:k), ")"
  )
  fit <- cfa(model, x, std.lv = TRUE, control = list(rel.tol = 1e-10))
  found <- parameterEstimates(fit)
  found <- found[found$label == "omega", ]
  factor <- factanal(x, 1, control = list(opt = list(factr = 1)))
  common <- sum(factor$loadings)^2
  list(
    omega = c(found$est, found$se, found$ci.lower, found$ci.upper),
    standardised = common / (common + sum(factor$uniquenesses)),
    loadings = as.numeric(factor$loadings)
  )
}
# Every seventh answer is taken out and filled with the mean of the case's others, as prorating does.
with_gaps <- function(x) {
  for (i in seq_len(nrow(x))) for (j in seq_len(ncol(x))) if ((i + j) %% 7 == 0) x[i, j] <- NA
  as.data.frame(t(apply(x, 1, function(row) ifelse(is.na(row), mean(row, na.rm = TRUE), row))))
}
consistency_of <- function(case) {
  x <- as.data.frame(matrix_of(case$rows))
  found <- psych::alpha(x)
  feldt <- alpha.ci(found$total$raw_alpha, nrow(x), ncol(x), digits = 16)
  rest <- sapply(seq_len(ncol(x)), function(i) cor.test(x[, i], rowSums(x[, -i]))$conf.int)
  c(list(
    alpha = c(found$total$raw_alpha, as.numeric(feldt$lower.ci), as.numeric(feldt$upper.ci)),
    standardisedAlpha = found$total$std.alpha,
    dropped = found$alpha.drop$raw_alpha,
    itemRest = found$item.stats$r.drop,
    itemRestLow = rest[1, ],
    itemRestHigh = rest[2, ],
    means = found$item.stats$mean,
    deviations = found$item.stats$sd,
    proratedAlpha = psych::alpha(with_gaps(x))$total$raw_alpha
  ), omega_of(x))
}
binary_of <- function(case) {
  truth <- unlist(case$truth)
  scores <- unlist(case$scores)
  coarse <- floor(scores * 10 + 1e-9) / 10
  first <- roc(truth, scores, quiet = TRUE, direction = "<")
  second <- roc(truth, coarse, quiet = TRUE, direction = "<")
  test <- roc.test(first, second, method = "delong", paired = TRUE)
  tight <- glm.control(epsilon = 1e-15, maxit = 100)
  odds <- log(scores / (1 - scores))
  list(
    auc = as.numeric(ci.auc(first, method = "delong")),
    variance = var(first, method = "delong"),
    coarseAuc = as.numeric(ci.auc(second, method = "delong")),
    difference = c(as.numeric(first$auc - second$auc), as.numeric(test$statistic), test$p.value),
    intercept = coef(glm(truth ~ offset(odds), family = binomial, control = tight))[[1]],
    slope = coef(glm(truth ~ odds, family = binomial, control = tight))[[2]]
  )
}
change_of <- function(case) {
  test <- mcnemar.test(matrix_of(case$rows), correct = FALSE)
  list(bowker = c(as.numeric(test$statistic), test$p.value, as.numeric(test$parameter)))
}

write_json(list(
  versions = c(
    list(R = as.character(getRversion())),
    sapply(c("psych", "pROC", "lavaan"), function(name) as.character(packageVersion(name)), simplify = FALSE)
  ),
  icc = named(inputs$icc, icc_of),
  proportions = lapply(inputs$proportions, function(case) as.numeric(binom.test(case[[1]], case[[2]])$conf.int)),
  against = named(inputs$against, against_of),
  groups = named(inputs$groups, group_of),
  consistency = named(inputs$items, consistency_of),
  binary = binary_of(inputs$binary),
  change = named(inputs$change, change_of)
), file.path(folder, "r.json"), digits = NA, auto_unbox = TRUE)
