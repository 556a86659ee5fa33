import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';
import { checkResults } from './check-results.js';
import { Checks } from './checks.js';
import {
  completeRanking,
  decode,
  importTheory,
  publish,
  type Ranking,
  rankingOf,
  ruleOnTies,
  supervisorOf,
} from './closing.js';
import { correct } from './correction.js';
import { type FloorOutcome, runFloor } from './floor.js';
import { CallLog, Person } from './http-client.js';
import { draw, type JudgedSkill, setUpJudging } from './judging-set-up.js';
import { markSkill, type MarkedSkill } from './mark-skill.js';
import { signAll } from './marking.js';
import { refused } from './people.js';
import { skillPlans } from './plan.js';
import { type EnteredDelegation, register, type Registered, stage } from './registering.js';
import { SeededRandom } from './seeded-random.js';
import { registerParties, type SetUpEvent, setUpEvent } from './set-up.js';
import { until } from './until.js';

export interface RehearsalWish {
  url: string;
  scheme: { name: string; bytes: Buffer };
  delegations: number;
  skills: number;
  seed: number;
  admin: { login: string; password: string };
}

/** What the bar shows and the summary counts. */
export interface Progress {
  step(name: string): void;
  of(done: number, total: number): void;
}

export interface RehearsalOutcome {
  checks: Checks;
  counts: Record<string, number>;
  calls: CallLog;
}

/** One competition from its draft to its medals, by its people, over the public HTTP API alone. */
export class Rehearsal {
  readonly checks = new Checks();
  readonly counts: Record<string, number> = {};
  readonly calls = new CallLog();
  private readonly url: URL;
  private readonly agent: Agent;
  private readonly random: SeededRandom;
  private readonly heardByJudges: string[] = [];
  private leaks: string[] = [];
  private readonly openReplies: string[] = [];
  private identities: ReadonlySet<string> = new Set();

  constructor(
    private readonly wish: RehearsalWish,
    private readonly progress: Progress,
  ) {
    this.url = new URL(wish.url);
    const settings = { keepAlive: true, maxSockets: 64 };
    this.agent = this.url.protocol === 'https:' ? new SecureAgent(settings) : new Agent(settings);
    this.random = new SeededRandom(wish.seed);
  }

  async run(): Promise<RehearsalOutcome> {
    const { wish, progress } = this;
    const run = `${wish.seed.toString(36)}-${Date.now().toString(36)}`;
    progress.step('创建赛事 the event');
    const admin = this.person('管理员');
    await admin.signIn(wish.admin.login, wish.admin.password);
    const [startsOn, endsOn] = days();
    const parties = await registerParties(admin, this.person, {
      hostName: `演练主办单位 ${run}`,
      organiserName: `演练承办单位 ${run}`,
      logins: { host: `host-${run}`, organiser: `organiser-${run}` },
    });
    const event = await setUpEvent(
      parties,
      {
        name: `演练赛事 ${run}`,
        startsOn,
        endsOn,
        registrationOpensAt: new Date(Date.now() - 86_400_000).toISOString(),
        registrationClosesAt: new Date(Date.now() + 86_400_000).toISOString(),
      },
      skillPlans(wish.skills),
      wish.delegations,
    );
    progress.step('报名 registration');
    const registered = await register(event, wish.delegations, this.random.branch('people'), this.person);
    this.identities = registered.identities;
    await stage(event.host, event.id, 'preparation');
    progress.step('评分方案、裁判与抽签 schemes, judges, draw');
    const skills = await this.prepare(event, registered.delegations);
    await stage(event.host, event.id, 'competition');
    const marked: MarkedSkill[] = [];
    for (const judged of skills) marked.push(await this.compete(event, judged));
    await this.finish(event, marked, registered);
    this.checkBlindness(registered, marked);
    this.agent.destroy();
    return { checks: this.checks, counts: this.counts, calls: this.calls };
  }

  private readonly person = (name: string): Person => new Person(this.url, this.agent, this.calls, name);

  /** A judge: everything the system tells him is kept in mind, to be searched for identities. */
  private readonly judge = (name: string): Person =>
    new Person(this.url, this.agent, this.calls, name, (path, text) => this.hear(name, path, text));

  private hear(name: string, path: string, text: string): void {
    // What a judge learns of himself and of the event's frame is no secret; his forms are what is coded.
    if (!/\/(my-forms|forms|ranking|desk|sign-off|tie-rulings|progress)/.test(path)) return;
    this.heardByJudges.push(path);
    const coded = withoutOpenWorks(text);
    for (const identity of this.identities)
      if (coded.includes(identity) && this.leaks.length < 20) this.leaks.push(`${name} ${path}: ${identity}`);
    this.openReplies.push(...openParts(text));
  }

  private async prepare(event: SetUpEvent, delegations: EnteredDelegation[]): Promise<JudgedSkill[]> {
    const skills: JudgedSkill[] = [];
    let forms = 0;
    for (const [index, skill] of event.skills.entries()) {
      const judged = await setUpJudging(event, skill, this.wish.scheme, delegations, this.judge);
      forms += await draw(event, judged, delegations.length);
      skills.push(judged);
      this.progress.of(index + 1, event.skills.length);
    }
    this.counts.forms = forms;
    return skills;
  }

