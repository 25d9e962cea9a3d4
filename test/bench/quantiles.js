'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.quantile = quantile;
exports.median = median;
/** The value below which the share `q` (0 to 1) of the numbers lie, by nearest rank; 0 for no numbers. */
function quantile(numbers, q) {
  const sorted = Float64Array.from(numbers).sort();
  const rank = Math.ceil(q * sorted.length) - 1;
  return sorted[Math.min(Math.max(rank, 0), sorted.length - 1)] ?? 0;
}
/** The middle of the numbers, which one disturbed round cannot move far; of an even count the mean of the two in the middle. */
function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle - 1)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
