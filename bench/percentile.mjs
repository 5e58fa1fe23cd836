/** The value that `share` (0 to 1) of the values do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** Count, median, 95th percentile and greatest of times in milliseconds. */
export function summary(times) {
  const round = (value) => Math.round(value * 10) / 10;
  return {
    count: times.length,
    median: round(percentile(times, 0.5)),
    p95: round(percentile(times, 0.95)),
    greatest: round(percentile(times, 1)),
  };
}
