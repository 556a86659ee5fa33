import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { CellFindings } from '../parts/cell-findings.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { StateTag } from '../parts/state-tag.js';
import { importOf, type MarkListSource } from './mark-list-source.js';
import type { PartMarkPreview } from './types.js';
import { usePaperText } from './words.js';

type Change = PartMarkPreview['marks'][number];
const kindOf = ({ before, markHundredths }: Change) =>
  before === null ? 'new' : before === markHundredths ? 'equal' : 'changed';

/** What a list would do: its faults cell by cell, its marks against those that stand, and the button to import. */
export function ImportPreview(props: {
  moduleId: string;
  source: MarkListSource;
  preview: PartMarkPreview;
  /** The list was refused after all: the newer findings. */
  onRefused: (preview: PartMarkPreview) => void;
  onDone: (count: number) => void;
}) {
  const t = usePaperText();
  const event = useEvent();
  const { marks, findings } = props.preview;
  const columns = useChangeColumns();
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  const warnings = findings.length - blocking;
  const changed = marks.filter((mark) => kindOf(mark) === 'changed').length;
  const importing = useVerb({
    send: (source: MarkListSource, key) => importOf(event.id, props.moduleId, source, key),
    outdates: ['/api/v1/events/{eventId}/modules/{moduleId}/part-marks'],
    onDone: (answer) => props.onDone(answer.marks.length),
    onProblem: (problem) => {
      const { findings: found } = problem.extra as { findings?: PartMarkPreview['findings'] };
      if (!Array.isArray(found) || found.length === 0) return false;
      props.onRefused({ ...props.preview, findings: found });
      return true;
    },
  });
  return (
    <>
      <div className="paper-summary" role="status">
        <strong>{t('import.marks', { count: marks.length })}</strong>
        {changed > 0 ? <StateTag look="running">{t('import.changed', { count: changed })}</StateTag> : null}
        {blocking > 0 ? (
          <StateTag look="blocking">{t('import.blocking', { count: blocking })}</StateTag>
        ) : (
          <StateTag look="passed">{t('import.clean')}</StateTag>
        )}
        {warnings > 0 ? <StateTag look="warning">{t('import.warning', { count: warnings })}</StateTag> : null}
      </div>
      {blocking > 0 ? (
        <Alert type="error" showIcon className="page-alert paper-gap" title={t('import.nothing')} />
      ) : (
        <p>
          <Button
            type="primary"
            disabled={marks.length === 0}
            loading={importing.isPending}
            onClick={() => importing.mutate(props.source)}
          >
            {marks.length === 0 ? t('import.none') : t('import.verb', { count: marks.length })}
          </Button>
        </p>
      )}
      {findings.length > 0 ? (
        <section className="page-section">
          <div className="section-head">
            <h2>{t('import.findings')}</h2>
          </div>
          <CellFindings findings={findings} />
        </section>
      ) : null}
      {marks.length > 0 ? (
        <section className="page-section">
          <div className="section-head">
            <h2>{t('import.preview')}</h2>
          </div>
          <DataTable
            id="part-mark-changes"
            prefixed
            columns={columns}
            rows={marks}
            rowKey={(row) => row.entryId}
            exportName={null}
          />
        </section>
      ) : null}
    </>
  );
}

function useChangeColumns(): Column<Change>[] {
  const t = usePaperText();
  return useMemo(
    () => [
      { key: 'number', title: t('part.number'), value: (row) => row.entryNumber, width: 160 },
      { key: 'before', title: t('import.before'), value: (row) => row.before, kind: 'mark', width: 120 },
      {
        key: 'after',
        title: t('import.after'),
        value: (row) => row.markHundredths,
        kind: 'mark',
        width: 120,
      },
      {
        key: 'change',
        title: t('import.change'),
        value: (row) => t(`import.${kindOf(row)}`),
        filter: {
          options: (['new', 'changed', 'equal'] as const).map((value) => ({
            value,
            text: t(`import.${value}`),
          })),
          of: kindOf,
        },
        width: 110,
      },
    ],
    [t],
  );
}
