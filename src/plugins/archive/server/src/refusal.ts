/** Something that a person asked for and that cannot be done, told in words for that person. */
export class Refusal extends Error {
  constructor(
    readonly kind: 'not-found' | 'invalid',
    message: string,
  ) {
    super(message);
  }
}
