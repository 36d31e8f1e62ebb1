import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outcomeOf } from '../src/whispers';

describe('line 19: what became of a suggestion', () => {
  const suggested = 'You can send items back within 30 days of delivery.';

  it('is accepted if it was sent as it is', () => {
    assert.equal(outcomeOf(suggested, ` ${suggested}\n`), 'accepted');
  });

  it('is edited if much of it is still there', () => {
    assert.equal(outcomeOf(suggested, `Hello Mara! ${suggested}`), 'edited');
    assert.equal(outcomeOf(suggested, 'You can send the lamp back within 30 days of delivery, at no cost.'), 'edited');
    assert.equal(outcomeOf('商品は配送から30日以内に返品できます。', '商品は到着から30日以内に返品できます。よろしくお願いします。'), 'edited');
  });

  it('is rejected if she sent something else', () => {
    assert.equal(outcomeOf(suggested, 'Let me look at your order first.'), 'rejected');
    assert.equal(outcomeOf(suggested, 'I have passed this on to a colleague of mine who will surely come back to you with an answer in the course of the day, thank you for your patience.'), 'rejected');
    assert.equal(outcomeOf('商品は配送から30日以内に返品できます。', '少々お待ちください。'), 'rejected');
    assert.equal(outcomeOf(suggested, ''), 'rejected');
  });
});
