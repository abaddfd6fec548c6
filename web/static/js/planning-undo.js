// What was just done can be taken back: a button in the toast, and the key U while the planning has the focus.
import { watch } from './toast.js';

export function undone(booking, sentence) {
  const words = document.querySelector('[data-said-placed]').dataset;
  const toast = Object.assign(document.createElement('div'), { className: 'toast' });
  const form = Object.assign(document.createElement('form'), { method: 'post', action: `/bookings/${booking}/undo` });
  form.append(Object.assign(document.createElement('button'), { className: 'button', textContent: words.saidUndo }));
  toast.append(Object.assign(document.createElement('span'), { textContent: sentence }), form);
  document.getElementById('toasts')?.append(toast);
  watch(toast);
}

document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'u' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.('.planning-frame')) document.querySelector('.toast form')?.requestSubmit();
});
