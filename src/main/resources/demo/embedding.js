// Every command and event of docs/embedding.md, by hand.
'use strict';
window.babeldesk ??= function () { (babeldesk.q ??= []).push(arguments); };
for (const name of ['open', 'close', 'send', 'message', 'unread', 'handoff', 'error']) {
  babeldesk('on', name, (detail) => {
    const line = document.createElement('li');
    line.textContent = `${name} ${detail === undefined ? '' : JSON.stringify(detail)}`;
    document.querySelector('#told').append(line);
  });
}
document.addEventListener('DOMContentLoaded', () => {
  for (const button of document.querySelectorAll('[data-call]')) {
    button.addEventListener('click', () => babeldesk(...JSON.parse(button.dataset.call)));
  }
});
