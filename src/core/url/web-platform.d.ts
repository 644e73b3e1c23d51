/**
 * The one piece of the web platform core relies on. Declared here because core is compiled without the DOM's and Node's
 * types, so that nothing else of either can slip in.
 */
export {};

declare global {
  interface URL {
    hash: string;
    readonly host: string;
    readonly hostname: string;
    readonly href: string;
    readonly origin: string;
    readonly password: string;
    readonly pathname: string;
    readonly port: string;
    protocol: string;
    readonly search: string;
    readonly username: string;
  }

  var URL: {
    new (url: string, base?: string): URL;
    canParse(url: string, base?: string): boolean;
    parse(url: string, base?: string): URL | null;
  };
}
