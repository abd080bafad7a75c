/*
 * What somebody writes is kept as a draft as they type, on the server: it is there again on another device, and for the
 * colleague who takes the task over. Nothing stays in this browser. A window that closes before the draft is kept asks.
 */
import { words } from './words.js';

const PAUSE = 700;
const RETRY = 5_000;
const STORED_BY_TASKLIST = 'camunda-form:';

const draftOf = taskId => `/api/tasks/${encodeURIComponent(taskId)}/draft`;

function token() {
  return /(?:^|; )ACM-XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

/** By task: what is typed and not kept yet. */
const unsaved = new Map();

async function save(taskId, { leaving = false } = {}) {
  const draft = unsaved.get(taskId);
  if (!draft) {
    return;
  }
  clearTimeout(draft.timer);
  const { data, status } = draft;
  const kept = await fetch(draftOf(taskId), {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify(data),
    keepalive: leaving
  }).catch(() => undefined);
  if (unsaved.get(taskId) !== draft) {
    return;
  }
  // A task that is done, or somebody else's by now, takes no draft any more.
  if (kept?.ok || (kept && [403, 404, 409].includes(kept.status))) {
    unsaved.delete(taskId);
    status.textContent = kept.ok ? words.draftSaved : '';
  } else if (kept?.status === 401) {
    window.location.reload();
  } else {
    status.textContent = words.draftUnsaved;
    draft.timer = setTimeout(save, RETRY, taskId);
  }
}

function keepNothingHere() {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(STORED_BY_TASKLIST))) {
    localStorage.removeItem(key);
  }
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    if (!String(key).startsWith(STORED_BY_TASKLIST)) {
      setItem.call(this, key, value);
    }
  };
}

keepNothingHere();
window.addEventListener('beforeunload', event => unsaved.size && event.preventDefault());
window.addEventListener('pagehide', () => unsaved.forEach((draft, taskId) => save(taskId, { leaving: true })));

async function read(taskId) {
  const kept = await fetch(draftOf(taskId)).catch(() => undefined);
  return kept?.ok ? (await kept.json()).fields : {};
}

export default async function change(form, { data, scope }) {
  const taskId = scope?.params?.taskId;
  if (!taskId) {
    return data;
  }
  await save(taskId);
  const status = document.createElement('p');
  status.className = 'acm-draft';
  status.setAttribute('role', 'status');
  form._container.parentElement.append(status);

  form.on('field.updated', () =>
    // Once the value is in.
    queueMicrotask(() => {
      clearTimeout(unsaved.get(taskId)?.timer);
      status.textContent = '';
      unsaved.set(taskId, { data: form._getSubmitData(), status, timer: setTimeout(save, PAUSE, taskId) });
    })
  );
  // A task that is completed takes its draft along.
  form.on('submit', ({ errors }) => {
    if (!Object.keys(errors).length) {
      clearTimeout(unsaved.get(taskId)?.timer);
      unsaved.delete(taskId);
    }
  });

  // Only whoever has claimed the task may read its draft.
  if (!scope.options.disableForm) {
    return { ...data, ...(await read(taskId)) };
  }
  const claimed = scope.$watch('options.disableForm', async disabled => {
    if (!disabled) {
      claimed();
      const fields = await read(taskId);
      // Rendering the form again would drop what is being typed.
      if (Object.keys(fields).length) {
        form._setState({ data: { ...form._getState().data, ...fields } });
      }
    }
  });
  return data;
}
