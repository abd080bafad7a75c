/*
 * Saves input as a draft on the server while people type, so that they find it on another device, as does a colleague
 * who takes the task over. Nothing is stored in this browser. Closing a window with unsaved input asks for
 * confirmation. Changes from two windows are merged, and the end of a session loses no input.
 */
import { submitted, unsaved } from './unsaved.js';
import { words } from './words.js';

const PAUSE = 700;
const RETRY = 5_000;
const BY_A_PERSON = { 'X-Background': 'false' };
const STORED_BY_TASKLIST = 'camunda-form:';

const draftOf = taskId => `/api/tasks/${encodeURIComponent(taskId)}/draft`;

function token() {
  return /(?:^|; )ACM-XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';
}

/** By task: the draft as last read or saved, with its ETag (`tag`) and its values (`fields`). */
const bases = new Map();

/** A field that was never filled in may have no value, or an empty one. */
const value = it => JSON.stringify(it === '' || it === false || it?.length === 0 ? null : (it ?? null));
const same = (one, other) => value(one) === value(other);

/** Returns the form's data. Listeners of `acm.draft.saving` add text that is not a valid value as `{ typed }`. */
function written(form) {
  const fields = form._getSubmitData();
  form._emit('acm.draft.saving', { fields });
  return fields;
}

/** Returns what form-js can show of a draft. Listeners of `acm.draft.showing` restore the rest. */
function shown(form, draft) {
  const fields = structuredClone(draft);
  form._emit('acm.draft.showing', { typed: take(fields, []) });
  return fields;
}

function take(values, path) {
  return Object.entries(values ?? {}).flatMap(([step, it]) => {
    if (it?.typed) {
      values[step] = null;
      return [{ path: [...path, step], text: it.typed }];
    }
    return typeof it === 'object' ? take(it, [...path, step]) : [];
  });
}

const put = (taskId, fields, condition, leaving) =>
  fetch(draftOf(taskId), {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token(), ...BY_A_PERSON, ...condition },
    body: JSON.stringify(fields),
    keepalive: leaving
  }).catch(() => undefined);

/** Returns the task's draft, an empty one if there is none, and undefined if the request fails. */
async function read(taskId) {
  const kept = await fetch(draftOf(taskId), { headers: BY_A_PERSON }).catch(() => undefined);
  if (kept?.status === 404) {
    return { fields: {} };
  }
  return kept?.ok ? { tag: kept.headers.get('ETag'), fields: (await kept.json()).fields } : undefined;
}

/** Saves drafts one at a time, since each replaces the one before. */
let saved = Promise.resolve();
const save = taskId => (saved = saved.then(() => saveNow(taskId)));

async function saveNow(taskId) {
  const draft = unsaved.get(taskId);
  if (!draft) {
    return;
  }
  clearTimeout(draft.timer);
  const { data, status } = draft;
  const base = bases.get(taskId) ?? {};
  const kept = await put(taskId, data, base.tag ? { 'If-Match': base.tag } : { 'If-None-Match': '*' }, false);
  if (kept?.ok) {
    bases.set(taskId, { ...base, tag: kept.headers.get('ETag'), fields: data });
  }
  if (unsaved.get(taskId) !== draft) {
    return;
  }
  if (kept?.ok) {
    unsaved.delete(taskId);
    status.textContent = base.merged ? words.draftMerged : words.draftSaved;
    if (status.dataset.waits) {
      // The person has logged in again in another window: use that session.
      window.location.reload();
    }
  } else if (kept?.status === 412 && (await merge(taskId, draft))) {
    await saveNow(taskId);
  } else if ([404, 409].includes(kept?.status)) {
    // The task was completed or reassigned, and accepts no drafts any more.
    unsaved.delete(taskId);
    status.textContent = '';
  } else {
    sayUnsaved(status, kept?.status === 401);
    draft.timer = setTimeout(save, RETRY, taskId);
  }
}

