import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

describe('the package', () => {
  it('line 5: can be imported where there is no window, and so can the widget', async () => {
    const { loadBabeldesk } = await import(`${ROOT}package/index.js`);
    assert.equal(loadBabeldesk({ server: 'https://chat.example', site: 'demo' })('open'), undefined);
    await import('../src/main');
  });

  it('line 1: needs nothing at run time and carries its types', () => {
    const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ files: { path: string }[] }];
    assert.deepEqual(files.map(({ path }) => path).sort(), ['README.md', 'package.json', 'package/index.d.ts', 'package/index.js']);
    const manifest = JSON.parse(execFileSync('cat', [`${ROOT}package.json`], { encoding: 'utf8' }));
    assert.equal(manifest.dependencies, undefined);
  });
});
