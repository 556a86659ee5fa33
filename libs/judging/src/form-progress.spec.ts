import { StandingClock } from '@luban/platform';
import { namedPolicy, type Policy } from '@luban/scoring';
import fc from 'fast-check';
import { testDatabase } from '../../../test/support/test-database.js';
import {
  givenMarking,
  type GivenMarking,
  markingOn,
  type MarkingServices,
} from '../../../test/support/world-marking.js';
import { formProgressSql } from './form-needed.sql.js';
import { formStanding } from './form-standing.js';
import { standingValuesOf } from './marking-form.queries.js';

const database = testDatabase();
let on: MarkingServices;
let world: GivenMarking;
beforeAll(async () => {
  on = await markingOn(database.source, database.url, new StandingClock(new Date('2027-05-12T08:00:00Z')));
  world = await database.source.transaction((tx) => givenMarking(tx, { works: 1 }));
});
database.beforeDrop(() => on.close());

describe('progress counted in the database', () => {
  it('is what scoring says of the form, whatever is entered', async () => {
    const { event, forms, judges, aspects } = world;
    const formId = forms[0]?.id ?? '';
    const value = (choices: string[]) => fc.option(fc.constantFrom(...choices), { nil: null });
    const scores = ['0', '1', '2', '3'];
    const form = fc.tuple(value(['0', '1']), value(['0', '8']), value(scores), value(scores), value(scores));
    let revision = 0;
    await fc.assert(
      fc.asyncProperty(form, async ([measured, counted, ...judged]) => {
        const [judge] = judges;
        if (!judge) throw new Error('there is no judge');
        const values = [
          { aspectId: aspects.measured.id, seat: 0, value: measured },
          { aspectId: aspects.counted.id, seat: 0, value: counted },
          ...judged.map((score, i) => ({ aspectId: aspects.judged.id, seat: i + 1, value: score })),
        ];
        const clientKey = `progress-${revision}`;
        ({ revision } = await on.marks.save(judge, event.id, formId, { clientKey, revision, values }));
        const [counts = { marked: 0, spreads: 0 }] = await database.source.query(
          `WITH forms AS (SELECT * FROM marking_form WHERE event_id = $1), progress AS (${formProgressSql})
           SELECT marked, spreads FROM progress`,
          [event.id],
        );
        const standing = formStanding(
          Object.values(aspects),
          await standingValuesOf(database.source.manager, { eventId: event.id, id: formId }),
          namedPolicy('worldskills-2026') as Policy,
        );
        expect(counts).toEqual({ marked: standing.marked, spreads: standing.spreads.length });
      }),
      { numRuns: 60 },
    );
  });
});
