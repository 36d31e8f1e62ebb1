import { effect, signal, type Signal } from '@preact/signals';

/** A choice that the browser keeps. One that is no longer offered falls back. */
export function remembered<T extends string>(name: string, otherwise: T, offered?: readonly T[]): Signal<T> {
  const key = `babeldesk.${name}`;
  const kept = localStorage.getItem(key) as T | null;
  const choice = signal<T>(kept !== null && (!offered || offered.includes(kept)) ? kept : otherwise);
  effect(() => localStorage.setItem(key, choice.value));
  return choice;
}
