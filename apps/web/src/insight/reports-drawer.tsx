import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got, outdate } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { JobProgress } from '../parts/job-progress.js';
import { useInsightText } from './words.js';
import { scopeOf, type YearInsight, type YearlyReport } from './year-scope.js';

/** Reports of this year: made by the worker, kept as they were made. */
export function ReportsDrawer(props: { year: YearInsight; open: boolean; onClose: () => void }) {
  const t = useInsightText();
  const { year, open } = props;
  const { level, area, year: planYear } = scopeOf(year);
  const reports = useQuery({
    ...got('/api/v1/insight/reports', { params: { query: { year: planYear, level, area, limit: 50 } } }),
    enabled: open,
  });
  const make = useVerb({
    send: (wish: { planYear: number; level: typeof level; area: string }, key) =>
      take(api.POST('/api/v1/insight/reports', { body: wish, headers: idempotencyKey(key) })),
    outdates: ['/api/v1/insight/reports'],
    said: t('reports.asked'),
  });
  return (
    <Drawer title={t('reports.title')} open={open} onClose={props.onClose} size={520}>
      <p>{t('reports.line')}</p>
      <Button
        type="primary"
        icon={<Icon name="paper" />}
        loading={make.isPending}
        onClick={() => make.mutate({ planYear, level, area })}
      >
        {t('reports.make', { year: planYear })}
      </Button>
      <section className="page-section" aria-label={t('reports.earlier')}>
        <h3>{t('reports.earlier')}</h3>
        <Answered query={reports} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{t('reports.empty')}</p>
            ) : (
              <ul className="reports">
                {items.map((report) => (
                  <Report key={report.id} report={report} />
                ))}
              </ul>
            )
          }
        </Answered>
      </section>
    </Drawer>
  );
}

function Report({ report }: { report: YearlyReport }) {
  const t = useInsightText();
  const times = useTimes();
  if (report.madeAt === null)
    return (
      <li>
        {report.jobId ? (
          <JobProgress
            jobId={report.jobId}
            title={t('reports.making', { year: report.planYear })}
            onDone={refreshReports}
          />
        ) : (
          t('reports.waiting')
        )}
      </li>
    );
  return (
    <li className="report">
      <span>
        <strong className="figures">{report.versionCode}</strong>
        <span className="quiet figures">
          {t('reports.made', {
            time: times.show(report.madeAt, 'dayTime'),
            name: report.requestedBy ?? '–',
            size: `${Math.max(1, Math.round((report.sizeBytes ?? 0) / 1024))} KB`,
          })}
        </span>
      </span>
      <Button icon={<Icon name="export" />} href={`/api/v1/insight/reports/${report.id}/document.pdf`}>
        {t('reports.download')}
      </Button>
    </li>
  );
}

const refreshReports = (): void => void outdate('/api/v1/insight/reports');
