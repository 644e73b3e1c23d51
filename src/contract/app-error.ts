/**
 * The one error shape a person can act on, in every host: a stable code, a plain sentence that says what happened and what
 * to do, and details for folding out. Everything else that throws is a bug.
 */
export const ERROR_CODES = {
  'wrong-use': 'the command or call was given something it does not take',
  'not-found': 'the file, project, job or row does not exist',
  'cannot-read': 'a file could not be read',
  'cannot-write': 'a file could not be written',
  'already-exists': 'the file exists and is not overwritten',
  'not-a-project': 'the file is no Anchorage project',
  'newer-project': 'the project was written by a newer version of Anchorage',
  'damaged-project': 'the project file is damaged and is open for reading only',
  'project-locked': 'another program holds the project',
  'read-only': 'the project is open for reading only',
  'bad-filter': 'the filter could not be understood',
  'refused-export': 'the file was recognised and holds no backlinks to import',
  'unknown-format': 'the export format was not recognised',
  unreachable: 'the network or the proxy cannot be reached',
  cancelled: 'the work was cancelled',
  internal: 'something went wrong inside Anchorage',
} as const;
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a code from {@link ERROR_CODES}; `message` is shown to people as it is. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The JSON form of an error, as the command line prints it and a call returns it. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Any thrown value as an error body; a value that is no AppError becomes `internal` with a short sentence. */
export function errorBody(error: unknown): ErrorBody {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  const text = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something went wrong inside Anchorage: ${text}`, details: {} };
}
