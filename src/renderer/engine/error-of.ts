import { ORPCError } from '@orpc/client';
import { ERROR_CODES, type ErrorBody, type ErrorCode, errorBody } from '../../contract/app-error.ts';

/** Any failed call as the error shape the engine sent; what is no engine error becomes `internal`. */
export function errorOf(error: unknown): ErrorBody {
  if (!(error instanceof ORPCError)) return errorBody(error);
  const data: unknown = error.data;
  if (isErrorCode(error.code)) return { code: error.code, message: error.message, details: recordOf(data) };
  return {
    code: 'internal',
    message: `Something went wrong inside Anchorage: ${error.message}`,
    details: recordOf(data),
  };
}

/** What an error knows beyond its sentence, for folding out; empty where there is nothing. */
export function errorDetails(error: unknown): string {
  const { code, details } = errorOf(error);
  return Object.keys(details).length === 0 ? '' : `${code}\n${JSON.stringify(details, null, 2)}`;
}

/** True for failures of the line itself, which a new engine may answer. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ORPCError);
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && value in ERROR_CODES;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
