import { deflateRawSync } from 'node:zlib';
import type { ApplicationDto } from '@luban/approvals';
import { StandingClock } from '@luban/platform';
import { ensureShippedPacks } from '@luban/rules';
import { docxWith, pdfWith, png, zipOf } from '../support/hostile-files.js';
import { testApp } from '../support/test-app.js';
import {
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  givenWindow,
  wholeStatement,
  zhejiang,
} from '../support/world-approvals.js';
import { givenSignIn } from '../support/world.js';

const clock = new StandingClock(new Date('2026-11-22T08:00:00Z'));
const app = testApp({ worker: false, clock });
const tx = () => app.source.manager;

type Headers = Record<string, string>;
const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Headers,
  payload?: object,
) => app.api.inject({ method, url: `/api/v1${url}`, headers: who, payload });
const at = (version: number): Headers => ({ 'if-match': `"${version}"` });
const upload = (
  id: string,
  who: Headers,
  file: Buffer,
  fileName: string,
  fields: Record<string, string> = {},
) => {
  const line = '----luban';
  const parts = Object.entries({ kind: 'request', ...fields }).map(
    ([name, value]) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file,
    Buffer.from(`\r\n--${line}--\r\n`),
  ]);
  const headers = { ...who, 'content-type': `multipart/form-data; boundary=${line}` };
  return app.api.inject({ method: 'POST', url: `/api/v1/applications/${id}/documents`, headers, payload });
};

let host: Headers;
let stranger: Headers;
let acceptor: Headers;
let bureau: Headers;
/** A draft to which nothing is ever added. */
let target: string;

beforeAll(async () => {
  await ensureShippedPacks(app.source);
  const office = await givenAuthority(tx());
  const province = await givenAuthority(tx(), zhejiang);
  await givenWindow(tx(), clock.now());
  acceptor = await givenSignIn(tx(), office.acceptor);
  bureau = await givenSignIn(tx(), province.reviewer);
  host = await givenSignIn(tx(), (await givenApplicant(tx())).host);
  stranger = await givenSignIn(tx(), (await givenApplicant(tx(), 'association', '中国钢铁工业协会')).host);
  target = (await drafted()).id;
});

const drafted = async (): Promise<ApplicationDto> =>
  (await send('POST', '/applications', host, draftWish())).json<ApplicationDto>();
const whole = async (): Promise<ApplicationDto> => {
  const { id, version } = await drafted();
  const saved = await send('PATCH', `/applications/${id}`, { ...host, ...at(version) }, wholeStatement());
  return saved.json<ApplicationDto>();
};
const ready = async (): Promise<ApplicationDto> => {
  const application = await whole();
  await givenDocuments(tx(), application, clock.now());
  return application;
};

