/**
 * What every Node of the tests is started with. Worker threads strip their TypeScript with a WebAssembly module, and in V8 13.6 two
 * threads that compile a faster wrapper for the same import at once can end the process ("Check failed: jit_page.has_value()", about
 * one run in a hundred). A budget nobody uses up keeps the first wrapper. Builds strip nothing and need no flag.
 */
export const NODE_FLAGS: readonly string[] = ['--wasm-wrapper-tiering-budget=1000000000'];
