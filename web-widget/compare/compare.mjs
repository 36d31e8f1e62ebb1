// Measures the widget beside three published ones, in one run: `npm ci && node compare.mjs` in this folder.
// The peers are tools of this script alone.
import { createServer } from 'node:http';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { build } from '../node_modules/esbuild/lib/main.js';

const here = dirname(fileURLToPath(import.meta.url));
const RUNS = 5;
const folder = await mkdtemp(join(tmpdir(), 'babeldesk-compare-'));

async function bundled(code, name) {
  const result = await build({
    stdin: { contents: code, resolveDir: here, loader: 'js' },
    bundle: true, minify: true, format: 'iife', write: false, logLevel: 'error', outdir: folder,
    define: { 'process.env.NODE_ENV': '"production"' }, loader: { '.css': 'text', '.svg': 'text' },
  });
  const file = join(folder, name);
  await writeFile(file, result.outputFiles[0].contents);
  return file;
}

execFileSync(process.execPath, ['build.mjs', folder], { cwd: join(here, '..'), stdio: 'ignore' });
const strings = JSON.parse(readFileSync(join(here, '../strings/en.json'), 'utf8'));
const config = {
  site: 'demo', name: 'Larkwell', locale: 'en', direction: 'ltr', theme: {}, greeting: 'Hello', disclosure: 'Automated assistant.', contact: { blocks: [] },
  hours: { time_zone: 'UTC', text: '', open: true }, limits: { text_length: 4000, file_bytes: 8e6 }, features: { files: true, handoff: true }, markets: [], suggestions: [], locales: ['en'], strings,
};
const contestants = {
  Babeldesk: { file: join(folder, 'v1.js'), html: '<script async src="/script.js" data-site="demo"></script>' },
  'deep-chat': { file: join(here, 'node_modules/deep-chat/dist/deepChat.bundle.js'), html: '<script type="module" async src="/script.js"></script><deep-chat></deep-chat>' },
  'flowise-embed': {
    file: await bundled("import chatbot from 'flowise-embed/dist/web.js'; chatbot.init({ chatflowid: 'x', apiHost: '/api' });", 'flowise.js'),
    html: '<script async src="/script.js"></script>',
  },
  '@botpress/webchat': {
    file: await bundled(
      "import React from 'react'; import { createRoot } from 'react-dom/client'; import { Fab } from '@botpress/webchat'; import css from './node_modules/@botpress/webchat/dist/style.css';" +
        "const e = document.body.appendChild(document.createElement('div')); document.head.appendChild(document.createElement('style')).textContent = css; createRoot(e).render(React.createElement(Fab));",
      'botpress.js',
    ),
    html: '<script async src="/script.js"></script>',
  },
};

const browser = await chromium.launch({ executablePath: process.env.BABELDESK_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--js-flags=--expose-gc'] });

async function measure({ file, html }) {
  const script = gzipSync(await readFile(file), { level: 9 });
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    if (request.url === '/') return response.setHeader('Content-Type', 'text/html').end(`<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,"><body>${html}`);
    if (request.url === '/script.js') return response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Encoding': 'gzip' }).end(script);
    return response.setHeader('Content-Type', 'application/json').end(JSON.stringify(request.url.includes('widget-config') ? config : {}));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const page = await (await browser.newContext()).newPage();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await cdp.send('Performance.enable');
  await page.addInitScript(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' });
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const longest = await page.evaluate(() => Math.max(0, ...window.long));
  await page.context().close();
  server.close();
  return { bytes: script.length, script: metric('ScriptDuration') * 1000, longest, heap: metric('JSHeapUsedSize') / 1e6, requests: requests.length - 1 };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
console.log('| widget | gzip, bytes | script time at a quarter of the speed, ms | longest task, ms | heap, MB | requests before open |\n|---|---|---|---|---|---|');
for (const [name, contestant] of Object.entries(contestants)) {
  const runs = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measure(contestant));
  const of = (key) => median(runs.map((run) => run[key]));
  console.log(`| ${name} | ${of('bytes').toLocaleString('en')} | ${of('script').toFixed(0)} | ${of('longest').toFixed(0)} | ${of('heap').toFixed(1)} | ${of('requests')} |`);
}
await browser.close();
