/** A message that cannot be understood: says which field and why. Thrown by codecs, caught by the edge that received the message. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
  /** Path of the field, such as `accept.offer_ids[2]`. */
  readonly field: string;
  /** What is wrong with it, such as `must not be empty`. */
  readonly problem: string;

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.field = field;
    this.problem = problem;
  }
}
