declare const ROOT: string;
declare module 'node:test' {
  export function describe(name: string, body: () => void): void;
  export function it(name: string, body: () => void | Promise<void>): void;
}
declare module 'node:assert/strict' {
  const assert: { equal(a: unknown, b: unknown, why?: string): void; deepEqual(a: unknown, b: unknown, why?: string): void; ok(a: unknown, why?: string): void };
  export default assert;
}
declare module 'node:fs' {
  export function readFileSync(path: string, encoding: 'utf8'): string;
  export function readdirSync(path: string): string[];
}
