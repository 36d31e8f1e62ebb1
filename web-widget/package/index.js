/** Puts the chat on the page, once. Calls of what it returns are done as soon as the script is there. */
export function loadBabeldesk({ server, ...settings }) {
  if (typeof window === 'undefined') return () => undefined;
  if (!window.babeldesk) {
    window.babeldesk = (...call) => {
      (window.babeldesk.q ??= []).push(call);
    };
    window.babeldeskSettings = settings;
    const script = document.createElement('script');
    script.async = true;
    script.src = `${server.replace(/\/$/, '')}/widget/v1.js`;
    document.head.append(script);
  }
  return (...call) => window.babeldesk(...call);
}
