/*
 * Draws each changed process as it was and as it is, and marks what was removed, added and changed. Without this script
 * the page says the same in words.
 */
const MARKERS = ['removed', 'added', 'changed'];

for (const box of document.querySelectorAll('[data-model]')) {
  const details = box.closest('details');
  const show = () => {
    if (details.open && box.hidden) {
      box.hidden = false;
      draw(box).catch(error => {
        box.hidden = true;
        console.error('The diagram cannot be drawn', error);
      });
    }
  };
  details.addEventListener('toggle', show);
  show();
}

async function draw(box) {
  const answer = await fetch(box.dataset.model);
  if (!answer.ok) {
    throw new Error(`The model answers ${answer.status}`);
  }
  const viewer = new window.BpmnJS({ container: box });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  for (const marker of MARKERS) {
    (box.dataset[marker] ?? '')
      .split(' ')
      // A marker of the process itself would color all that is in it.
      .filter(id => elements.get(id)?.parent)
      .forEach(id => canvas.addMarker(id, marker));
  }
  canvas.zoom('fit-viewport', 'auto');
}
