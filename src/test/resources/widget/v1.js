globalThis.babeldesk = () => {};
