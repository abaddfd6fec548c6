// A form is sent once: the button that was pressed says that it is at work until the answer is there.
const sending = new WeakSet();

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) return;
  if (sending.has(form)) return event.preventDefault();
  sending.add(form);
  event.submitter?.setAttribute('aria-busy', 'true');
  setTimeout(() => release(form), 8000);
});

function release(form) {
  sending.delete(form);
  form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
}

window.addEventListener('pageshow', () => document.querySelectorAll('form').forEach(release));
document.addEventListener('htmx:afterRequest', () => document.querySelectorAll('form').forEach(release));
