// Where things stand on the planning, in quarters of an hour, and the times that they stand for.
export const at = (item) => Number(getComputedStyle(item).getPropertyValue('--at'));
export const lasts = (item) => Number(getComputedStyle(item).getPropertyValue('--for'));

export const trackOf = (element) => element?.closest?.('ol[data-resource]');
const grid = (track) => track.closest('[data-many]');
export const many = (track) => Number(grid(track).dataset.many);
export const edge = (track) => Number(track.dataset.edge ?? grid(track).dataset.edge);

function minutes(time) {
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

// What the clock on the wall shows where a quarter begins: on the day on which it is turned, not what has passed since midnight.
export function clock(track, quarter) {
  const [since, turn, by] = [edge(track) + quarter - 1, Number(track.dataset.turn ?? Infinity), Number(track.dataset.turned ?? 0)];
  return { minutes: since * 15 + (since >= turn ? by : 0), later: since >= turn && since * 15 < turn * 15 - by };
}

// What a gap offers, from the address of its link.
export function offered(link) {
  const query = new URL(link.href).searchParams;
  const [from, to] = [minutes(query.get('start')), minutes(query.get('end'))];
  return { resource: query.get('resource'), date: query.get('date'), from, to, startLater: query.has('start-later'), endLater: query.has('end-later') };
}

// From a quarter on, so many of them, within what is shown of the gap; at its own ends, its own times.
export function picked(link, first, count) {
  const [offer, track, gap] = [offered(link), trackOf(link), link.closest('li')];
  const [begin, end] = [Math.max(first, at(gap)), Math.min(first + count, at(gap) + lasts(gap))];
  const [from, to] = [clock(track, begin), clock(track, end)];
  const slot = { ...offer };
  if (begin > at(gap) || from.minutes > offer.from) Object.assign(slot, { from: from.minutes, startLater: from.later });
  if (end < at(gap) + lasts(gap) || to.minutes < offer.to) Object.assign(slot, { to: to.minutes, endLater: to.later });
  return slot;
}

export function address({ resource, date, from, to, startLater, endLater }) {
  const later = (startLater ? '&start-later=1' : '') + (endLater ? '&end-later=1' : '');
  return `/bookings/new?resource=${resource}&date=${date}&start=${time(from)}&end=${time(to)}${later}`;
}

export function put(item, first, count) {
  item.style.setProperty('--at', first);
  item.style.setProperty('--for', count);
}
