// Keeps the count of unread messages on the bell.
import { announce } from './announce.js';
import { swap } from './swap.js';

document.addEventListener('live', ({ detail }) => {
  if (detail.topic !== 'inbox') return;
  if (detail.html) swap(detail.html);
  if (detail.data?.sentence) announce(detail.data.sentence);
});
