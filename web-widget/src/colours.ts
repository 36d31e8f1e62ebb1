// Colours that stay legible whatever accent a shop chooses (WCAG 2.2: 4.5:1 for text, 3:1 for controls).

export const SURFACES = { light: '#ffffff', dark: '#161a1d' };
const WHITE = '#ffffff';
const INK = '#10181a';

export interface Palette {
  /** Behind buttons and the shopper's bubbles. */
  fill: string;
  /** Text on the fill. */
  on: string;
  /** Accented text and focus rings on the surface. */
  ink: string;
}

export function palette(accent: string, surface: string): Palette {
  const fill = until(accent, surface, 3);
  return { fill, on: contrast(fill, WHITE) >= 4.5 || contrast(fill, INK) < 4.5 ? WHITE : INK, ink: until(accent, surface, 4.5) };
}

export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Moves the colour away from the surface until it stands out enough. */
function until(colour: string, surface: string, ratio: number): string {
  const pole = luminance(surface) > 0.5 ? 0 : 255;
  let found = colour;
  for (let share = 0.04; contrast(found, surface) < ratio && share <= 1; share += 0.04) {
    found = `#${channels(colour)
      .map((channel) => Math.round(channel + (pole - channel) * share).toString(16).padStart(2, '0'))
      .join('')}`;
  }
  return found;
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** "#abc" and "#aabbcc" as "#aabbcc"; nothing for what is no such colour. */
export function hexColour(text: string | undefined): string | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text ?? '') ?? [];
  return short ? `#${[...short].map((c) => c + c).join('')}` : long && `#${long}`;
}
