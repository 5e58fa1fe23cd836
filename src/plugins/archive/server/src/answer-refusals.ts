import { errors } from '@strapi/utils';

import { Refusal } from './refusal';

/** Runs something for a request; what it refuses becomes an answer of Strapi's: 404 or 400. */
export async function answerRefusals<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw error.kind === 'not-found'
      ? new errors.NotFoundError(error.message)
      : new errors.ValidationError(error.message);
  }
}
