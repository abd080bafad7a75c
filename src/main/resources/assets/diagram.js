/*
 * Draws diagrams of processes: those of an engagement with what is done and what is current, where a task that waits
 * for somebody leads to Tasklist; those of the portfolio colored by a figure; those of a draft as they were and as
 * they are, with what was removed, added and changed. Without this script the page says the same in words.
 */
const MARKERS = ['done', 'current', 'removed', 'added', 'changed'];

/** Below this scale the names are illegible; the diagram is then zoomed to where the engagement is. */
const READABLE = 0.5;

for (const legend of document.querySelectorAll('[data-needs-script]')) {
  legend.hidden = false;
}

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
    throw new Error(`Loading the model failed with status ${answer.status}`);
  }
  const viewer = new window.BpmnJS({ container: box });
  await viewer.importXML(await answer.text());
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const mark = (ids, marker) =>
    (ids ?? '')
      .split(' ')
      // A marker of the process itself would color all that is in it.
      .filter(id => elements.get(id)?.parent)
      .forEach(id => canvas.addMarker(id, marker));
  MARKERS.forEach(marker => mark(box.dataset[marker], marker));
  const tasks = new Map((box.dataset.tasks ?? '').split(' ').map(pair => pair.split('=')));
  mark([...tasks.keys()].join(' '), 'has-task');
  viewer.get('eventBus').on('element.click', ({ element }) => {
    if (tasks.get(element.id)) {
      window.location.assign(`/camunda/app/tasklist/default/#/?task=${tasks.get(element.id)}`);
    }
  });
  heat(box, viewer);
  canvas.zoom('fit-viewport', 'auto');
  const here = elements.get((box.dataset.current ?? '').split(' ').find(id => elements.get(id)));
  if (here && canvas.zoom() < READABLE) {
    const width = box.clientWidth / READABLE;
    const height = box.clientHeight / READABLE;
    canvas.viewbox({
      x: here.x + (here.width - width) / 2,
      y: here.y + (here.height - height) / 2,
      width,
      height
    });
  }
}

/** Colors the steps by the chosen figure and labels them with it. */
function heat(box, viewer) {
  const choice = document.querySelector('[data-heat-choice]');
  if (!choice) {
    return;
  }
  const canvas = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  const overlays = viewer.get('overlays');
  let colored = [];
  const show = () => {
    colored.forEach(([id, marker]) => canvas.removeMarker(id, marker));
    overlays.clear();
    colored = [];
    for (const figure of (box.dataset[choice.querySelector(':checked').value] ?? '').split(';')) {
      const [id, level, label] = figure.split('=');
      if (!elements.get(id)) {
        continue;
      }
      canvas.addMarker(id, `heat-${level}`);
      colored.push([id, `heat-${level}`]);
      const tag = document.createElement('span');
      tag.className = 'heat-label';
      tag.textContent = label;
      overlays.add(id, { position: { top: -12, right: 12 }, html: tag, scale: false });
    }
  };
  choice.addEventListener('change', show);
  show();
}
