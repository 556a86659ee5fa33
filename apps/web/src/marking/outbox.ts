import { uuid } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import {
  arrived,
  comeBack,
  freshDraft,
  isSettled,
  refusedAsChanged,
  takeOff,
  unsentCount,
  withNews,
  type FormDraft,
  type OthersValue,
} from './form-draft.js';
import type { Form } from './types.js';

/** A form this device holds: its draft, and how sending it stands. */
export interface HeldForm {
  eventId: string;
  /** `焊接 · B2 · 7K3-Q`: to be named on other pages. */
  title: string;
  draft: FormDraft;
  saving: 'saved' | 'unsaved' | 'sending' | 'offline' | 'refused';
  savedAt: string | null;
  /** Why the server will not have it, until the judge does something about it. */
  problem: Problem | null;
}

/** Taps in quick succession travel together. */
const gatherMs = 250;
const retryMsMax = 20_000;

/**
 * Keeps what judges tapped on this device and brings it to the server. Every tap is written to the device's storage
 * before anything else happens, survives a reload, and is sent until the server has it: again after a lost network, by
 * the same key, so that it is saved once. No service worker and no secure origin is needed: venues speak plain HTTP.
 */
export class Outbox {
  private readonly held = new Map<string, HeldForm>();
  private readonly listeners = new Set<() => void>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly failures = new Map<string, number>();
  private readonly busy = new Set<string>();
  /** Pages that want sending now. */
  private active = 0;
  /** False when the device refuses storage: then a reload would lose what is not sent. */
  keeps = true;

  /** What is stored belongs to the account that tapped it; another account on the same tablet never sends it. */
  constructor(private readonly accountId: string) {
    for (const [key, text] of stored()) {
      if (!key.startsWith(this.prefix)) continue;
      try {
        const form = JSON.parse(text) as HeldForm;
        this.held.set(form.draft.formId, { ...form, saving: 'unsaved', problem: null });
      } catch {
        // Unreadable: written by another version; there is nothing to send in it.
        localStorage.removeItem(key);
      }
    }
  }

