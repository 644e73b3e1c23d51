/**
 * The two text codecs of the web platform that every host of core has. Declared here because core is compiled without
 * the DOM's and Node's types.
 */
interface TextDecoder {
  decode(input?: Uint8Array): string;
}

declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

interface TextEncoder {
  encode(input?: string): Uint8Array;
}

declare var TextEncoder: {
  new (): TextEncoder;
};
