# Computes with R what dev.touchstone.bench.AgainstR has computed from the same random data, and compares.
#
#   Rscript bench/r/against.R FOLDER
#
# wants Debian's r-base-core, r-cran-boot, r-cran-metafor and r-cran-lme4, and r-cran-lpsolve for the frontier; a kind whose package
# is not there is left out, and said so. Ends with an error where a figure differs by more than its tolerance.

folder <- commandArgs(trailingOnly = TRUE)[1]
data <- read.csv(file.path(folder, "data.csv"), colClasses = c("character", "character", "numeric"))
ours <- read.csv(file.path(folder, "ours.csv"), colClasses = c("character", "character", "numeric"))

bounds <- function(name, interval) setNames(interval, paste(name, c("low", "high")))

quantiles <- function(d) {
  p <- c(.1, .25, .5, .75, .9, .95)
  unlist(lapply(1:9, function(type)
    setNames(quantile(d$x, p, type = type), paste0("type", type, " p", p))))
}

# ranks of the order statistics from the binomial distribution, one-sided where the sample is too small for two
orderStatistics <- function(x, p, level) {
  x <- sort(x); n <- length(x); alpha <- 1 - level
  lowest <- function(tail) sum(pbinom(0:n, n, p) <= tail)             # largest r with P(B < r) <= tail
  highest <- function(tail) {
    s <- which(pbinom(0:n, n, p, lower.tail = FALSE) <= tail)[1] - 1  # smallest k with P(B > k) <= tail
    s + 1
  }
  at <- function(r) if (r < 1 || r > n) NA else x[r]
  if (p^n + (1 - p)^n > alpha)
    return(c(if (p > .5) at(lowest(alpha)) else NA, if (p < .5) at(highest(alpha)) else NA))
  low <- lowest(alpha / 2); high <- highest(alpha / 2)
  if (high > n) { high <- n; low <- lowest(alpha - p^n) }
  else if (low < 1) { low <- 1; high <- highest(alpha - (1 - p)^n) }
  c(at(low), at(high))
}

intervals <- function(d) {
  c(bounds("mean", t.test(d$x)$conf.int[1:2]),
    unlist(lapply(c(.25, .5, .9), function(p) bounds(paste0("quantile p", p), orderStatistics(d$x, p, .95)))))
}

twosamples <- function(d) {
  test <- wilcox.test(d$a, d$b, exact = TRUE, conf.int = TRUE)
  c(u = unname(test$statistic), p = test$p.value, shift = unname(test$estimate), bounds("shift", test$conf.int[1:2]),
    welch = t.test(d$a, d$b)$p.value)
}

ties <- function(d) {
  test <- suppressWarnings(wilcox.test(d$a, d$b, exact = FALSE, correct = TRUE))
  c(u = unname(test$statistic), p = test$p.value, welch = t.test(d$a, d$b)$p.value)
}

kruskal <- function(d) {
  test <- kruskal.test(d)
  c(h = unname(test$statistic), p = test$p.value)
}

adjust <- function(d) {
  q <- p.adjust(d$p, "BH")
  setNames(q, paste0("q", seq_along(q)))
}

byar <- function(k, z) c(if (k == 0) 0 else k * (1 - 1 / (9 * k) - z / (3 * sqrt(k)))^3,
                         (k + 1) * (1 - 1 / (9 * (k + 1)) + z / (3 * sqrt(k + 1)))^3)

counts <- function(d) {
  k <- d$kn[1]; n <- d$kn[2]
  c(bounds("wilson", suppressWarnings(prop.test(k, n, correct = FALSE))$conf.int[1:2]),
    bounds("poisson", poisson.test(k)$conf.int[1:2]),
    bounds("byar", byar(k, qnorm(.975))))
}

# prediction limits by the binomial distribution, interpolated between counts (Spiegelhalter 2005)
limit <- function(n, target, p) {
  r <- qbinom(p, n, target)
  pmin(1, pmax(0, (r - (pbinom(r, n, target) - p) / dbinom(r, n, target)) / n))
}

funnel <- function(d) {
  target <- sum(d$k) / sum(d$n)
  z <- sort((d$k / d$n - target) / sqrt(target * (1 - target) / d$n))
  cut <- floor(length(z) / 10)
  w <- pmin(pmax(z, z[cut + 1]), z[length(z) - cut])
  names <- sprintf("u%02d", seq_along(d$n) - 1)
  c(phi = mean(w^2), "phi p" = pchisq(sum(w^2), length(z), lower.tail = FALSE),
    setNames(limit(d$n, target, .025), paste("low95", names)), setNames(limit(d$n, target, .999), paste("high998", names)))
}

effects <- function(d) {
  of <- function(name, method) {
    fit <- metafor::rma.uni(yi = d$y, vi = d$v, method = method, control = if (method == "PM") list(tol = 1e-12) else list())
    setNames(c(fit$tau2, fit$b, fit$se, fit$QE), paste(name, c("tau2", "mean", "se", "q")))
  }
  c(of("dersimonian_laird", "DL"), of("paule_mandel", "PM"), of("reml", "REML"))
}

layout <- function(d) {
  long <- data.frame(y = unlist(d), g = rep(names(d), lengths(d)))
  fit <- lme4::lmer(y ~ 1 + (1 | g), long, control = lme4::lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-14)))
  shrunken <- coef(fit)$g
  c(tau2 = as.data.frame(lme4::VarCorr(fit))$vcov[1], mean = unname(lme4::fixef(fit)),
    setNames(shrunken[, 1], paste("shrunken", rownames(shrunken))))
}

