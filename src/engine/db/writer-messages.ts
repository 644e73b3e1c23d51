import type { ErrorBody } from '../../contract/app-error.ts';
import type { WriteOperationName } from './write-operations.ts';

/** What the main thread asks of the writer thread. */
export type WriterRequest =
  | { readonly kind: 'run'; readonly id: number; readonly name: WriteOperationName; readonly args: readonly unknown[] }
  | { readonly kind: 'close' };

/** What the writer thread answers. */
export type WriterAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unopened'; readonly error: ErrorBody }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorBody }
  | { readonly kind: 'closed' };
