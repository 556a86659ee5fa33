import { Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { EventHeader } from '../events/event-header.js';
import { EntriesTable } from './entries-table.js';
import { FormsTable } from './forms-table.js';
import { usePaperText } from './words.js';
import './paper.css';

/** Forms on paper: what a recorder enters, what a checker reads again, and what became of it. */
export default function PaperPage() {
  const t = usePaperText();
  const { role } = useActiveRole();
  const [search, setSearch] = useSearchParams();
  const kinds =
    role === 'recorder'
      ? (['forms', 'entered', 'refused', 'checked'] as const)
      : (['entered', 'refused', 'checked'] as const);
  const show = kinds.find((kind) => kind === search.get('show')) ?? kinds[0];
  return (
    <>
      <EventHeader
        title={t('paper.title')}
        line={t(role === 'recorder' ? 'paper.lineRecorder' : 'paper.lineChecker')}
        withStages={false}
      />
      <Segmented
        className="page-alert paper-gap"
        aria-label={t('paper.show')}
        value={show}
        onChange={(kind) => setSearch(kind === kinds[0] ? {} : { show: kind }, { replace: true })}
        options={kinds.map((kind) => ({ value: kind, label: t(`paper.${kind}`) }))}
      />
      {show === 'forms' ? <FormsTable /> : <EntriesTable state={show} />}
    </>
  );
}
