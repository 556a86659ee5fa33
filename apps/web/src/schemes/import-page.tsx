import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { SchemeTree } from '@luban/scoring';
import { asProblem, type Problem } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { CellFindings } from '../parts/cell-findings.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { ColumnMapping, type SheetMapping, type SheetReading } from './column-mapping.js';
import { SectionTable } from './section-table.js';
import { type SchemeDetail, type SchemePreview, setUpPaths } from './skill-set-up.js';
import { TreeOutline } from './tree-outline.js';
import { treeCounts } from './tree-sums.js';
import { useSchemeText } from './words.js';
import './schemes.css';

/** Import of a CIS workbook or a 评分表: findings cell by cell, columns chosen on screen, then kept as a draft. */
export default function ImportPage() {
  const t = useSchemeText();
  const event = useEvent();
  const navigate = useNavigate();
  const { skillId = '' } = useParams();
  const skill = `/api/v1/events/${event.id}/skills/${skillId}`;
  const base = `/events/${event.id}/skills/${skillId}/scheme`;
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<SchemePreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [reading, setReading] = useState(false);
  const [mappings, setMappings] = useState<SheetMapping[] | null>(null);
  const asked = useRef(0);

  const read = async (source: File, chosen: SheetMapping[] | null) => {
    const turn = ++asked.current;
    setReading(true);
    try {
      const found = await sendFile<SchemePreview>(`${skill}/scheme-previews`, source, fieldsOf(chosen));
      if (turn !== asked.current) return;
      setFile(source);
      setPreview(found);
      setProblem(null);
    } catch (thrown) {
      if (turn !== asked.current) return;
      setProblem(asProblem(thrown));
      if (chosen === null) setPreview(null);
    } finally {
      if (turn === asked.current) setReading(false);
    }
  };
  const keep = useVerb({
    send: (_: string, key) =>
      sendFile<SchemeDetail>(`${skill}/scheme-imports`, file ?? new File([], ''), fieldsOf(mappings), key),
    outdates: setUpPaths,
    said: (kept) => t('import.kept', { number: kept.number }),
    onDone: (kept) => void navigate(`${base}/${kept.id}`, { replace: true }),
  });
  const isFaulty = preview?.findings.some(({ severity }) => severity === 'blocking') ?? false;
  const tree = preview?.tree as SchemeTree | undefined;
  return (
    <>
      <EventHeader
        title={t('import.title')}
        line={preview ? file?.name : t('import.line')}
        crumbs={[{ label: t('list.title'), to: base }]}
        withStages={false}
        actions={
          preview ? (
            <Button
              icon={<Icon name="undo" />}
              onClick={() => {
                setPreview(null);
                setMappings(null);
                setProblem(null);
              }}
            >
              {t('import.another')}
            </Button>
          ) : null
        }
        {...(preview && tree && treeCounts(tree).aspects > 0
          ? {
              primary: {
                label: isFaulty ? t('import.keepFaulty') : t('import.keep'),
                busy: keep.isPending,
                onClick: () => keep.mutate(JSON.stringify(fieldsOf(mappings))),
              },
            }
          : {})}
      />
      {preview === null ? (
        <div className="reading-page">
          <UploadDrop accept=".xlsx" onFile={(chosen) => read(chosen, null)} />
        </div>
      ) : null}
      {problem ? <LoadError error={problem} /> : null}
      {reading && !preview ? <Loading /> : null}
      {preview && tree ? (
        <div className={`import-check${reading ? ' is-reading' : ''}`} aria-busy={reading}>
          <Figures preview={preview} tree={tree} />
          {preview.mapping ? (
            <ColumnMapping
              reading={preview.mapping as unknown as SheetReading}
              onChange={(chosen) => {
                setMappings(chosen);
                if (file) void read(file, chosen);
              }}
            />
          ) : null}
          <section className="page-section">
            <div className="section-head">
              <h2>{t('import.findings')}</h2>
            </div>
            {preview.findings.length > 0 ? (
              <CellFindings findings={preview.findings} imported />
            ) : (
              <p className="quiet">{t('import.noFindings')}</p>
            )}
          </section>
          {tree.sections.length > 0 ? <SectionTable tree={tree} /> : null}
          <section className="page-section">
            <div className="section-head">
              <h2>{t('import.preview')}</h2>
            </div>
            <TreeOutline tree={tree} />
          </section>
        </div>
      ) : null}
    </>
  );
}

const fieldsOf = (mappings: SheetMapping[] | null): Record<string, string> =>
  mappings === null ? {} : { kind: 'sheet', mapping: JSON.stringify(mappings) };

/** The numbers a person checks first. */
function Figures({ preview, tree }: { preview: SchemePreview; tree: SchemeTree }) {
  const t = useSchemeText();
  const counts = treeCounts(tree);
  const off = preview.totalHundredths !== 10_000;
  const facts: [string, string, boolean?][] = [
    [t('import.kind'), t(`import.${preview.kind}`)],
    [t('import.total'), formatMark(preview.totalHundredths), off],
    [t('import.criteria'), String(counts.criteria)],
    [t('import.subCriteria'), String(counts.subCriteria)],
    [t('import.aspects'), String(counts.aspects)],
    [t('kind.measurement'), String(preview.measurementAspects)],
    [t('kind.judgement'), String(preview.judgementAspects)],
  ];
  return (
    <dl className="figure-row">
      {facts.map(([name, value, wrong]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={`figures${wrong ? ' is-wrong' : ''}`}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
