import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { formatTime } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { useApplicationNames } from './application-names.js';
import { CloseWindowButton } from './close-window-button.js';
import { windowLook } from './looks.js';
import type { WindowRow } from './types.js';
import { WindowDialog } from './window-dialog.js';
import { useApplicationsText } from './words.js';
import './applications.css';

/** When applications are received, authority by authority: those that keep a window open, change and close it here. */
export default function WindowsPage() {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const windows = useQuery(got('/api/v1/application-windows'));
  const [editing, setEditing] = useState<WindowRow | 'new' | null>(null);
  const mine = (windows.data?.authorities ?? []).filter((one) => one.mine);
  const time = (iso: string) => formatTime(iso, 'Asia/Shanghai', 'second');
  const columns = useMemo<Column<WindowRow>[]>(
    () => [
      { key: 'year', title: t('windows.year'), value: (row) => String(row.planYear), width: 96 },
      { key: 'area', title: t('windows.area'), value: (row) => names.areaOf(row), width: 130 },
      {
        key: 'state',
        title: t('windows.stateTitle'),
        value: (row) => t(`windows.state.${row.state}`),
        render: (row) => (
          <StateTag look={windowLook[row.state]} quiet>
            {t(`windows.state.${row.state}`)}
          </StateTag>
        ),
        width: 104,
      },
      { key: 'opensAt', title: t('windows.opensAt'), value: (row) => time(row.opensAt), width: 182 },
      { key: 'closesAt', title: t('windows.closesAt'), value: (row) => time(row.closesAt), width: 182 },
      {
        key: 'do',
        title: t('windows.verbs'),
        value: () => null,
        render: (row) =>
          row.mine ? (
            <span className="row-verbs">
              <Button size="small" onClick={() => setEditing(row)}>
                {t(row.state === 'closed' ? 'windows.reopen' : 'windows.change')}
              </Button>
              {row.state === 'open' ? <CloseWindowButton window={row} /> : null}
            </span>
          ) : null,
        plain: true,
        width: 190,
      },
      {
        key: 'authority',
        title: t('windows.authority'),
        value: (row) => row.authorityNames.join('、'),
        render: (row) => <span className="window-words">{row.authorityNames.join('、')}</span>,
        width: 200,
      },
      {
        key: 'notice',
        title: t('windows.notice'),
        value: (row) => row.notice,
        render: (row) => <span className="window-words">{row.notice ?? '–'}</span>,
        width: 200,
        hidden: true,
      },
    ],
    [t, names],
  );
  const open =
    mine.length > 0 ? (
      <Button type="primary" icon={<Icon name="add" />} onClick={() => setEditing('new')}>
        {t('windows.open')}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader
        title={t('windows.title')}
        line={
          <>
            {t('windows.line')} {mine.length === 0 && windows.data ? t('windows.readOnly') : null}
          </>
        }
        actions={open}
      />
      <Answered query={windows}>
        {(data) => (
          <DataTable
            id="windows"
            columns={columns}
            rows={data.items}
            rowKey={(row) => row.id}
            exportName={t('windows.title')}
            empty={
              <EmptyState
                icon="timer"
                title={t('windows.empty')}
                line={t('windows.emptyLine')}
                action={open}
              />
            }
          />
        )}
      </Answered>
      <WindowDialog editing={editing} areas={mine} onClose={() => setEditing(null)} />
    </>
  );
}
