declare const __APP_VERSION__: string | undefined;

/** The version of the build; `dev` when run from source. */
export const APP_VERSION: string = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : 'dev';
