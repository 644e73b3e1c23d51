import { ValidationError } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { AppError, errorBody } from '../../contract/app-error.ts';
import { engineContract } from '../../contract/engine-contract.ts';
import { fromSqliteError } from '../db/sqlite-error.ts';
import type { EngineContext } from '../engine-context.ts';

/**
 * What all handlers start from. Whatever a handler throws, and whatever the contract's schemas refuse, leaves the engine as
 * one error shape: the code of the AppError, its sentence, its details.
 */
export const engine = implement(engineContract)
  .$context<EngineContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      const { code, message, details } = errorBody(asAppError(error));
      throw new ORPCError(code, { message, data: details, cause: error });
    }
  });

function asAppError(error: unknown): unknown {
  if (error instanceof ORPCError && error.cause instanceof ValidationError) {
    const [issue] = error.cause.issues;
    const field = (issue?.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
    const message = `The call cannot be understood: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'bad input'}.`;
    return new AppError('wrong-use', message, { field });
  }
  return fromSqliteError(error, 'The project file');
}
