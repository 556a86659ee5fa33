import { Injectable, Logger } from '@nestjs/common';
import { Audit, systemActor } from '@luban/audit';
import { Clock, declareJobs, Jobs } from '@luban/platform';
import { placeEntries, readBundle } from '@luban/scoring';
import { DataSource } from 'typeorm';
import { ResultVersion } from './result-version.entity.js';
import { bundleOf } from './score-bundle.js';
import { signedValues } from './score-inputs.js';
import { hashOf, readSnapshot } from './score-snapshot.js';

declareJobs('proveResult', 'scoreRun');

interface StoredPlace {
  entry_id: string;
  total_hundredths: number | null;
  scaled_score: number | null;
  rank: number | null;
  award: string | null;
}

/**
 * The job `proveResult`: recomputes a complete version from every single value, through the public bundle format and
 * `libs/scoring` alone, and keeps the bundle only when every total, scaled score, rank and award agrees. Without it a
 * version cannot be published.
 */
@Injectable()
export class ResultProofs {
  private readonly logger = new Logger('results');

  constructor(
    private readonly db: DataSource,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  async prove(eventId: string, versionId: string): Promise<{ proven: boolean; differing: number }> {
    const version = await this.db.manager.findOneByOrFail(ResultVersion, { eventId, id: versionId });
    if (version.provenAt || !version.complete) return { proven: !!version.provenAt, differing: 0 };
    const { snapshot, values } = await this.db.transaction('REPEATABLE READ', async (tx) => ({
      snapshot: await readSnapshot(tx, eventId, version.skillId),
      values: await signedValues(tx, eventId, version.skillId),
    }));
    // The inputs have moved on since: a newer version comes, and is proven instead.
    if (hashOf(snapshot) !== version.inputsHash) {
      await this.db.transaction((tx) => this.jobs.request(tx, 'scoreRun', version.skillId, { eventId }));
      return { proven: false, differing: 0 };
    }
    const bundle = JSON.parse(JSON.stringify(bundleOf(snapshot, values))) as object;
    const ranking = placeEntries(readBundle(bundle));
    const stored: StoredPlace[] = await this.db.query(
      `SELECT entry_id, total_hundredths, scaled_score, rank, award FROM result WHERE event_id = $1 AND version_id = $2`,
      [eventId, versionId],
    );
    const places = new Map(stored.map((place) => [place.entry_id, place]));
    const differing = ranking.standings.filter((standing) => {
      const place = places.get(standing.input.entry);
      return (
        !place ||
        place.total_hundredths !== standing.total.totalHundredths ||
        place.scaled_score !== standing.scaledScore ||
        place.rank !== standing.rank ||
        place.award !== standing.award
      );
    }).length;
    if (differing > 0 || stored.length !== ranking.standings.length) {
      this.logger.error({ versionId, differing }, 'a result version does not agree with its own values');
      return { proven: false, differing };
    }
    await this.db.transaction(async (tx) => {
      await tx.update(ResultVersion, { eventId, id: versionId }, { bundle, provenAt: this.clock.now() });
      await this.audit.record(tx, systemActor, 'result.proven', {
        eventId,
        skillId: version.skillId,
        subjectType: 'resultVersion',
        subjectId: versionId,
        after: { number: version.number, values: values.length },
      });
    });
    return { proven: true, differing: 0 };
  }
}