describe('documents', () => {
  it('are kept by their content, sent as downloads that run nothing, and only to those in reach', async () => {
    const { id } = await whole();
    const file = pdfWith();
    const added = await upload(id, host, file, '../../请示\u202E.pdf');
    expect(added.statusCode).toBe(201);
    const [document] = added.json<ApplicationDto>().documents;
    expect(document).toMatchObject({ kind: 'request', fileName: '请示.pdf', sizeBytes: file.length });
    const path = `/applications/${id}/documents/${document?.id}/file`;
    const read = await send('GET', path, host);
    expect(read.rawPayload).toEqual(file);
    expect(read.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('请示.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    for (const who of [stranger, acceptor, bureau])
      expect((await send('GET', path, who)).statusCode).toBe(404);
    const removed = await send('DELETE', `/applications/${id}/documents/${document?.id}`, host);
    expect(removed.json<ApplicationDto>().documents).toEqual([]);
  });

  it('of a submitted version stay', async () => {
    const { id, version } = await ready();
    const { documents } = (await upload(id, host, pdfWith(), '请示.pdf')).json<ApplicationDto>();
    await send('PUT', `/applications/${id}/submission`, { ...host, ...at(version) });
    const late = await send('DELETE', `/applications/${id}/documents/${documents[0]?.id}`, host);
    expect(late.statusCode).toBe(409);
    expect((await upload(id, host, pdfWith(), '后补.pdf')).statusCode).toBe(409);
  });

  const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600, 1)]);
  const macro = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  const bomb = deflateRawSync(Buffer.alloc(120 * 1024 * 1024));
  it.each<[string, Buffer, string, Record<string, string>, string]>([
    ['a program called .pdf', exe, '请示.pdf', {}, 'approvals.document-mismatch'],
    [
      'a web page called .pdf',
      Buffer.from('<html><script>1</script></html>'),
      'a.pdf',
      {},
      'approvals.document-mismatch',
    ],
    ['a picture called .pdf', png(), 'a.pdf', {}, 'approvals.document-mismatch'],
    ['a PDF called .png', pdfWith(), 'a.png', {}, 'approvals.document-mismatch'],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'a.svg',
      {},
      'approvals.document-type',
    ],
    ['a program by its own name', exe, 'a.pdf.exe', {}, 'approvals.document-type'],
    ['a program behind turned letters', exe, 'a\u202Efdp.exe', {}, 'approvals.document-type'],
    ['a name of nothing', pdfWith(), '../..', {}, 'approvals.document-name'],
    ['a spreadsheet as a request', pdfWith(), 'a.xlsx', {}, 'approvals.document-type'],
    ['a PDF without pages', pdfWith({ pages: 0 }), 'a.pdf', {}, 'approvals.document-no-pages'],
    [
      'a PDF that is locked',
      pdfWith({ trailer: '/Encrypt 9 0 R' }),
      'a.pdf',
      {},
      'approvals.document-encrypted',
    ],
    [
      'a PDF that runs',
      pdfWith({ extra: '<</S/JavaScript/JS(app.alert(1))>>' }),
      'a.pdf',
      {},
      'approvals.document-active',
    ],
    [
      'a PDF that runs in disguise',
      pdfWith({ extra: '<</S/J#61vaScript>>' }),
      'a.pdf',
      {},
      'approvals.document-active',
    ],
    [
      'a PDF that starts a program',
      pdfWith({ extra: '<</S/Launch/F(cmd.exe)>>' }),
      'a.pdf',
      {},
      'approvals.document-active',
    ],
    [
      'a PDF that carries a file',
      pdfWith({ extra: '<</Type/EmbeddedFile>>' }),
      'a.pdf',
      {},
      'approvals.document-active',
    ],
    ['a PDF cut off', pdfWith().subarray(0, 80), 'a.pdf', {}, 'approvals.document-broken'],
    [
      'a PDF with an archive behind it',
      Buffer.concat([pdfWith(), zipOf({ 'a.txt': 'a' })]),
      'a.pdf',
      {},
      'approvals.document-polyglot',
    ],
    [
      'a PDF with a page of the web behind it',
      Buffer.concat([pdfWith(), Buffer.from('<script>1</script>')]),
      'a.pdf',
      {},
      'approvals.document-polyglot',
    ],
    [
      'a picture with an archive behind it',
      Buffer.concat([png(), zipOf({ 'a.txt': 'a' })]),
      'a.png',
      {},
      'approvals.document-polyglot',
    ],
    ['a picture cut off', png().subarray(0, 40), 'a.png', {}, 'approvals.document-broken'],
    [
      'a picture of a trillion pixels',
      png(1_000_000, 1_000_000),
      'a.png',
      {},
      'approvals.document-too-many-pixels',
    ],
    [
      'an archive called .docx',
      zipOf({ 'a.txt': 'a' }),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-mismatch',
    ],
    [
      'macros called .docx',
      docxWith({}, macro),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-active',
    ],
    [
      'a .docx with a macro inside',
      docxWith({ 'word/vbaProject.bin': 'x' }),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-active',
    ],
    [
      'a .docx that climbs out',
      docxWith({ '../../evil': 'x' }),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-broken',
    ],
    [
      'a bomb',
      docxWith({ 'word/media/a.bin': { packed: bomb, bytes: 1024 } }),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-bomb',
    ],
    [
      'an old .doc',
      Buffer.from('d0cf11e0a1b11ae100', 'hex'),
      'a.docx',
      { kind: 'implementationPlan' },
      'approvals.document-old-or-encrypted',
    ],
    ['a kind that is none', pdfWith(), 'a.pdf', { kind: 'secret' }, 'platform.invalid'],
  ])('refuse %s', async (_, file, name, fields, code) => {
    const refused = await upload(target, host, file, name, fields);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([400, code]);
  });

  it('take a plain PDF with packed objects, a picture and a plain .docx', async () => {
    const { id } = await drafted();
    const packed = pdfWith({ packed: true });
    expect((await upload(id, host, packed, 'a.pdf')).statusCode).toBe(201);
    expect((await upload(id, host, png(), 'a.png')).statusCode).toBe(201);
    const plan = await upload(id, host, docxWith({}), '方案.docx', { kind: 'implementationPlan' });
    expect(plan.json<ApplicationDto>().documents).toHaveLength(3);
  });

  it('refuse what is larger than 20 MB', async () => {
    const { id } = await drafted();
    const large = await upload(id, host, Buffer.alloc(21 * 1024 * 1024), 'a.pdf');
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({ code: 'platform.file-too-large', params: { megabytes: 20 } });
  });
});

describe('the stamped form', () => {
  it('carries the code of the data, and a scan of older data is refused', async () => {
    const before = await whole();
    const path = `/applications/${before.id}`;
    const printed = await send('GET', `${path}/form.pdf`, host);
    expect(printed.headers['content-type']).toBe('application/pdf');
    expect(printed.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    const itself = await upload(before.id, host, printed.rawPayload, '盖章.pdf', {
      ...{ kind: 'stampedForm', pageCode: before.pageCode },
    });
    expect(itself.json()).toMatchObject({ code: 'approvals.form-not-stamped' });
    const stamp = (pageCode: string) =>
      upload(before.id, host, pdfWith(), '盖章.pdf', { kind: 'stampedForm', pageCode });
    const typed = before.pageCode.toLowerCase().replaceAll('-', ' – ');
    expect((await stamp(typed)).json()).toMatchObject({
      documents: [{ state: 'current', pageCode: before.pageCode }],
    });
    const saved = await send('PATCH', path, { ...host, ...at(before.version) }, { finalTo: '2027-06-15' });
    const after = saved.json<ApplicationDto>();
    expect(after.documents).toMatchObject([{ state: 'outdated' }]);
    const older = await stamp(before.pageCode);
    expect(older.statusCode).toBe(409);
    expect(older.json()).toMatchObject({ code: 'approvals.scan-of-older-version', current: after.pageCode });
    const other = await stamp(`${after.contentVersion}-AAAA-AAAA`);
    expect(other.json()).toMatchObject({ code: 'approvals.scan-of-other-data' });
    expect((await stamp('nonsense')).json()).toMatchObject({ code: 'approvals.page-code-unreadable' });
    expect((await stamp(after.pageCode)).statusCode).toBe(201);
  });
});
