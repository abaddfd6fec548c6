// Opens the dialog that a button names ([data-dialog="ID"]); Escape, [data-close] and a click beside it close it.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-dialog]');
  const dialog = opener && document.getElementById(opener.dataset.dialog);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target.closest('dialog [data-close]') || event.target.matches('dialog[open]:not(.shown)')) {
    event.preventDefault();
    event.target.closest('dialog').close();
  }
});
