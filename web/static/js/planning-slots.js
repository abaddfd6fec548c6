// Where things stand on the planning, in quarters of an hour, and the times that they stand for.
export const at = (item) => Number(getComputedStyle(item).getPropertyValue('--at'));
export const lasts = (item) => Number(getComputedStyle(item).getPropertyValue('--for'));

export const trackOf = (element) => element?.closest?.('ol[data-resource]');
const grid = (track) => track.closest('[data-many]');
export const many = (track) => Number(grid(track).dataset.many);
export const edge = (track) => Number(grid(track).dataset.edge);

export function minutes(time) {
  const [hours, rest] = time.split(':').map(Number);
  return hours * 60 + rest;
}

export function time(value) {
  return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
}

// The quarter under the pointer, from 1; along the other axis in a week.
export function quarterAt(track, event) {
  const box = track.getBoundingClientRect();
  const part = track.closest('.week') ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
  return Math.min(many(track), Math.max(1, Math.floor(part * many(track)) + 1));
}

// What a gap offers, from the address of its link.
export function offered(link) {
  const query = new URL(link.href).searchParams;
  return { resource: query.get('resource'), date: query.get('date'), from: minutes(query.get('start')), to: minutes(query.get('end')) };
}

// From a quarter on, so many of them, within what the gap offers; the clock runs from the gap's own start.
export function picked(link, first, count) {
  const offer = offered(link);
  const cell = Math.floor(offer.from / 15) * 15 + (first - at(link.closest('li'))) * 15;
  const from = Math.min(Math.max(cell, offer.from), offer.to - 15);
  return { ...offer, from, to: Math.min(Math.max(cell + count * 15, from + 15), offer.to) };
}

export function address(slot) {
  return `/bookings/new?resource=${slot.resource}&date=${slot.date}&start=${time(slot.from)}&end=${time(slot.to)}`;
}

export function put(item, first, count) {
  item.style.setProperty('--at', first);
  item.style.setProperty('--for', count);
}
