// Lets a toast go after ten seconds, unless somebody points at it or stands in it.
const STAYS = 10000;

export function watch(toast) {
  let timer;
  const start = () => (timer = setTimeout(() => toast.remove(), STAYS));
  const hold = () => clearTimeout(timer);
  for (const name of ['mouseenter', 'focusin']) toast.addEventListener(name, hold);
  for (const name of ['mouseleave', 'focusout']) toast.addEventListener(name, start);
  start();
}

export function toast(sentence) {
  const box = document.createElement('div');
  box.className = 'toast';
  box.append(Object.assign(document.createElement('span'), { textContent: sentence }));
  document.getElementById('toasts')?.append(box);
  watch(box);
}

document.querySelectorAll('.toast').forEach(watch);
