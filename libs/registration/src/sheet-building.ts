import type { Said } from '@luban/platform';
import type { SheetColumn, SheetKind, SheetReply } from './sheet.dto.js';
import { sheetCode } from './sheet-code.js';

/** An entry of a skill as sheets need it; `names` and what goes with them only where they may be shown. */
export interface SheetEntry {
  id: string;
  entryNumber: string | null;
  groupName: string;
  teamName: string | null;
  delegationName: string;
  people: { name: string; sex: 'male' | 'female' | null; unit: string | null }[];
}

export interface SheetPlace {
  entryId: string;
  moduleId: string;
  sessionId: string;
  workstationCode: string | null;
  /** The latest check-in for the module. */
  status: string;
  /** Moved since the draw: from where and why, latest first. */
  moves: { from: string; reason: string }[];
}

export interface SheetSession {
  id: string;
  moduleId: string;
  name: string;
  /** Day and time in the event's zone, as shown. */
  when: string;
}

/** Everything that the sheets of a skill are made from. */
export interface SheetFacts {
  eventName: string;
  demo: boolean;
  skill: { code: string; name: string; nameEn: string | null };
  venueName: string | null;
  modules: { id: string; code: string; name: string }[];
  sessions: SheetSession[];
  entries: SheetEntry[];
  places: SheetPlace[];
  draw: { seed: string; inputsHash: string; codeSeedHash: string; at: string; byName: string | null } | null;
  /** Whether names may be shown. */
  named: boolean;
}

/** A table while it is built: null where nothing stands. */
interface BuiltTable {
  title: Said;
  rows: (string | number | null)[][];
}

const said = (zh: string, en: string): Said => ({ zh, en });
const column = (
  zh: string,
  en: string,
  width: number,
  align: SheetColumn['align'] = 'center',
): SheetColumn => ({
  heading: said(zh, en),
  width,
  align,
});

/** 检录表: by session after the draw; before it one list of the skill, with room for what the desk writes. */
export function checkInSheet(facts: SheetFacts): SheetReply {
  const { named } = facts;
  const columns = [
    column('序号', 'No.', 6),
    column('参赛编号', 'Entry', 12),
    column('姓名', 'Name', 18),
    column('性别', 'Sex', 6),
    column('单位', 'Unit', 26, 'left'),
    column('代表队', 'Delegation', 20, 'left'),
    column('组别', 'Group', 10),
    column('赛位号', 'Workstation', 10),
    column('证件核对', 'Identity checked', 10),
    column('检录时间', 'Time', 10),
    column('选手签名', 'Signature', 14),
    column('备注', 'Remarks', 12),
  ];
  const line = (entry: SheetEntry, at: number, place?: SheetPlace) => [
    at + 1,
    entry.entryNumber,
    named ? each(entry, ({ name }) => name) : null,
    named ? each(entry, ({ sex }) => (sex === 'male' ? '男' : sex === 'female' ? '女' : '')) : null,
    named ? [...new Set(entry.people.map(({ unit }) => unit ?? ''))].join('\n') : null,
    entry.delegationName,
    entry.groupName,
    place?.workstationCode ?? null,
    null,
    null,
    null,
    statusWords[place?.status ?? 'entered'] ?? null,
  ];
  const tables = facts.draw
    ? bySession(facts, line)
    : [
        {
          title: said('全部选手（未抽签）', 'All entries (not drawn yet)'),
          rows: facts.entries.map((entry, at) => line(entry, at)),
        },
      ];
  return sheet(
    'check-in',
    said('检录表', 'Check-in sheet'),
    facts,
    columns,
    tables,
    [said('检录员', 'Check-in'), said('现场裁判', 'Floor judge'), said('监督员', 'Supervisor')],
    true,
  );
}

/** 赛位表: who sits where by entry number, without names, for the floor and the door. */
export function workstationSheet(facts: SheetFacts): SheetReply {
  const columns = [
    column('序号', 'No.', 6),
    column('赛位号', 'Workstation', 12),
    column('参赛编号', 'Entry', 16),
    column('组别', 'Group', 14),
    column('开赛时间', 'Began at', 10),
    column('离场时间', 'Left at', 10),
    column('选手签名', 'Signature', 18),
    column('备注', 'Remarks', 24, 'left'),
  ];
  const tables = bySession(facts, (entry, at, place) => [
    at + 1,
    place?.workstationCode ?? null,
    entry.entryNumber,
    entry.groupName,
    null,
    null,
    null,
    [
      statusWords[place?.status ?? ''],
      ...(place?.moves ?? []).map(({ from, reason }) => `由 ${from} 换来：${reason}`),
    ]
      .filter(Boolean)
      .join('；') || null,
  ]);
  return sheet(
    'workstations',
    said('赛位表', 'Workstation sheet'),
    facts,
    columns,
    tables,
    [said('现场裁判', 'Floor judge'), said('裁判长', 'Chief judge'), said('监督员', 'Supervisor')],
    false,
  );
}

