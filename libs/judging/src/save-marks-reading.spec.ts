import { readSaveMarks } from './save-marks-reading.js';

const aspectId = '0192f0c1-7a52-7cc0-8000-0000000000AB';
const body = { clientKey: 'tablet-1:17', revision: 3, values: [{ aspectId, seat: 1, value: '2' }] };

describe('reading a save', () => {
  it('takes what a tablet sends; a value left out is one taken back', () => {
    const { values } = readSaveMarks({ ...body, values: [...body.values, { aspectId, seat: 2 }] });
    expect(values).toEqual([
      { aspectId: aspectId.toLowerCase(), seat: 1, value: '2' },
      { aspectId: aspectId.toLowerCase(), seat: 2, value: null },
    ]);
  });

  it.each([
    [null, ['clientKey', 'revision', 'values']],
    [{ ...body, clientKey: 'short' }, ['clientKey']],
    [{ ...body, clientKey: '含有中文的保存编号' }, ['clientKey']],
    [{ ...body, revision: -1 }, ['revision']],
    [{ ...body, revision: '3' }, ['revision']],
    [{ ...body, values: [] }, ['values']],
    [{ ...body, values: Array(501).fill(body.values[0]) }, ['values']],
    [{ ...body, extra: 1 }, ['extra']],
    [
      { ...body, values: [{ aspectId: 'x', seat: 1.5, value: 2 }] },
      ['values.0.aspectId', 'values.0.seat', 'values.0.value'],
    ],
    [{ ...body, values: [{ aspectId, seat: 1, value: '2', judge: 'me' }] }, ['values.0']],
  ])('names each fault of %j', (wrong, paths) => {
    let errors: { path: string }[] = [];
    try {
      readSaveMarks(wrong);
    } catch (refused) {
      errors = (refused as { extra: { errors: { path: string }[] } }).extra.errors;
    }
    expect(errors.map(({ path }) => path)).toEqual(paths);
  });
});
