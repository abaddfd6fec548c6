// Counts down what ends soon, such as a slot that is kept; what is over says so. Counted from when it came: clocks differ.
const ends = new WeakMap();
const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function tick() {
  document.querySelectorAll('[data-seconds]').forEach((box) => {
    if (!ends.has(box)) ends.set(box, performance.now() + box.dataset.seconds * 1000);
    const left = Math.ceil((ends.get(box) - performance.now()) / 1000);
    if (left <= 0) return over(box);
    const shown = box.querySelector('[data-left]');
    if (shown) shown.textContent = written(left);
  });
}

function over(box) {
  const text = box.querySelector('span');
  if (box.dataset.over && text) text.textContent = box.dataset.over;
  box.removeAttribute('data-seconds');
}

setInterval(tick, 1000);
