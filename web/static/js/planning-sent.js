// Asks the server to move a booking: done, with a way back; or refused, kindly, with what would be possible.
import { announce } from './announce.js';
import { clock, time, trackOf } from './planning-slots.js';
import { undone } from './planning-undo.js';

const said = () => document.querySelector('[data-said-placed]').dataset;

export async function send(item, { first, count }, giveUp) {
  const track = trackOf(item);
  const [from, to] = [clock(track, first), clock(track, first + count)];
  const slot = { resource: track.dataset.resource, date: track.dataset.day, start: time(from.minutes), end: time(to.minutes) };
  if (from.later) slot['start-later'] = '1';
  if (to.later) slot['end-later'] = '1';
  const answer = await fetch(`/bookings/${item.dataset.booking}/move`, {
    method: 'POST',
    body: new URLSearchParams(slot),
    headers: { 'HX-Request': 'true' },
    redirect: 'manual',
  }).catch(() => undefined);
  if (answer?.type === 'opaqueredirect') kept(item, slot);
  else refused(item, slot, giveUp, answer && (await answer.text()));
}

function kept(item, slot) {
  item.querySelector('.when').textContent = `${slot.start}–${slot.end}`;
  const sentence = said().saidKept.replace('{range}', `${slot.start}–${slot.end}`);
  announce(sentence);
  undone(item.dataset.booking, sentence);
}

function refused(item, slot, giveUp, html) {
  giveUp();
  const dialog = document.createElement('dialog');
  const form = Object.assign(document.createElement('form'), { method: 'post', action: `/bookings/${item.dataset.booking}/move`, className: 'stack' });
  const piece = document.createRange().createContextualFragment(html ?? '');
  if (!piece.querySelector('[data-refused]')) piece.replaceChildren(Object.assign(document.createElement('p'), { textContent: said().saidRefused }));
  const fields = Object.entries(slot).map(([name, value]) => Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'button', textContent: said().saidClose });
  close.dataset.close = '';
  form.append(piece, ...fields, close);
  dialog.append(form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
