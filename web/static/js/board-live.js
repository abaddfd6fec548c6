// Keeps the board and an open conversation as they are now: answers come in, states and counts change in their place. What
// somebody is writing in stays; new posts wait behind a button.
import { announce } from './announce.js';
import { swap } from './swap.js';

let news = 0;

document.addEventListener('live', ({ detail }) => {
  if (detail.topic === 'board') list(detail);
  else if (detail.topic.startsWith('board:') && detail.html) conversation(detail);
});

function list({ html, data }) {
  if (html) swap(html);
  const button = document.querySelector('[data-board-news]');
  if (!data.fresh || !button) return;
  news += 1;
  button.querySelector('span').textContent = news === 1 ? button.dataset.one : `${news} ${button.dataset.many}`;
  button.hidden = false;
  announce(button.textContent);
}

function conversation({ html, data }) {
  const piece = document.createRange().createContextualFragment(html);
  const fresh = [...piece.querySelectorAll('#answers > li')];
  const answers = document.getElementById('answers');
  for (const old of [...answers.children]) {
    if (!fresh.some((item) => item.id === old.id) && !old.contains(document.activeElement)) old.remove();
  }
  for (const item of fresh) renew(document.getElementById(item.id), item, answers);
  for (const part of [...piece.children].filter((child) => child.id !== 'answers')) renew(document.getElementById(part.id), part);
  if (fresh.length > 0) document.getElementById('no-answer')?.remove();
  if (data.sentence) announce(data.sentence);
}

function renew(old, item, list) {
  if (!old) {
    if (!list) return;
    item.classList.add('fresh');
    list.append(item);
  } else if (!same(old, item) && !written(old)) swap(item.outerHTML);
}

const written = (element) => [...element.querySelectorAll('textarea, input:not([type="hidden"])')].some((field) => field.value !== field.defaultValue);

function same(old, item) {
  const copy = old.cloneNode(true);
  copy.classList.remove('fresh');
  if (!copy.className) copy.removeAttribute('class');
  return copy.isEqualNode(item);
}
