import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { deviceOf, shortened } from '../src/device';
import { use } from '../src/strings';

describe('line 42: where she is signed in', () => {
  use('en', JSON.parse(readFileSync(`${ROOT}strings/en.json`, 'utf8')) as Record<string, string>);

  it('names a browser and its machine', () => {
    const said: [string, string][] = [
      ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
      ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on Linux'],
      ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
      ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox on macOS'],
      ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1', 'Safari on iOS'],
      ['curl/8.5.0', 'curl'],
      ['', 'Unknown device'],
    ];
    for (const [browser, words] of said) assert.equal(deviceOf(browser), words);
  });

  it('shows enough of an address to know a place again', () => {
    assert.equal(shortened('192.0.2.17'), '192.0.2.*');
    assert.equal(shortened('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2:*');
  });
});