/** Merges the changes of a draft that another window has saved, except in fields that were changed here, too. */
async function merge(taskId, { form, status, data }) {
  const there = await read(taskId);
  if (there) {
    const { fields: base = {} } = bases.get(taskId) ?? {};
    const theirs = Object.entries(there.fields).filter(
      ([field, theirValue]) => !same(theirValue, base[field]) && same(data[field], base[field])
    );
    const news = Object.fromEntries(theirs);
    bases.set(taskId, { ...there, merged: true });
    unsaved.set(taskId, { form, status, data: { ...data, ...news } });
    form._setState({ data: { ...form._getState().data, ...shown(form, news) } });
  }
  return there;
}

function sayUnsaved(status, isLoggedOut) {
  if (!isLoggedOut) {
    status.textContent = words.draftUnsaved;
  } else if (!status.dataset.waits) {
    status.dataset.waits = 'for a login';
    const login = { href: '/login?ended', target: '_blank', textContent: words.logIn };
    status.replaceChildren(`${words.sessionEnded} `, Object.assign(document.createElement('a'), login));
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
// The page is closing, so changes from another window can no longer be shown.
window.addEventListener('pagehide', () => unsaved.forEach(({ data }, taskId) => put(taskId, data, {}, true)));

export default async function change(form, { data, scope }) {
  const taskId = scope?.params?.taskId;
  if (!taskId) {
    return data;
  }
  await save(taskId);
  if (!unsaved.has(taskId)) {
    bases.delete(taskId);
  }
  const status = document.createElement('p');
  status.className = 'acm-draft';
  status.setAttribute('role', 'status');
  form._container.parentElement.append(status);

  // Restoring a draft is not a change.
  const isNew = fields => {
    const { fields: base } = bases.get(taskId) ?? {};
    return unsaved.has(taskId) || !base || Object.keys(fields).some(field => !same(fields[field], base[field]));
  };

  const keep = () =>
    // After form-js has stored the value.
    queueMicrotask(() => {
      const fields = written(form);
      if (status.isConnected && isNew(fields)) {
        clearTimeout(unsaved.get(taskId)?.timer);
        if (!status.dataset.waits) {
          status.textContent = bases.get(taskId)?.merged ? words.draftMerged : '';
        }
        unsaved.set(taskId, { form, status, data: fields, timer: setTimeout(save, PAUSE, taskId) });
      }
    });
  form.on('field.updated', keep);
  // Showing the form of an unclaimed task fires input events, too.
  form.on('acm.typed', () => {
    if (bases.has(taskId)) {
      keep();
    }
  });
  // Completing a task deletes its draft; if that fails, the draft is saved.
  form.on('submit', ({ errors }) => {
    Object.assign(submitted, { taskId, name: document.querySelector('.task-details h2.task')?.textContent.trim() });
    const draft = unsaved.get(taskId);
    if (draft && !Object.keys(errors).length) {
      clearTimeout(draft.timer);
      draft.timer = setTimeout(save, RETRY, taskId);
      const stopListening = scope.$root.$on('tasks.changed', () => {
        stopListening();
        clearTimeout(draft.timer);
        unsaved.delete(taskId);
      });
    }
  });

  // As the form shows it, with the values that it has without a draft.
  const goOnFrom = (tag, fields) => bases.has(taskId) || bases.set(taskId, { tag, fields });

  // Only the assignee may read the draft.
  if (!scope.options.disableForm) {
    const { tag, fields } = (await read(taskId)) ?? { fields: {} };
    goOnFrom(tag, { ...data, ...fields });
    const waiting = unsaved.get(taskId);
    if (waiting) {
      // It could not be saved yet, and is newer than the draft on the server.
      Object.assign(waiting, { form, status });
      return { ...data, ...shown(form, waiting.data) };
    }
    return { ...data, ...shown(form, fields) };
  }
  const claimed = scope.$watch('options.disableForm', async disabled => {
    if (!disabled) {
      claimed();
      const { tag, fields } = (await read(taskId)) ?? { fields: {} };
      // Rendering the form again would lose current input.
      if (Object.keys(fields).length) {
        form._setState({ data: { ...form._getState().data, ...shown(form, fields) } });
      }
      goOnFrom(tag, { ...form._getState().data, ...fields });
    }
  });
  return data;
}