trend <- function(d) {
  n <- length(d$t)
  pairs <- combn(n, 2)
  slopes <- sort((d$y[pairs[2, ]] - d$y[pairs[1, ]]) / (d$t[pairs[2, ]] - d$t[pairs[1, ]]))
  half <- qnorm(.975) * sqrt(n * (n - 1) * (2 * n + 5) / 18)
  low <- floor((length(slopes) - half) / 2); high <- ceiling((length(slopes) + half) / 2) + 1
  outside <- low < 1 || high > length(slopes)
  slope <- median(slopes)
  c(slope = slope, intercept = median(d$y - slope * d$t),
    bounds("slope", if (outside) c(NA, NA) else slopes[c(low, high)]))
}

bootstrap <- function(d) {
  set.seed(1)
  b <- boot::boot(d$x, function(x, i) mean(x[i]), R = 100000)
  ci <- boot::boot.ci(b, type = c("perc", "bca"), L = boot::empinf(b, type = "jack"))
  c(se = sd(b$t), bounds("percentile", ci$percent[4:5]), bounds("bca", ci$bca[4:5]))
}

programme <- function(d, returns, orientation, o, without = FALSE, score = NA) {
  x <- rbind(d$x1, d$x2); y <- rbind(d$y1, d$y2); n <- ncol(x)
  input <- orientation == "INPUT"
  slack <- !is.na(score)
  # columns: weights, then theta or phi, or the four slacks
  last <- if (slack) rbind(c(1, 0, 0, 0), c(0, 1, 0, 0), c(0, 0, -1, 0), c(0, 0, 0, -1))
          else matrix(if (input) c(-x[, o], 0, 0) else c(0, 0, -y[, o]), ncol = 1)
  a <- cbind(rbind(x, y), last)
  rhs <- if (slack) c((if (input) score else 1) * x[, o], (if (input) 1 else score) * y[, o])
         else if (input) c(0, 0, y[, o]) else c(x[, o], 0, 0)
  direction <- if (slack) rep("=", 4) else c("<=", "<=", ">=", ">=")
  sums <- c(VRS = "=", NIRS = "<=", NDRS = ">=")
  if (returns %in% names(sums)) {
    a <- rbind(a, c(rep(1, n), rep(0, ncol(last)))); rhs <- c(rhs, 1); direction <- c(direction, sums[[returns]])
  }
  if (without) { a <- rbind(a, replace(rep(0, ncol(a)), o, 1)); rhs <- c(rhs, 0); direction <- c(direction, "=") }
  objective <- c(rep(0, n), if (slack) rep(1, 4) else 1)
  solved <- lpSolve::lp(if (!slack && input) "min" else "max", objective, a, direction, rhs, scale = 0)
  if (solved$status == 0) solved$objval else NA
}

frontier <- function(d, returns, orientation) {
  figures <- numeric()
  for (o in seq_along(d$x1)) {
    score <- programme(d, returns, orientation, o)
    onEdge <- abs(score - 1) < 1e-9
    figures[paste("score", o - 1)] <- score
    figures[paste("super", o - 1)] <- if (onEdge) programme(d, returns, orientation, o, without = TRUE) else score
    figures[paste("slacks", o - 1)] <- programme(d, returns, orientation, o, score = score)
  }
  figures
}

# kind, what computes it, tolerance (relative for figures above 1), package
kinds <- list(
  list("quantile", quantiles, 1e-12), list("intervals", intervals, 1e-9), list("twosamples", twosamples, 1e-9),
  list("ties", ties, 1e-9), list("kruskal", kruskal, 1e-9), list("adjust", adjust, 1e-12), list("counts", counts, 1e-7),
  list("funnel", funnel, 1e-9), list("effects", effects, 1e-4, "metafor"), list("layout", layout, 1e-5, "lme4"),
  list("trend", trend, 1e-9), list("bootstrap", bootstrap, 0.08, "boot"))
for (returns in c("CRS", "VRS", "NIRS", "NDRS")) for (orientation in c("INPUT", "OUTPUT")) local({
  r <- returns; o <- orientation
  kinds[[length(kinds) + 1]] <<- list(paste("frontier", r, o, sep = "-"), function(d) frontier(d, r, o), 1e-6, "lpSolve")
})

cat(sprintf("%s\n%-24s %7s %10s %10s\n", R.version.string, "kind", "figures", "greatest", "tolerance"))
failed <- FALSE
for (kind in kinds) {
  if (length(kind) > 3 && !requireNamespace(kind[[4]], quietly = TRUE)) {
    cat(sprintf("%-24s left out: package %s is not installed\n", kind[[1]], kind[[4]]))
    next
  }
  mine <- ours[sub("#.*", "", ours$case) == kind[[1]], ]
  worst <- 0; worstOf <- ""; figures <- 0
  for (case in unique(mine$case)) {
    d <- data[data$case == case, ]
    theirs <- kind[[2]](split(d$value, factor(d$series, unique(d$series))))
    own <- mine[mine$case == case, ]
    other <- theirs[own$figure]
    scale <- if (kind[[1]] == "bootstrap") theirs[["se"]] else pmax(1, abs(other))
    both <- is.na(own$value) & is.na(other)
    difference <- ifelse(both, 0, abs(own$value - other) / scale)
    difference[is.na(difference)] <- Inf
    figures <- figures + length(difference)
    if (max(difference) > worst) { worst <- max(difference); worstOf <- paste(case, own$figure[which.max(difference)]) }
  }
  bad <- worst > kind[[3]] || figures == 0
  failed <- failed || bad
  cat(sprintf("%-24s %7d %10.2g %10.2g%s\n", kind[[1]], figures, worst, kind[[3]], if (bad) paste("  FAILED at", worstOf) else ""))
}
if (failed) quit(status = 1)
