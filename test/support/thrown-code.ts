import { AppError, type ErrorCode } from '../../src/contract/app-error.ts';

/** The code of the AppError that work ends with; `null` when it ends well. Any other error is thrown on. */
export async function thrownCode(work: () => unknown): Promise<ErrorCode | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
