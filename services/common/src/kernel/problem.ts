/** One fault of an input: where it is, what is wrong, in words that end without a period. */
export interface Problem {
  /** Path of the field, such as `tasks[2].resources`. */
  readonly field: string;
  readonly message: string;
}

/** All problems in one line, for people. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map((problem) => `${problem.field}: ${problem.message}`).join('; ');
}
