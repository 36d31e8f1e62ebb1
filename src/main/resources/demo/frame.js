// The chat alone, for a frame: what the address says is what the page knows.
'use strict';
(() => {
  const given = new URLSearchParams(location.search);
  window.babeldeskSettings = { locale: given.get('locale') || 'auto', market: given.get('market') || '' };
  window.babeldesk ??= function () { (babeldesk.q ??= []).push(arguments); };
  babeldesk('open');
})();
