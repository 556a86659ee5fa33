import fc from 'fast-check';
import {
  readView,
  viewOf,
  writeView,
  type View,
  type ViewColumn,
} from '../../apps/web/src/parts/table-view.js';

interface Form {
  code: string;
  state: string;
  mark: number | null;
}

const forms: Form[] = [
  { code: '7K3-Q', state: 'signed', mark: 835 },
  { code: '6M1-T', state: 'ready', mark: null },
  { code: '9C4-A', state: 'signed', mark: 1000 },
  { code: '10C-K', state: 'spread', mark: 0 },
];
const columns: ViewColumn<Form>[] = [
  { key: 'code', value: (form) => form.code, text: (form) => form.code },
  {
    key: 'state',
    value: (form) => form.state,
    text: (form) => form.state,
    filterKeys: (form) => [form.state],
  },
  {
    key: 'mark',
    value: (form) => form.mark,
    text: (form) => (form.mark === null ? '–' : (form.mark / 100).toFixed(2)),
  },
];
const everything: View = { search: '', filters: {}, order: null };
const codes = (view: Partial<View>) =>
  viewOf(forms, columns, { ...everything, ...view }).map(({ code }) => code);

describe('what a table shows', () => {
  it('is everything, in the given order, when nothing is asked', () => {
    expect(codes({})).toEqual(['7K3-Q', '6M1-T', '9C4-A', '10C-K']);
  });

  it('needs every word of the search, in any column, as people read it', () => {
    expect(codes({ search: 'c signed' })).toEqual(['9C4-A']);
    expect(codes({ search: '8.35' })).toEqual(['7K3-Q']);
    expect(codes({ search: '835' })).toEqual([]);
  });

  it('keeps rows that answer to one of the chosen keys', () => {
    expect(codes({ filters: { state: ['signed', 'spread'] } })).toEqual(['7K3-Q', '9C4-A', '10C-K']);
  });

  it('orders numbers as numbers, and leaves what is not yet marked last both ways', () => {
    expect(codes({ order: { key: 'mark', down: false } })).toEqual(['10C-K', '7K3-Q', '9C4-A', '6M1-T']);
    expect(codes({ order: { key: 'mark', down: true } })).toEqual(['9C4-A', '7K3-Q', '10C-K', '6M1-T']);
  });

  it('orders texts with numbers in them as people count', () => {
    expect(codes({ order: { key: 'code', down: false } })).toEqual(['6M1-T', '7K3-Q', '9C4-A', '10C-K']);
  });

  it('ignores a filter or an order of a column that is not there', () => {
    expect(codes({ filters: { gone: ['x'] }, order: { key: 'gone', down: true } })).toHaveLength(4);
  });
});

describe('the view in the URL', () => {
  it('comes back as it was written, beside what else stands there', () => {
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const view = fc.record({
      search: fc.string({ maxLength: 12 }),
      filters: fc.dictionary(key, fc.array(key, { minLength: 1, maxLength: 3 }), {
        maxKeys: 3,
        noNullPrototype: true,
      }),
      order: fc.option(fc.record({ key, down: fc.boolean() })),
    });
    fc.assert(
      fc.property(view, fc.constantFrom('', 'forms.'), (wanted, prefix) => {
        const params = writeView(new URLSearchParams('open=f2&other.q=x'), prefix, wanted);
        expect(params.get('open')).toBe('f2');
        expect(params.get('other.q')).toBe('x');
        expect(readView(new URLSearchParams(params.toString()), prefix)).toEqual(wanted);
      }),
    );
  });

  it('leaves no trace of what is not asked', () => {
    const params = writeView(new URLSearchParams('q=a&f.state=x&sort=-mark'), '', everything);
    expect(params.toString()).toBe('');
  });
});
