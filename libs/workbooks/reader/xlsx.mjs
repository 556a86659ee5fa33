// An .xlsx workbook as plain cells: which parts it has, its texts, its date formats, its sheets (ECMA-376 part 1).
import { isDateFormat } from './dates.mjs';
import { readSheet } from './sheet.mjs';
import { cellText, MAX_CELL_CHARACTERS } from './texts.mjs';
import { Unreadable } from './unreadable.mjs';
import { readXml } from './xml.mjs';
import { openZip, unpack } from './zip.mjs';

/**
 * @param {Buffer} bytes
 * @param {import('../src/read-workbook.js').WorkbookLimits} limits
 * @returns {Promise<{ sheets: object[] }>} shapes: RawSheet in ../src/read-workbook.ts
 */
export async function readXlsx(bytes, limits) {
  refuseOtherFormats(bytes);
  const entries = openZip(bytes, limits);
  const read = async (name, on) => {
    const entry = entries.get(name.toLowerCase());
    if (entry) await readXml(unpack(bytes, entry, limits.maxPartBytes), on);
    return entry !== undefined;
  };
  const workbookName = await findWorkbook(entries, read);
  const workbook = await readWorkbookPart(workbookName, read, limits);
  const parts = await readRelationships(workbookName, read);
  const context = {
    limits,
    date1904: workbook.date1904,
    strings: await readStrings(parts.find((part) => part.type === 'sharedStrings')?.target, read, limits),
    isDate: await readDateStyles(parts.find((part) => part.type === 'styles')?.target, read),
    left: { cells: limits.maxCells, characters: limits.maxCharacters },
  };
  const sheets = [];
  for (const { name, id, hidden } of workbook.sheets) {
    const part = parts.find((each) => each.id === id);
    if (!part || part.type !== 'worksheet') continue; // charts and dialogs hold no cells
    const sheet = await readSheet((on) => read(part.target, on), context);
    if (!sheet) throw new Unreadable('damaged', 'a sheet is missing');
    sheets.push({ name, hidden, ...sheet });
  }
  return { sheets };
}

function refuseOtherFormats(bytes) {
  if (bytes.length === 0) throw new Unreadable('not-a-workbook', 'empty file');
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) {
    // An OLE container: a workbook of Excel 97–2003, or a newer one with a password inside.
    throw new Unreadable(
      bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format',
    );
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0x504b) throw new Unreadable('not-a-workbook');
}

async function findWorkbook(entries, read) {
  const target = (await readRelationships('', read)).find((part) => part.type === 'officeDocument')?.target;
  if (target && /\.bin$/i.test(target)) throw new Unreadable('old-format', 'binary workbook (.xlsb)');
  const name = target ?? 'xl/workbook.xml';
  if (!entries.has(name.toLowerCase())) throw new Unreadable('not-a-workbook', 'no workbook inside');
  return name;
}

async function readWorkbookPart(name, read, limits) {
  const sheets = [];
  let date1904 = false;
  let root;
  await read(name, {
    open(tag, attribute) {
      root ??= tag;
      if (tag === 'workbookPr') date1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
      if (tag !== 'sheet') return;
      if (sheets.length >= limits.maxSheets) throw new Unreadable('too-large', 'too many sheets');
      const hidden = (attribute('state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute('name') ?? '', id: attribute('id') ?? '', hidden });
    },
    text() {},
    close() {},
  });
  if (root !== 'workbook') throw new Unreadable('not-a-workbook', 'no workbook inside');
  return { sheets, date1904 };
}

/** The parts that `owner` names: `xl/workbook.xml` has them in `xl/_rels/workbook.xml.rels`. */
async function readRelationships(owner, read) {
  const slash = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, slash);
  const parts = [];
  await read(`${folder}_rels/${owner.slice(slash)}.rels`, {
    open(tag, attribute) {
      if (tag !== 'Relationship' || attribute('TargetMode') === 'External' || parts.length >= 4096) return;
      const target = attribute('Target') ?? '';
      parts.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1),
        target: target.startsWith('/') ? target.slice(1) : resolvePath(folder + target),
      });
    },
    text() {},
    close() {},
  });
  return parts;
}

function resolvePath(path) {
  const kept = [];
  for (const step of path.split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}

async function readStrings(name, read, limits) {
  const strings = [];
  if (!name) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await read(name, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') inPhonetic = true;
      else if (tag === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > MAX_CELL_CHARACTERS * 7)
        throw new Unreadable('too-large', 'a text longer than a cell may hold');
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') inPhonetic = false;
      else if (tag === 'si') {
        strings.push(cellText(text));
        if (strings.length > limits.maxStrings) throw new Unreadable('too-large', 'too many texts');
      }
    },
  });
  return strings;
}

/** For each cell style whether it shows a date. */
async function readDateStyles(name, read) {
  const codes = new Map();
  const isDate = [];
  let inCellStyles = false;
  if (name)
    await read(name, {
      open(tag, attribute) {
        if (tag === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
        else if (tag === 'cellXfs') inCellStyles = true;
        else if (tag === 'xf' && inCellStyles && isDate.length < 65_536) {
          const id = Number(attribute('numFmtId') ?? 0);
          isDate.push(isDateFormat(id, codes.get(id)));
        }
      },
      text() {},
      close(tag) {
        if (tag === 'cellXfs') inCellStyles = false;
      },
    });
  return isDate;
}
