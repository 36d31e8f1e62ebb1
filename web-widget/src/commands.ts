import type { Widget } from './widget';

type Command = (...args: never[]) => unknown;

/** The words that `babeldesk(command, ...args)` understands. */
export function commands(widget: Widget, destroy: () => void): Record<string, Command> {
  return {
    open: () => widget.open(),
    close: () => widget.close(),
    toggle: () => widget.toggle(),
    show: () => widget.show(),
    hide: () => widget.show(false),
    send: (text: string) => widget.send(text),
    prefill: (text: string) => widget.prefill(text),
    identify: (jwt: string) => widget.identify(jwt),
    logout: () => widget.logout(),
    locale: (locale: string) => widget.setLocale(locale),
    theme: (theme: Record<string, string>) => widget.setTheme(theme),
    context: (context: { market?: string }) => widget.context(context),
    consent: (given = true) => widget.consent(given),
    on: (name: string, handler: (detail: unknown) => void) => widget.events.on(name, handler),
    destroy,
  };
}
