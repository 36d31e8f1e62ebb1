/** As JSON, also where the page's scripts gave arrays or texts a `toJSON` of their own, as old libraries do. */
export function encode(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
}
