import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import type { RichNode } from '../src/contract';
import { link, richText } from '../src/rich-text';
import { FakeNode, fakeBrowser } from './fake-browser';

let opened: string[];
const render = (...nodes: unknown[]): FakeNode => richText(nodes as RichNode[], (id) => opened.push(id)) as unknown as FakeNode;
const text = (words: string) => ({ type: 'text', text: words });
const anchor = (href: unknown): FakeNode => link(href, 'label', 'larkwell.example') as unknown as FakeNode;

beforeEach(() => {
  fakeBrowser();
  opened = [];
});

describe('rich text', () => {
  it('builds every kind of block', () => {
    const tree = render(
      { type: 'h', level: 2, children: [text('Title')] },
      { type: 'p', children: [text('a '), { type: 'strong', children: [{ type: 'em', children: [text('b')] }] }, { type: 'code', text: 'c' }] },
      { type: 'ul', items: [[{ type: 'p', children: [text('one')] }], [{ type: 'code', text: 'two' }]] },
      { type: 'table', head: [[text('h')]], rows: [[[text('d')]]] },
      { type: 'quote', children: [{ type: 'p', children: [text('q')] }] },
    );
    assert.equal(
      `${tree}`,
      '<h3>Title</h3><p>a <strong><em>b</em></strong><code>c</code></p><ul><li><p>one</p></li><li><pre><code>two</code></pre></li></ul>' +
        '<div><table><tr><th>h</th></tr><tr><td>d</td></tr></table></div><blockquote><p>q</p></blockquote>',
    );
  });

  it('lets nothing out that it does not know', () => {
    const tree = render(
      { type: 'script', text: 'alert(1)' },
      { type: 'img', src: 'x', onerror: 'alert(1)', children: [text('<img src=x onerror=alert(1)>')] },
      { type: 'p', onclick: 'alert(1)', style: 'x', children: [{ type: 'iframe', children: [text('deep')] }] },
      { type: 'h', level: 'x"><script>', children: 'none' },
      { type: 'ul', items: { length: 3 } },
      { type: '__proto__' },
      { type: 'constructor', children: [text('still text')] },
    );
    assert.equal(`${tree}`, '<img src=x onerror=alert(1)><p>deep</p><h3></h3><ul></ul>still text');
    assert.deepEqual(tree.elements.flatMap(({ attributes }) => Object.keys(attributes)), []);
  });

  it('line 31: makes links of safe addresses only', () => {
    for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://a/b', 'file:///etc', '/relative', '//host', '', null, {}]) {
      assert.equal(anchor(href), 'label', `${href}`);
    }
    assert.equal(anchor('https://other.example/x').attributes.rel, 'noopener noreferrer nofollow');
    assert.equal(anchor('https://larkwell.example.evil.example/').attributes.target, '_blank');
    assert.equal(anchor('https://help.larkwell.example/').attributes.target, undefined);
    assert.equal(anchor('mailto:help@larkwell.example').attributes.href, 'mailto:help@larkwell.example');
    assert.equal(anchor('tel:+442079460958').attributes.target, undefined);
  });

  it('opens articles in the panel', () => {
    const [button] = render({ type: 'link', href: 'article:returns/return-window', children: [text('Returns')] }).elements.slice(-1);
    button?.listeners.click?.({});
    assert.deepEqual(opened, ['returns/return-window']);
    assert.equal(`${render({ type: 'link', href: 'article:../../me', children: [text('x')] })}`, 'x');
  });
});
