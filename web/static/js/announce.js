// Says what changed to screen readers: politely, at most one sentence every five seconds, the latest wins; can be paused.
const region = document.getElementById('announcements');
const KEY = 'maillon.quiet';
let waiting = '';
let busy = false;

export function announce(sentence) {
  if (!region || localStorage.getItem(KEY)) return;
  waiting = sentence;
  if (!busy) speak();
}

function speak() {
  busy = waiting !== '';
  if (!busy) return;
  region.textContent = waiting;
  waiting = '';
  setTimeout(speak, 5000);
}

function show(button) {
  button.setAttribute('aria-pressed', String(Boolean(localStorage.getItem(KEY))));
}

for (const button of document.querySelectorAll('[data-quiet]')) {
  button.parentElement.hidden = false;
  show(button);
  button.addEventListener('click', () => {
    if (localStorage.getItem(KEY)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, '1');
    show(button);
  });
}
