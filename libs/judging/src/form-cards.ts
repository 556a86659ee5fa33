import { Injectable } from '@nestjs/common';
import { Clock } from '@luban/platform';
import { DataSource } from 'typeorm';
import type { AspectCard } from './entered-value.js';
import type { MarkingRules } from './form-standing.js';

/** What saving needs to know of a form before it looks at the form itself. */
export interface FormCard {
  skillId: string;
  /** By id. The scheme in force is never edited, so neither are these. */
  aspects: ReadonlyMap<string, AspectCard>;
  rules: MarkingRules;
}

interface CardRow {
  eventId: string;
  formId: string;
  skillId: string;
  subCriterionId: string;
}

/** A skill's policy may still be changed: its rules are asked for again after this time. */
const rulesForMs = 5_000;
const formsMax = 200_000;

/**
 * Remembers what never changes about forms, so that a save costs one round trip. Who sits on a form, whether it is
 * open and where it stands is *not* remembered: the saving statement looks itself. Forms asked for in one tick are
 * looked up in one query.
 */
@Injectable()
export class FormCards {
  private readonly forms = new Map<string, CardRow>();
  private readonly aspects = new Map<string, Promise<ReadonlyMap<string, AspectCard>>>();
  private readonly rules = new Map<string, { at: number; rules: Promise<MarkingRules> }>();
  private wanted: { eventId: string; formId: string }[] = [];
  private looking: Promise<void> | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The card, or null where there is no such form. */
  async of(eventId: string, formId: string): Promise<FormCard | null> {
    const key = `${eventId} ${formId}`;
    if (!this.forms.has(key)) await this.lookUp(eventId, formId);
    const row = this.forms.get(key);
    if (!row) return null;
    const [aspects, rules] = await Promise.all([
      this.aspectsOf(eventId, row.subCriterionId),
      this.rulesOf(eventId, row.skillId),
    ]);
    return { skillId: row.skillId, aspects, rules };
  }

  private lookUp(eventId: string, formId: string): Promise<void> {
    this.wanted.push({ eventId, formId });
    this.looking ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      const wanted = this.wanted;
      this.wanted = [];
      this.looking = undefined;
      return this.load(wanted);
    });
    return this.looking;
  }

  private async load(wanted: { eventId: string; formId: string }[]): Promise<void> {
    const rows: CardRow[] = await this.db.query(
      `SELECT f.event_id AS "eventId", f.id AS "formId", f.skill_id AS "skillId", f.sub_criterion_id AS "subCriterionId"
       FROM unnest($1::uuid[], $2::uuid[]) AS w(event_id, form_id)
       JOIN marking_form f ON f.event_id = w.event_id AND f.id = w.form_id`,
      [wanted.map(({ eventId }) => eventId), wanted.map(({ formId }) => formId)],
    );
    if (this.forms.size + rows.length > formsMax) this.forms.clear();
    for (const row of rows) this.forms.set(`${row.eventId} ${row.formId}`, row);
  }

  private aspectsOf(eventId: string, subCriterionId: string): Promise<ReadonlyMap<string, AspectCard>> {
    return remembered(this.aspects, subCriterionId, async () => {
      const rows: AspectCard[] = await this.db.query(
        `SELECT id, code, kind, max_hundredths AS "maxHundredths", calculation
         FROM aspect WHERE event_id = $1 AND sub_criterion_id = $2 ORDER BY position`,
        [eventId, subCriterionId],
      );
      return new Map(rows.map((row) => [row.id, row]));
    });
  }

  private rulesOf(eventId: string, skillId: string): Promise<MarkingRules> {
    const now = this.clock.now().getTime();
    const known = this.rules.get(skillId);
    if (known && now - known.at < rulesForMs && now >= known.at) return known.rules;
    const rules = this.loadRules(eventId, skillId);
    this.rules.set(skillId, { at: now, rules });
    rules.catch(() => this.rules.delete(skillId));
    return rules;
  }

  private async loadRules(eventId: string, skillId: string): Promise<MarkingRules> {
    const rows: { rules: MarkingRules }[] = await this.db.query(
      `SELECT jsonb_build_object('judgement', policy -> 'judgement', 'rounding', policy -> 'rounding') AS rules
       FROM skill WHERE event_id = $1 AND id = $2`,
      [eventId, skillId],
    );
    if (!rows[0]) throw new Error(`skill ${skillId} of a form is not there`);
    return rows[0].rules;
  }
}

/** Keeps an answer; a failed one is asked for again. */
function remembered<T>(kept: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const asked = ask();
  kept.set(key, asked);
  asked.catch(() => kept.delete(key));
  return asked;
}
