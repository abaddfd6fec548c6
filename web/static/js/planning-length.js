// Shift and arrows shorten and lengthen what is picked of the gap that has the focus; Enter books just that.
import { announce } from './announce.js';
import { address, at, lasts, offered, picked, put, time } from './planning-slots.js';

const whole = new WeakMap();

document.addEventListener('planning:length', ({ detail: { item, step } }) => {
  const link = item.querySelector('a');
  if (!whole.has(item)) {
    whole.set(item, { href: link.href, first: at(item), most: lasts(item), count: lasts(item) });
    link.addEventListener('blur', () => restore(item, link), { once: true });
  }
  const state = whole.get(item);
  state.count = Math.min(state.most, Math.max(1, state.count + step));
  link.href = state.href;
  put(item, state.first, state.most);
  const slot = picked(link, state.first, state.count);
  link.href = address(slot);
  item.classList.add('picked');
  put(item, state.first, state.count);
  const range = link.querySelector('.range, .phone-range');
  range.textContent = `${time(slot.from)}–${time(slot.to)}`;
  announce(range.textContent);
});

function restore(item, link) {
  const state = whole.get(item);
  whole.delete(item);
  link.href = state.href;
  const slot = offered(link);
  link.querySelector('.range, .phone-range').textContent = `${time(slot.from)}–${time(slot.to)}`;
  item.classList.remove('picked');
  item.style.removeProperty('--at');
  item.style.removeProperty('--for');
}
