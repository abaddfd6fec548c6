// Where a live item goes in the row that is open.
import { edge, many } from './planning-slots.js';

// Rendered from midnight on; here from the edge that this page shows, cut where it ends.
export function placed(item, track) {
  const [, start, length] = item.className.match(/at-(\d+) for-(\d+)/).map(Number);
  const first = Math.max(1, start - edge(track));
  const last = Math.min(many(track) + 1, start - edge(track) + length);
  if (last <= first) return undefined;
  if (last - first < length) item.removeAttribute('data-own');
  item.className = item.className.replace(/at-\d+ for-\d+/, `at-${first} for-${last - first}`);
  return track.closest('.week') && item.matches('.lane') ? ofWeek(item) : item;
}

// A week has no lanes: of a pool it shows what is one's own, as a block.
function ofWeek(lane) {
  if (!lane.matches('.mine[data-booking]')) return undefined;
  const place = lane.className.match(/at-\d+ for-\d+/)[0];
  lane.className = `block ${lane.matches('.asked') ? 'pending own' : 'mine'} ${place}`;
  lane.removeAttribute('id');
  return lane;
}
