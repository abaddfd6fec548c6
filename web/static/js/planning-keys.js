// The planning by keyboard, while the focus is in it: arrows, Home, End, page keys, longer and shorter, help.
import { at, lasts, trackOf } from './planning-slots.js';

const items = (track) => [...track.querySelectorAll('li :is(a, .in[tabindex])')].filter((item) => item.checkVisibility());
const tracks = () => [...document.querySelectorAll('ol[data-resource]')].filter((track) => items(track).length > 0);

document.addEventListener('keydown', (event) => {
  const frame = event.target.closest?.('.planning-frame');
  if (!frame || event.ctrlKey || event.metaKey || event.altKey || 'moving' in document.body.dataset) return;
  const done = event.shiftKey ? length(event) : go(event, frame);
  if (done) event.preventDefault();
});

function go(event, frame) {
  const key = event.key;
  if (key === 'PageUp' || key === 'PageDown') return page(key);
  if (key === '?') return help();
  if (!/^(Arrow|Home|End)/.test(key)) return false;
  const track = trackOf(event.target) ?? tracks()[0];
  if (event.target === frame) return focus(items(track)[0]);
  const here = items(track);
  const index = here.indexOf(event.target);
  if (key === 'Home') return focus(here[0]);
  if (key === 'End') return focus(here.at(-1));
  const week = Boolean(track.closest('.week'));
  const along = week ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const step = key === along[0] || (!along.includes(key) && /Left|Up/.test(key)) ? -1 : 1;
  return along.includes(key) ? focus(here[index + step]) : focus(nearest(tracks()[tracks().indexOf(track) + step], event.target));
}

function focus(item) {
  item?.focus();
  return true;
}

// The same time in another row: what lies there, else what is nearest.
function nearest(track, from) {
  const start = at(from.closest('li'));
  const away = (item) => Math.max(0, at(item.closest('li')) - start, start - at(item.closest('li')) - lasts(item.closest('li')) + 1);
  return track && items(track).sort((one, other) => away(one) - away(other))[0];
}

function page(key) {
  document.querySelector(`.day-nav [rel="${key === 'PageUp' ? 'prev' : 'next'}"]`)?.click();
  return true;
}

function help() {
  const keys = document.querySelector('details.keys');
  if (keys) keys.open = !keys.open;
  return Boolean(keys);
}

function length(event) {
  const item = event.target.closest('.gap');
  if (!item || !/^Arrow(Left|Right)$/.test(event.key)) return false;
  document.dispatchEvent(new CustomEvent('planning:length', { detail: { item, step: event.key === 'ArrowRight' ? 1 : -1 } }));
  return true;
}
