// The little of node that the tests use, so that the project needs no further package for its types.
declare module 'node:test' {
  type Body = () => void | Promise<void>;
  export function describe(name: string, body: () => void): void;
  export function it(name: string, body: Body): void;
  export function beforeEach(body: Body): void;
}
declare module 'node:assert/strict' {
  const assert: {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    ok(value: unknown, message?: string): void;
  };
  export default assert;
}
declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string;
  export function readdirSync(path: string): string[];
}
declare const ROOT: string;
declare const OWN_NAMES: string[];

declare module 'node:child_process' {
  export function execFileSync(file: string, args: string[], options: { cwd?: string; encoding: 'utf8'; stdio?: string[] }): string;
}