  /** The floor, the marking and the signing of one skill. */
  private async compete(event: SetUpEvent, judged: JudgedSkill): Promise<MarkedSkill> {
    const { name } = judged.skill.plan;
    this.progress.step(`检录与比赛 floor · ${name}`);
    const floor = await runFloor(event, judged);
    this.add({
      present: floor.present,
      absent: floor.absent,
      timeRecords: floor.timeRecords,
      moved: floor.moved,
    });
    this.progress.step(`评分 marking · ${name}`);
    const marked = await markSkill(
      event.id,
      judged,
      floor,
      this.random.branch(name),
      this.progress,
      this.checks,
    );
    await refused('results.not-complete', () =>
      judged.chief.put(`/events/${event.id}/skills/${judged.skill.id}/decoding`),
    );
    this.progress.step(`签字与成绩 signing and results · ${name}`);
    this.add({ signOffs: await signAll(event.id, judged) });
    await this.theoryAndTies(event, judged, marked, floor);
    return marked;
  }

  private async theoryAndTies(
    event: SetUpEvent,
    judged: JudgedSkill,
    marked: MarkedSkill,
    floor: FloorOutcome,
  ): Promise<void> {
    if (!marked.ties) {
      if (judged.skill.plan.theory) {
        // Fewer than four free entries cannot show every kind of tie.
        await importTheory(
          event.id,
          judged,
          floor.entryNumbers,
          ['72.00', '80.00'],
          this.random.branch('theory'),
        );
      }
      await completeRanking(event.id, judged);
      return;
    }
    const { theory } = marked.ties;
    let broken = false;
    // Who sat the theory paper under which work code nobody can know: lists are tried until totals meet.
    for (let attempt = 0; attempt < 20 && !broken; attempt += 1) {
      const before = (await rankingOf(event.id, judged)).number;
      await importTheory(
        event.id,
        judged,
        floor.entryNumbers,
        theory,
        this.random.branch(`theory ${attempt}`),
      );
      const latest = await until('the theory marks to count', async () => {
        const next = await rankingOf(event.id, judged);
        return next.complete && next.number > before ? next : null;
      });
      broken = brokenByPractice(latest) && latest.undecided.length > 0;
    }
    this.checks.that(`${judged.skill.plan.name}: a tie is broken by practice`, broken);
    const ruled = await ruleOnTies(event.id, judged);
    this.checks.that(
      `${judged.skill.plan.name}: an undecided tie waits for a ruling`,
      ruled > 0,
      `${ruled} ruled`,
    );
    this.add({ rulings: ruled });
  }

  private async finish(event: SetUpEvent, marked: MarkedSkill[], registered: Registered): Promise<void> {
    this.progress.step('解密 decoding');
    const supervisor = await supervisorOf(event, this.person);
    for (const { judged } of marked) await decode(event.id, judged, supervisor);
    await stage(event.host, event.id, 'results');
    this.progress.step('公示与更正 publication and correction');
    await publish(event, 'provisional');
    await stage(event.host, event.id, 'provisional');
    const first = marked[0];
    if (first) await correct(event, first, this.checks);
    await publish(event, 'final');
    await stage(event.host, event.id, 'final');
    for (const { marked: own } of marked)
      this.add({ formsMarked: own.forms, saves: own.saves, values: own.valueCount });
    this.progress.step('核对 checking');
    await checkResults(event, marked, registered, this.checks, this.counts, this.person('公众'));
  }

  private checkBlindness(registered: Registered, marked: MarkedSkill[]): void {
    this.checks.that(
      `no name, unit or delegation in ${this.heardByJudges.length} replies to judges`,
      this.leaks.length === 0 && this.heardByJudges.length > 0,
      this.leaks.slice(0, 3).join(' | '),
    );
    const codes = marked.flatMap(({ marked: own }) =>
      [...own.values.keys()].filter((label) => workCode.test(label)),
    );
    const joined = this.openReplies.filter((text) => codes.some((code) => text.includes(`"${code}"`)));
    if (this.openReplies.length > 0)
      this.checks.that(
        `no work code beside a maker in ${this.openReplies.length} open forms`,
        joined.length === 0,
        joined[0]?.slice(0, 200),
      );
    this.checks.that('people were registered', registered.competitors > 0 && marked.length > 0);
  }

  private add(counts: Record<string, number>): void {
    for (const [name, count] of Object.entries(counts)) this.counts[name] = (this.counts[name] ?? 0) + count;
  }
}

/** Two entries of one total, told apart without a ruling. */
function brokenByPractice(ranking: Ranking): boolean {
  return ranking.rows.some((row) =>
    ranking.rows.some(
      (other) =>
        other !== row &&
        row.totalHundredths !== null &&
        other.totalHundredths === row.totalHundredths &&
        other.groupId === row.groupId &&
        other.position !== row.position,
    ),
  );
}

/** The two days before today in Beijing: what happened on the floor lies in the past. */
function days(): [string, string] {
  const day = (offset: number) =>
    new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
  return [day(-2), day(-1)];
}

const workCode = /^[2-9A-Z]{3}-[2-9A-Z]$/;

interface JudgeReply {
  subCriterion?: { compatriotMode?: string };
  items?: JudgeReply[];
}

/** A reply without the works that are seen with their makers, where names are no secret. */
function withoutOpenWorks(text: string): string {
  if (!text.includes('"open"')) return text;
  const reply = JSON.parse(text) as JudgeReply;
  if (isOpen(reply)) return '';
  return JSON.stringify({ ...reply, items: reply.items?.filter((item) => !isOpen(item)) });
}

/** Only those works of a reply. */
function openParts(text: string): string[] {
  if (!text.includes('"compatriotMode":"open"')) return [];
  const reply = JSON.parse(text) as JudgeReply;
  if (isOpen(reply)) return [text];
  return (reply.items ?? []).filter(isOpen).map((item) => JSON.stringify(item));
}

const isOpen = (reply: JudgeReply): boolean => reply.subCriterion?.compatriotMode === 'open';
