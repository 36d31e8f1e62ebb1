declare module '*.css' {
  const text: string;
  export default text;
}

declare module 'babeldesk:offline' {
  export const offlineTexts: Record<string, Record<string, string>>;
}
