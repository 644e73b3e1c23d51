import type { ErrorBody } from '../../contract/app-error.ts';
import type { WriteOperationName } from './write-operations.ts';

/** What the writer thread is started with. */
export interface WriterData {
  readonly path: string;
  /** One number in shared memory; from 1 on, a lock of another program is not waited for long. */
  readonly hurry: Int32Array<SharedArrayBuffer>;
}

/** What the main thread asks of the writer thread. */
export type WriterRequest =
  | { readonly kind: 'run'; readonly id: number; readonly name: WriteOperationName; readonly args: readonly unknown[] }
  | { readonly kind: 'close' };

/** What the writer thread answers. */
export type WriterAnswer =
  | { readonly kind: 'ready' }
  /** Another program has been writing for a while; told once a second until it is this one's turn. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'unopened'; readonly error: ErrorBody }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorBody }
  | { readonly kind: 'closed' };
