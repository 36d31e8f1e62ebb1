import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { putIn, soughtAt } from '../src/articles';

describe('line 18: articles by ??', () => {
  it('are looked for behind two question marks at the beginning of a word', () => {
    assert.deepEqual(soughtAt('??', 2), { at: 0, search: '' });
    assert.deepEqual(soughtAt('Hello! ??return win', 19), { at: 7, search: 'return win' });
    assert.deepEqual(soughtAt('one\n??refund', 12), { at: 4, search: 'refund' });
    assert.deepEqual(soughtAt('مرحبًا ??الإرجاع', 'مرحبًا ??الإرجاع'.length), { at: 7, search: 'الإرجاع' });
  });

  it('are not looked for where somebody only asks', () => {
    assert.equal(soughtAt('Really??', 8), undefined);
    assert.equal(soughtAt('What???', 7), undefined);
    assert.equal(soughtAt('?', 1), undefined);
    assert.equal(soughtAt('??return\nnext line', 18), undefined);
    assert.equal(soughtAt('??return window', 0), undefined);
  });

  it('take the place of what was typed', () => {
    const written = 'Hello ??ret and more';
    assert.deepEqual(putIn(written, soughtAt(written, 11)!, 11, 'Within 30 days.'), ['Hello Within 30 days. and more', 21]);
  });
});
