// Median and spread. No means: one round that another process disturbed would bend them.

/** Median, 10th and 90th percentile of some samples. */
export function spread(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p10: quantile(sorted, 0.1), p90: quantile(sorted, 0.9) };
}

/** The same of `ours[i] / theirs[i]`: both were measured in round i, when the machine was equally fast for both. */
export function ratio(ours, theirs) {
  return spread(ours.map((sample, round) => sample / theirs[round]));
}

function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}
