// Puts what changed into the rows that are open: the booking itself, the gaps and counts. Nothing scrolls, reorders or loses
// the focus; while something is dragged, changes wait.
import { placed } from './planning-placed.js';
import { keep, say } from './planning-said.js';

const waiting = []; // while something is dragged
document.addEventListener('live', ({ detail }) => {
  if (!detail.topic.startsWith('planning:') || !detail.html) return;
  if ('dragging' in document.body.dataset) waiting.push(detail);
  else apply(detail);
});
document.addEventListener('planning:still', () => waiting.splice(0).forEach(apply));

function apply(message) {
  const booking = message.data.booking?.id ?? '';
  for (const row of document.createRange().createContextualFragment(message.html).children) {
    const track = document.querySelector(`ol[data-resource="${row.dataset.row}"][data-day="${row.dataset.day}"]`);
    if (track) renew(track, row, booking, message.kind);
  }
  for (const { booking: moved, resource, lane } of message.data.lanes ?? []) {
    const item = document.querySelector(`ol[data-resource="${resource}"] li.lane[data-booking="${moved}"]`);
    if (item) item.className = item.className.replace(/\blane-\d+\b/, `lane-${lane}`);
  }
}

function renew(track, row, booking, kind) {
  const old = [...track.children].filter((item) => !item.matches('.now-line') && [undefined, booking].includes(item.dataset.booking));
  const fresh = [...row.querySelectorAll('li')].map((item) => placed(item, track)).filter(Boolean);
  for (const item of old) {
    const same = fresh.findIndex((other) => other.isEqualNode(cool(item)));
    if (same >= 0) fresh.splice(same, 1);
    else if (item.contains(document.activeElement)) keep(item);
    else item.remove();
  }
  for (const item of fresh) {
    if (item.matches('.block, .lane')) item.classList.add('fresh');
    track.insertBefore(item, [...track.children].find((other) => from(other) > from(item)) ?? null);
  }
  const state = track.closest('.row')?.querySelector('.phone');
  if (state) state.replaceChildren(...row.querySelector('.phone').childNodes);
  say(track, kind, fresh.find((item) => item.matches('.block')));
}

const from = (item) => Number(item.className.match(/\bat-(\d+)/)?.[1]);

function cool(item) {
  const copy = item.cloneNode(true);
  copy.classList.remove('fresh');
  return copy;
}
