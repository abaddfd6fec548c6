// Counts down what ends soon: a slot that is kept, an act that can be undone. What is over says so, or goes.
const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function tick() {
  document.querySelectorAll('[data-until]').forEach((box) => {
    const left = Math.ceil((Date.parse(box.dataset.until) - Date.now()) / 1000);
    if (left <= 0) return over(box);
    const shown = box.querySelector('[data-left]');
    if (shown) shown.textContent = written(left);
  });
}

function over(box) {
  const text = box.querySelector('span');
  if (box.dataset.over && text) text.textContent = box.dataset.over;
  box.removeAttribute('data-until');
}

setInterval(tick, 1000);
