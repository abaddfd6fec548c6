// My booking by keyboard: M takes it up, arrows carry it (with Shift they move its end), Enter keeps it there, Escape gives up.
import { announce } from './announce.js';
import { at, lasts, many, put, trackOf } from './planning-slots.js';
import { send } from './planning-sent.js';

let carried;

document.addEventListener(
  'keydown',
  (event) => {
    if (carried) return carry(event);
    const item = event.target.closest?.('.block[data-own]');
    if (!item || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey) return;
    carried = { item, first: at(item), count: lasts(item) };
    document.body.dataset.moving = '';
    document.body.dataset.dragging = '';
    item.classList.add('carried');
    announce(document.querySelector('[data-said-placed]').dataset.saidMove);
  },
  true,
);

function carry(event) {
  const { item } = carried;
  const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
  if (step) {
    if (event.shiftKey) carried.count = Math.max(1, carried.count + step);
    else carried.first += step;
    carried.first = Math.min(Math.max(1, carried.first), many(trackOf(item)) + 1 - carried.count);
    put(item, carried.first, carried.count);
  } else if (event.key === 'Enter') {
    const to = { first: carried.first, count: carried.count };
    lay();
    send(item, to, () => back(item));
  } else if (event.key === 'Escape') {
    lay();
    back(item);
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function lay() {
  carried.item.classList.remove('carried');
  carried = undefined;
  delete document.body.dataset.moving;
  delete document.body.dataset.dragging;
  document.dispatchEvent(new CustomEvent('planning:still'));
}

function back(item) {
  item.style.removeProperty('--at');
  item.style.removeProperty('--for');
}
