// One WebSocket: subscribes to what the page shows ([data-live="TOPIC TOPIC"]), hands out each message once as a "live"
// event, and after a cut comes back where it was.
import { announce } from './announce.js';

const words = document.getElementById('announcements')?.dataset ?? {};
let socket;
let topics = [];
let last;
let delay = 1000;
let lost = false;
const seen = new Set(); // the topics of the last number: an event may concern several

export function subscribe() {
  const shown = [...document.querySelectorAll('[data-live]')];
  topics = [...new Set(shown.flatMap((element) => element.dataset.live.split(' ')))].filter(Boolean);
  last ??= shown.map((element) => Number(element.dataset.liveAfter)).find((seq) => seq > 0);
  if (topics.length === 0) return;
  if (socket?.readyState === WebSocket.OPEN) ask();
  else if (!socket) open();
}

function open() {
  socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/live');
  socket.addEventListener('open', () => {
    delay = 1000;
    if (lost) announce(words.back);
    lost = false;
    ask();
  });
  socket.addEventListener('message', (event) => receive(JSON.parse(event.data)));
  socket.addEventListener('close', () => {
    socket = undefined;
    if (!lost && delay > 2000) announce(words.lost);
    lost ||= delay > 2000;
    setTimeout(subscribe, delay + Math.random() * 500);
    delay = Math.min(delay * 2, 30000);
  });
}

function ask() {
  const after = seen.size > 0 ? last - 1 : last;
  socket.send(JSON.stringify(last === undefined ? { subscribe: topics } : { subscribe: topics, after }));
}

function receive(message) {
  if (message.reset) return tell('live:reset', message) && location.reload();
  if (message.subscribed) return void (last ??= message.seq);
  if (message.error || message.seq < last || (message.seq === last && (seen.size === 0 || seen.has(message.topic)))) return;
  if (message.seq > last) seen.clear();
  seen.add(message.topic);
  last = message.seq;
  tell('live', message);
}

const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

subscribe();
document.addEventListener('htmx:afterSettle', subscribe);
