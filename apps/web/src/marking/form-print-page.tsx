import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { PrintPage } from '../parts/print-page.js';
import { cellKey, freshDraft, shownValue } from './form-draft.js';
import { marksOf, rulesOf } from './form-marks.js';
import { useMarkingText } from './words.js';

/** The form on A4: with its marks and version code, or blank (`?blank=1`) for paper. */
export default function FormPrintPage() {
  const t = useMarkingText();
  const language = useLanguage();
  const { eventId = '', formId = '' } = useParams();
  const [search] = useSearchParams();
  const isBlank = search.get('blank') === '1';
  const query = useQuery(
    got('/api/v1/events/{eventId}/forms/{formId}', { params: { path: { eventId, formId } } }),
  );
  if (query.isPending) return <Loading />;
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const form = query.data;
  const draft = freshDraft(form.id, form.revision, isBlank ? [] : form.values);
  const marks = marksOf(form, draft);
  const { judges } = rulesOf(form).judgement.panel;
  const seats = Array.from({ length: judges }, (_, i) => i + 1);
  const nameOf = (seat: number) =>
    form.seats.find((one) => one.seat === seat)?.name ?? t('form.seat', { seat });
  const skill = language === 'en' && form.skillNameEn ? form.skillNameEn : form.skillName;
  const code = isBlank
    ? t('print.blank')
    : (form.signOff?.versionCode ?? form.versionCode ?? t('print.draft', { revision: form.revision }));
  const isComplete = marks.marked === form.aspects.length;
  return (
    <PrintPage
      title={`${t('print.title', { skill })}　${form.subCriterion.code} ${form.subCriterion.name}`}
      subtitle={
        <>
          <strong className="code">{t('form.work', { code: form.workCode })}</strong>
          {'　'}
          {t('print.team', { team: form.teamName, module: `${form.moduleCode} ${form.moduleName}` })}
        </>
      }
      versionCode={code}
      signatures={[...seats.map(nameOf), t('print.chief')]}
      landscape={judges > 3}
    >
      <table className="paper">
        <thead>
          <tr>
            <th>{t('print.code')}</th>
            <th>{t('print.aspect')}</th>
            <th>{t('print.way')}</th>
            <th>{t('print.max')}</th>
            <th>{t('print.value')}</th>
            {seats.map((seat) => (
              <th key={seat}>{nameOf(seat)}</th>
            ))}
            <th>{t('print.mark')}</th>
          </tr>
        </thead>
        <tbody>
          {form.aspects.map((aspect) => (
            <tr key={aspect.id}>
              <td className="figures">{aspect.code}</td>
              <td>
                {aspect.description}
                {aspect.requirement ? <div>{aspect.requirement}</div> : null}
              </td>
              <td>{t(aspect.kind === 'judgement' ? 'form.judgement' : 'form.measurement')}</td>
              <td className="figures">{formatMark(aspect.maxHundredths)}</td>
              <td className="figures">
                {aspect.kind === 'measurement' ? shownValue(draft, cellKey(aspect.id, 0)) : '／'}
              </td>
              {seats.map((seat) => (
                <td key={seat} className="figures">
                  {aspect.kind === 'judgement' ? shownValue(draft, cellKey(aspect.id, seat)) : '／'}
                </td>
              ))}
              <td className="figures">
                {isBlank ? null : formatMark(marks.byAspect.get(aspect.id)?.markHundredths)}
              </td>
            </tr>
          ))}
          <tr>
            <td />
            <td>{t('print.total')}</td>
            <td />
            <td className="figures">{formatMark(form.subCriterion.maxHundredths)}</td>
            <td colSpan={seats.length + 1} />
            <td className="figures">
              {isBlank ? null : <strong>{formatMark(isComplete ? marks.subtotalHundredths : null)}</strong>}
            </td>
          </tr>
        </tbody>
      </table>
      {isBlank ? <p>{t('print.spreadNote')}</p> : null}
    </PrintPage>
  );
}
