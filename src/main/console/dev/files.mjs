import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 300;

const word = (value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]);

function chunk(kind, content) {
  const bytes = Buffer.concat([Buffer.from(kind), content]);
  return Buffer.concat([word(content.length), bytes, word(crc32(bytes))]);
}

/** A lampshade with a crack in it, as a PNG. */
function lamp() {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const shade = y > 60 && y < 220 && Math.abs(x - 240) < 60 + (y - 60) * 0.5;
      const crack = shade && Math.abs(x - 270 - ((y * 7) % 23)) < 2;
      const foot = y >= 220 && y < 290 && Math.abs(x - 240) < (y > 275 ? 60 : 8);
      const colour = crack ? [70, 50, 40] : shade ? [226, 178, 96 + y / 4] : foot ? [90, 70, 60] : [222, 228, 230];
      rows.set(colour, y * (1 + WIDTH * 3) + 1 + x * 3);
    }
  }
  const head = Buffer.concat([word(WIDTH), word(HEIGHT), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** What a shopper showed; undefined for another address. */
export function shopperFile(path) {
  if (path.endsWith('/files/fil_lamp')) return { type: 'image/png', disposition: 'inline', content: lamp() };
  if (path.includes('/files/')) return { type: 'application/pdf', disposition: 'attachment', content: Buffer.from('%PDF-1.7') };
  return undefined;
}
