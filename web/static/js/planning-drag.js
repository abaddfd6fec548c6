// Dragging over free time books it; a click takes an hour from where it fell. Fingers tap: they take the whole gap.
import { address, at, lasts, picked, put, quarterAt, time, trackOf } from './planning-slots.js';

const THRESHOLD = 6;
let drag, dropped; // the click that ends a drag does nothing

document.addEventListener('pointerdown', (event) => {
  const link = event.target.closest?.('.gap a');
  const track = trackOf(link);
  if (!track || event.pointerType === 'touch' || event.button !== 0) return;
  dropped = undefined;
  drag = { link, track, x: event.clientX, y: event.clientY, first: quarterAt(track, event) };
});
document.addEventListener('dragstart', (event) => trackOf(event.target) && event.preventDefault());
document.addEventListener('pointermove', (event) => {
  if (!drag || (!drag.ghost && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < THRESHOLD)) return;
  drag.ghost ??= ghost(drag);
  const here = quarterAt(drag.track, event);
  show(Math.min(drag.first, here), Math.abs(here - drag.first) + 1);
});
document.addEventListener('pointerup', () => {
  if (!drag?.ghost) return;
  dropped = drag.link;
  location.assign(address(drag.slot));
  end();
});
document.addEventListener('keydown', (event) => event.key === 'Escape' && end());
document.addEventListener('pointercancel', end);
// A click of its own takes an hour; Enter on the link (detail 0) takes the whole gap.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.gap a');
  if (dropped && dropped === link) return event.preventDefault();
  if (!drag || drag.link !== link || event.detail === 0 || event.metaKey || event.ctrlKey) return;
  event.preventDefault();
  const slot = picked(link, drag.first, 4);
  drag = undefined;
  location.assign(address(slot));
});

function ghost({ track, link }) {
  document.body.dataset.dragging = '';
  const item = track.appendChild(Object.assign(document.createElement('li'), { className: 'gap picked ghost' }));
  item.append(link.cloneNode(false));
  return item;
}
function show(first, count) {
  const gap = drag.link.closest('li');
  const from = Math.max(first, at(gap));
  const length = Math.max(1, Math.min(first + count, at(gap) + lasts(gap)) - from);
  drag.slot = picked(drag.link, from, length);
  put(drag.ghost, from, length);
  drag.ghost.firstChild.textContent = `${time(drag.slot.from)}–${time(drag.slot.to)}`;
}

function end() {
  drag?.ghost?.remove();
  delete document.body.dataset.dragging;
  document.dispatchEvent(new CustomEvent('planning:still'));
  drag = undefined;
}
