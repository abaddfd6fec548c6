// Says what changed, and lets a gap that was taken under somebody's finger keep the focus until they go.
import { announce } from './announce.js';

const words = () => document.querySelector('[data-said-placed]')?.dataset ?? {};
const KINDS = {
  'booking.placed': 'saidPlaced', 'booking.cancelled': 'saidFreed', 'booking.moved': 'saidChanged',
  'booking.extended': 'saidChanged', 'booking.returned': 'saidFreed', 'booking.released': 'saidFreed',
};

export function say(track, kind, block) {
  const sentence = words()[KINDS[kind]];
  const name = track.closest('.row')?.querySelector('h3')?.textContent ?? document.querySelector('h1').textContent;
  const when = block?.querySelector('.when')?.textContent ?? '';
  if (sentence) announce(sentence.replace('{resource}', name).replace(' {range}', when && ` ${when}`));
}

export function keep(item) {
  if (!item.matches('.gap')) return item.remove();
  item.classList.add('taken-away');
  const link = item.querySelector('a');
  link.setAttribute('aria-disabled', 'true');
  link.addEventListener('click', (event) => event.preventDefault());
  link.addEventListener('blur', () => item.remove(), { once: true });
  announce(words().saidGone);
}
