import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { Schemas } from '../account/session.js';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { PrintPage } from '../parts/print-page.js';
import { useFilingsText } from './words.js';
import './filings.css';

type Filing = Schemas['FilingDto'];

/** 备案回执, on A4: what was filed under which number. */
export default function ReceiptPage() {
  const { filingId = '' } = useParams();
  const filing = useQuery(got('/api/v1/filings/{filingId}', { params: { path: { filingId } } }));
  return <Answered query={filing}>{(answer) => <Receipt filing={answer} />}</Answered>;
}

function Receipt({ filing }: { filing: Filing }) {
  const t = useFilingsText();
  const times = useTimes();
  const rows: [string, React.ReactNode][] = [
    [t('field.number'), filing.number],
    [t('field.name'), filing.name],
    [t('field.organisation'), filing.organisationName],
    [
      t('field.occupations'),
      filing.occupations.map(({ code, name }) => (code ? `${name} ${code}` : name)).join('、'),
    ],
    [
      t('field.dates'),
      filing.startsOn === filing.endsOn ? filing.startsOn : `${filing.startsOn} – ${filing.endsOn}`,
    ],
    [t('field.place'), filing.place ?? '–'],
    [
      t('field.competitors'),
      filing.competitors === null ? '–' : t('field.people', { count: filing.competitors }),
    ],
    [t('field.contact'), filing.contact ?? '–'],
  ];
  return (
    <PrintPage
      title={t('receipt.title')}
      subtitle={filing.number}
      versionCode={`${filing.number}/${filing.version}-${filing.id.slice(-6).toUpperCase()}`}
    >
      {filing.withdrawnAt ? (
        <p className="receipt-void">{t('receipt.voided', { day: times.show(filing.withdrawnAt, 'day') })}</p>
      ) : null}
      <p>{t('receipt.to', { name: filing.organisationName })}</p>
      <p className="receipt-text">{t('receipt.text', { number: filing.number })}</p>
      <table className="paper receipt-table">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="receipt-text">{t('receipt.note')}</p>
      <div className="receipt-end">
        <p>
          {t('receipt.authority', { name: filing.authorityName ?? filing.areaName ?? filing.divisionCode })}
          {t('receipt.seal')}
        </p>
        <p className="figures">{t('receipt.date', { day: times.show(filing.filedAt, 'day') })}</p>
      </div>
    </PrintPage>
  );
}