/** 抽签登记表: each entry with its session and workstation in each module, and what proves the draw. */
export function drawSheet(facts: SheetFacts): SheetReply {
  const { named, modules } = facts;
  const columns = [
    column('序号', 'No.', 6),
    column('参赛编号', 'Entry', 12),
    ...(named ? [column('姓名', 'Name', 16), column('代表队', 'Delegation', 20, 'left')] : []),
    column('组别', 'Group', 10),
    ...modules.flatMap(({ code }) => [
      column(`${code} 场次`, `${code} session`, 12),
      column(`${code} 赛位`, `${code} workstation`, 10),
    ]),
    column('抽签人签名', 'Signature', 14),
  ];
  const sessionName = new Map(facts.sessions.map(({ id, name }) => [id, name]));
  const placeOf = new Map(facts.places.map((place) => [`${place.entryId} ${place.moduleId}`, place]));
  const rows = [...facts.entries]
    .filter(({ entryNumber }) => entryNumber !== null)
    .sort((a, b) => compare(a.entryNumber, b.entryNumber))
    .map((entry, at) => [
      at + 1,
      entry.entryNumber,
      ...(named ? [each(entry, ({ name }) => name), entry.delegationName] : []),
      entry.groupName,
      ...modules.flatMap(({ id }) => {
        const place = placeOf.get(`${entry.id} ${id}`);
        return [sessionName.get(place?.sessionId ?? '') ?? null, place?.workstationCode ?? null];
      }),
      null,
    ]);
  const notes = facts.draw
    ? [
        said(
          `抽签时间：${facts.draw.at}　操作：${facts.draw.byName ?? '–'}`,
          `Drawn at ${facts.draw.at} by ${facts.draw.byName ?? '–'}`,
        ),
        said(`随机种子：${facts.draw.seed}`, `Seed: ${facts.draw.seed}`),
        said(
          `输入摘要（SHA-256）：${facts.draw.inputsHash}`,
          `Digest of the inputs (SHA-256): ${facts.draw.inputsHash}`,
        ),
        said(
          `加密种子摘要（SHA-256）：${facts.draw.codeSeedHash}`,
          `Digest of the codes' seed (SHA-256): ${facts.draw.codeSeedHash}`,
        ),
      ]
    : [];
  const table = { title: said('抽签结果', 'Outcome of the draw'), rows };
  const signatures = [
    said('抽签主持', 'Drawn by'),
    said('裁判长', 'Chief judge'),
    said('监督员', 'Supervisor'),
  ];
  return sheet('draw', said('抽签登记表', 'Draw register'), facts, columns, [table], signatures, true, notes);
}

/** One table for each session of each module, in order of workstations. */
function bySession(
  facts: SheetFacts,
  line: (entry: SheetEntry, at: number, place: SheetPlace) => (string | number | null)[],
): BuiltTable[] {
  const entries = new Map(facts.entries.map((entry) => [entry.id, entry]));
  const modules = new Map(facts.modules.map((module) => [module.id, module]));
  return facts.sessions.flatMap((session) => {
    const module = modules.get(session.moduleId);
    const here = facts.places.filter(({ sessionId }) => sessionId === session.id);
    if (!module || here.length === 0) return [];
    const rows = here
      .sort((a, b) => compare(a.workstationCode, b.workstationCode))
      .flatMap((place) => {
        const entry = entries.get(place.entryId);
        return entry ? [{ entry, place }] : [];
      })
      .map(({ entry, place }, at) => line(entry, at, place));
    const title = `${module.code} ${module.name} · ${session.name} · ${session.when}`;
    return [{ title: said(title, title), rows }];
  });
}

function sheet(
  kind: SheetKind,
  title: Said,
  facts: SheetFacts,
  columns: SheetColumn[],
  tables: BuiltTable[],
  signatures: Said[],
  landscape: boolean,
  notes: Said[] = [],
): SheetReply {
  const mark =
    facts.demo && !facts.eventName.includes('演示')
      ? { zh: '（演示数据）', en: ' (demo data)' }
      : { zh: '', en: '' };
  const { code, name, nameEn } = facts.skill;
  const shown = {
    kind,
    title,
    subtitles: [
      said(`${facts.eventName}${mark.zh}`, `${facts.eventName}${mark.en}`),
      said(
        `${code} ${name}${facts.venueName ? `　${facts.venueName}` : ''}`,
        `${code} ${nameEn ?? name}${facts.venueName ? ` · ${facts.venueName}` : ''}`,
      ),
    ],
    columns,
    tables: tables.map((table) => ({
      ...table,
      rows: table.rows.map((cells) => cells.map((cell) => String(cell ?? ''))),
    })),
    signatures,
    notes,
    landscape,
  };
  return { ...shown, versionCode: sheetCode(shown) };
}

const statusWords: Record<string, string> = {
  absent: '缺考',
  withdrawn: '弃权',
  retired: '中途退赛',
  disqualified: '取消成绩',
};

const each = ({ people }: SheetEntry, of: (person: SheetEntry['people'][number]) => string): string =>
  people.map(of).join('\n');

const compare = (a: string | null, b: string | null): number =>
  (a ?? '~').localeCompare(b ?? '~', 'en', { numeric: true });
