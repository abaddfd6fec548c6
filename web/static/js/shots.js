// The pictures that were chosen are shown, drawn small: nothing leaves the page before it is sent.
const SIDE = 192;

document.addEventListener('change', (event) => {
  const field = event.target;
  if (!field.dataset?.shots) return;
  const box = document.getElementById(field.dataset.shots);
  const files = [...field.files].filter((file) => file.type.startsWith('image/'));
  Promise.all(files.map(drawn)).then((all) => {
    const shown = all.filter(Boolean);
    box.replaceChildren(...shown);
    box.hidden = shown.length === 0;
  });
});

// The middle of it, as the list shows it; what cannot be read is not shown, and refused in words when it is sent.
async function drawn(file) {
  try {
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE });
    const left = (picture.width - side) / 2;
    const top = (picture.height - side) / 2;
    canvas.getContext('2d').drawImage(picture, left, top, side, side, 0, 0, SIDE, SIDE);
    picture.close();
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', file.name);
    return canvas;
  } catch {
    return null;
  }
}
