/** The middle value; of an even number of values the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1
    ? upper
    : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Half of the distance from the least to the largest value, as a part of the median. */
export function spread(values: readonly number[]): number {
  return (
    (Math.max(...values) - Math.min(...values)) / 2 / (median(values) || NaN)
  );
}
