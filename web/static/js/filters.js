// A form of filters sends itself when something in it changes; without scripts it has its button.
document.addEventListener('change', (event) => {
  const form = event.target.closest?.('form[data-autosubmit]');
  if (form) form.requestSubmit();
});
