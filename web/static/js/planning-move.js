// My booking by pointer: dragging it moves it, dragging its end makes it shorter or longer.
import { at, lasts, many, put, quarterAt, trackOf } from './planning-slots.js';
import { send } from './planning-sent.js';

const [THRESHOLD, EDGE] = [6, 9];
let move;

document.addEventListener('pointerdown', (event) => {
  const link = event.target.closest?.('.block[data-own] a.in');
  const track = trackOf(link);
  if (!track || event.pointerType === 'touch' || event.button !== 0) return;
  const item = link.closest('li');
  const box = link.getBoundingClientRect();
  const end = track.closest('.week') ? box.bottom - event.clientY : box.right - event.clientX;
  move = { item, track, link, x: event.clientX, y: event.clientY, grip: quarterAt(track, event), first: at(item), count: lasts(item), resizes: end < EDGE };
});

document.addEventListener('dragstart', (event) => event.target.closest?.('.block[data-own]') && event.preventDefault());

document.addEventListener('pointermove', (event) => {
  if (!move || (!move.to && Math.hypot(event.clientX - move.x, event.clientY - move.y) < THRESHOLD)) return;
  document.body.dataset.dragging = '';
  const over = trackOf(document.elementFromPoint(event.clientX, event.clientY));
  if (over && !move.resizes && over !== move.item.parentNode && !over.matches('.pool')) over.append(move.item);
  const track = move.item.parentNode;
  const by = quarterAt(track, event) - move.grip;
  const count = move.resizes ? Math.max(1, Math.min(move.count + by, many(track) + 1 - move.first)) : move.count;
  const first = move.resizes ? move.first : Math.min(Math.max(1, move.first + by), many(track) + 1 - count);
  move.to = { first, count };
  put(move.item, first, count);
});

document.addEventListener('pointerup', () => {
  if (!move?.to) return void (move = undefined);
  const { item, first, count, track, to } = move;
  move.link.addEventListener('click', (event) => event.preventDefault(), { once: true });
  setTimeout(() => (move = undefined));
  still();
  const stays = item.parentNode === track && to.first === first && to.count === count;
  if (stays) back(item, track);
  else send(item, to, () => back(item, track));
});

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !move) return;
  back(move.item, move.track);
  move = undefined;
  still();
});

function back(item, track) {
  track.append(item);
  item.style.removeProperty('--at');
  item.style.removeProperty('--for');
}

function still() {
  delete document.body.dataset.dragging;
  document.dispatchEvent(new CustomEvent('planning:still'));
}
