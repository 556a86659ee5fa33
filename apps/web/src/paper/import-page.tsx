import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { asProblem, type Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { download, excelType } from '../parts/download.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { workbookOf } from '../parts/workbook.js';
import type { Schemas } from '../account/session.js';
import { Refusal } from './enter-page.js';
import { ImportPreview } from './import-preview.js';
import { previewOf, type MarkListSource } from './mark-list-source.js';
import type { PartMarkPreview } from './types.js';
import { usePaperText } from './words.js';
import './paper.css';

/** A list of marks by entry number: choose or paste, look at what it would do, import whole or not at all. */
export default function ImportPage() {
  const { moduleId = '' } = useParams();
  const event = useEvent();
  const marks = useQuery(
    got('/api/v1/events/{eventId}/modules/{moduleId}/part-marks', {
      params: { path: { eventId: event.id, moduleId } },
    }),
  );
  return <Answered query={marks}>{(list) => <ImportList list={list} />}</Answered>;
}

function ImportList({ list }: { list: Schemas['PartMarkList'] }) {
  const t = usePaperText();
  const said = useSaid();
  const event = useEvent();
  const [source, setSource] = useState<MarkListSource | null>(null);
  const [preview, setPreview] = useState<PartMarkPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const look = async (given: MarkListSource) => {
    try {
      const found = await previewOf(event.id, list.moduleId, given);
      setProblem(null);
      setSource(given);
      setPreview(found);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const again = () => {
    setSource(null);
    setPreview(null);
    setProblem(null);
    setDone(null);
  };
  const template = () =>
    download(
      `${t('part.templateName')}-${list.moduleCode}.xlsx`,
      workbookOf({
        name: t('part.templateName'),
        head: [t('part.number'), t('part.mark')],
        rows: list.items.flatMap(({ entryNumber }) => (entryNumber ? [[entryNumber, null]] : [])),
      }),
      excelType,
    );
  const back = `/events/${event.id}/part-marks`;
  return (
    <>
      <EventHeader
        title={t('import.title')}
        crumbs={[
          { label: t('part.title'), to: back },
          { label: `${list.moduleCode} ${list.moduleName}`, to: back },
        ]}
        line={t('import.line', { max: formatMark(list.maxHundredths) })}
        withStages={false}
        actions={
          preview || done !== null ? (
            <Button icon={<Icon name="refresh" />} onClick={again}>
              {t('import.again')}
            </Button>
          ) : null
        }
      />
      {problem ? <Refusal problem={problem} said={said(problem.said)} /> : null}
      {done !== null ? (
        <EmptyState
          icon="checkIn"
          title={t('import.done', { count: done })}
          line={t('import.doneLine')}
          action={
            <GoButton type="primary" to={back}>
              {t('import.toList')}
            </GoButton>
          }
        />
      ) : preview && source ? (
        <ImportPreview
          moduleId={list.moduleId}
          source={source}
          preview={preview}
          onRefused={setPreview}
          onDone={setDone}
        />
      ) : (
        <div className="reading-page">
          <UploadDrop
            accept=".xlsx,.csv,.tsv,.txt"
            onFile={(file) => look({ file })}
            onPaste={(text) => look({ text })}
            hint={
              <Button type="link" icon={<Icon name="export" />} onClick={template}>
                {t('part.template')}
              </Button>
            }
          />
        </div>
      )}
    </>
  );
}