  /** Sends from now on, also what was left by an earlier visit; until told to stop. */
  start(): () => void {
    this.active += 1;
    const wake = () => this.sendAll();
    globalThis.addEventListener('online', wake);
    globalThis.addEventListener('focus', wake);
    this.sendAll();
    return () => {
      this.active -= 1;
      globalThis.removeEventListener('online', wake);
      globalThis.removeEventListener('focus', wake);
      if (this.active > 0) return;
      for (const timer of this.timers.values()) clearTimeout(timer);
      this.timers.clear();
    };
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get = (formId: string): HeldForm | undefined => this.held.get(formId);

  /** Forms with something the server does not have yet. */
  unsent(): HeldForm[] {
    return [...this.held.values()].filter(({ draft }) => !isSettled(draft));
  }

  /** Takes a form as the server gave it; what was tapped here and is not sent stays. */
  open(form: Form): void {
    const known = this.held.get(form.id);
    const title = `${form.skillName} · ${form.subCriterion.code} · ${form.workCode}`;
    if (!known || (isSettled(known.draft) && form.revision >= known.draft.revision)) {
      const draft = freshDraft(form.id, form.revision, form.values);
      const latest = form.values.reduce<string | null>(
        (at, value) => (at && at > value.at ? at : value.at),
        null,
      );
      this.put({ eventId: form.eventId, title, draft, saving: 'saved', savedAt: latest, problem: null });
    } else {
      this.put({ ...known, title });
      this.sendSoon(form.id, 0);
    }
  }

  /** Applies a tap: kept at once, sent a moment later. */
  change(formId: string, tap: (draft: FormDraft) => FormDraft): void {
    const form = this.held.get(formId);
    if (!form) return;
    const draft = tap(form.draft);
    if (draft === form.draft) return;
    this.put({ ...form, draft, problem: null, saving: unsentCount(draft) > 0 ? 'unsaved' : form.saving });
    this.sendSoon(formId, gatherMs);
  }

  /** News of other tablets. */
  hear(formId: string, revision: number, changes: readonly OthersValue[]): void {
    const form = this.held.get(formId);
    if (form) this.put({ ...form, draft: withNews(form.draft, revision, changes) });
  }

  /** Gives up what was tapped here and not saved; the judge said so. */
  discard(formId: string): void {
    this.held.delete(formId);
    this.store(formId, null);
    this.tell();
  }

  sendAll(): void {
    for (const { draft } of this.unsent()) this.sendSoon(draft.formId, 0);
  }

  private get isActive(): boolean {
    return this.active > 0;
  }

  private sendSoon(formId: string, afterMs: number): void {
    if (!this.isActive) return;
    clearTimeout(this.timers.get(formId));
    this.timers.set(
      formId,
      setTimeout(() => void this.send(formId), afterMs),
    );
  }

  /** Brings what waits to the server, one save after another; the next try is set when the network is gone. */
  private async send(formId: string): Promise<void> {
    if (this.busy.has(formId) || !this.isActive) return;
    this.busy.add(formId);
    try {
      while (this.isActive) {
        const form = this.held.get(formId);
        const draft = form && takeOff(form.draft, uuid());
        if (!form || !draft?.sending) break;
        // Written down with its key first: after a crash the same save is sent again, and counts once.
        this.put({ ...form, draft, saving: 'sending' });
        if (!(await this.sendOne(formId, form.eventId, draft.sending))) break;
      }
    } finally {
      this.busy.delete(formId);
    }
  }

  /** Whether there is reason to go on with the next save. */
  private async sendOne(
    formId: string,
    eventId: string,
    body: NonNullable<FormDraft['sending']>,
  ): Promise<boolean> {
    try {
      const params = { path: { eventId, formId } };
      const reply = await take(api.PUT('/api/v1/events/{eventId}/forms/{formId}/marks', { params, body }));
      this.failures.delete(formId);
      this.settle(formId, (draft) => arrived(draft, reply.revision, reply.merged), reply.savedAt);
      return true;
    } catch (thrown) {
      const problem = asProblem(thrown);
      const { status, code, extra } = problem;
      if (code === 'judging.form-changed') {
        const { revision, current } = extra as { revision: number; current: OthersValue[] };
        this.settle(formId, (draft) => refusedAsChanged(draft, revision, current), null);
        return true;
      }
      const isPassing =
        problem.isOffline || status === 0 || status === 429 || status >= 500 || problem.isSignedOut;
      const form = this.held.get(formId);
      if (!form) return false;
      if (isPassing) {
        const failures = (this.failures.get(formId) ?? 0) + 1;
        this.failures.set(formId, failures);
        this.put({ ...form, saving: 'offline' });
        const wait =
          (problem.retryAfterSeconds ?? 0) * 1000 || Math.min(retryMsMax, 1000 * 2 ** (failures - 1));
        this.sendSoon(formId, wait * (0.75 + Math.random() / 2));
      } else {
        this.put({ ...form, draft: comeBack(form.draft), saving: 'refused', problem });
      }
      return false;
    }
  }

  private settle(formId: string, answer: (draft: FormDraft) => FormDraft, savedAt: string | null): void {
    const form = this.held.get(formId);
    if (!form) return;
    const draft = answer(form.draft);
    const saving = unsentCount(draft) > 0 ? 'unsaved' : 'saved';
    this.put({ ...form, draft, saving, savedAt: savedAt ?? form.savedAt, problem: null });
  }

  private put(form: HeldForm): void {
    this.held.set(form.draft.formId, form);
    this.store(form.draft.formId, isSettled(form.draft) ? null : form);
    this.tell();
  }

  private store(formId: string, form: HeldForm | null): void {
    try {
      const key = this.prefix + formId;
      if (form) localStorage.setItem(key, JSON.stringify({ ...form, problem: null }));
      else localStorage.removeItem(key);
      this.keeps = true;
    } catch {
      this.keeps = form === null;
    }
  }

  private get prefix(): string {
    return `luban.marks.${this.accountId}.`;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function stored(): [key: string, text: string][] {
  try {
    return Object.entries(localStorage).map(([key, text]) => [key, String(text)]);
  } catch {
    return [];
  }
}

const outboxes = new Map<string, Outbox>();

/** The outbox of an account on this device. */
export function outboxOf(accountId: string): Outbox {
  const known = outboxes.get(accountId) ?? new Outbox(accountId);
  outboxes.set(accountId, known);
  return known;
}
