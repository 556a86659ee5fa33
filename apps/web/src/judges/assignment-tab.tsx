import { Button, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { formatCount } from '../language/format.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateTag } from '../parts/state-tag.js';
import { isMakingForms, type SetUp, setUpPaths, useMayPrepare } from '../schemes/skill-set-up.js';
import { type SubCriterion, type Team, useSubCriteria, useTeams } from './data.js';
import { useJudgeText } from './words.js';

type Mode = SubCriterion['compatriotMode'];
interface Assignment {
  subCriterionId: string;
  teamId: string;
  compatriotMode: Mode;
}

/** Which team marks each sub-criterion and how compatriots are handled, one by one or all at once. */
export function AssignmentTab({ skill }: { skill: SetUp }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const subCriteria = useSubCriteria(skill.skillId, isMakingForms(skill));
  const teams = useTeams(skill.skillId);
  if (skill.schemeNumber === null) {
    return (
      <EmptyState
        icon="scheme"
        title={t('assign.noScheme')}
        line={t('assign.noSchemeLine')}
        action={
          <GoButton to={`/events/${event.id}/skills/${skill.skillId}/scheme`}>
            {t('assign.toScheme')}
          </GoButton>
        }
      />
    );
  }
  return (
    <Answered query={subCriteria}>
      {({ items }) => (
        <Answered query={teams}>
          {(list) => <Matrix skill={skill} rows={items} teams={list.items} />}
        </Answered>
      )}
    </Answered>
  );
}

function Matrix({ skill, rows, teams }: { skill: SetUp; rows: SubCriterion[]; teams: Team[] }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const mayPrepare = useMayPrepare();
  const [selected, setSelected] = useState<string[]>([]);
  const [bulk, setBulk] = useState<{ teamId: string | null; mode: Mode }>({ teamId: null, mode: 'coded' });
  const assign = useVerb({
    send: (assignments: Assignment[]) =>
      take(
        api.PUT('/api/v1/events/{eventId}/skills/{skillId}/sub-criteria', {
          params: { path: { eventId: event.id, skillId: skill.skillId } },
          body: { assignments },
        }),
      ),
    outdates: setUpPaths,
    onDone: () => setSelected([]),
  });
  const editable = mayPrepare && teams.length > 0;
  const modes = (['coded', 'open'] as const).map((mode) => ({ value: mode, label: t(`assign.${mode}`) }));
  const teamOptions = teams.map(({ id, name }) => ({ value: id, label: name }));
  const teamId = bulk.teamId ?? teams[0]?.id ?? null;
  const wanted = selected.length > 0 ? rows.filter(({ id }) => selected.includes(id)) : rows;
  return (
    <>
      <aside className="mode-lines">
        <p>{t('assign.codedLine')}</p>
        <p>{t('assign.openLine')}</p>
      </aside>
      {teams.length === 0 ? <p className="quiet">{t('assign.noTeams')}</p> : null}
      {editable ? (
        <div className="table-bar">
          <span>
            {selected.length > 0 ? t('assign.chosen', { count: selected.length }) : t('assign.all')}
          </span>
          <Select
            aria-label={t('assign.team')}
            className="assign-team"
            value={teamId}
            options={teamOptions}
            onChange={(id: string) => setBulk({ ...bulk, teamId: id })}
          />
          <Segmented<Mode>
            value={bulk.mode}
            options={modes}
            onChange={(mode) => setBulk({ ...bulk, mode })}
          />
          <Button
            type="primary"
            disabled={teamId === null}
            loading={assign.isPending}
            onClick={() =>
              assign.mutate(
                wanted.map(({ id }) => ({
                  subCriterionId: id,
                  teamId: teamId ?? '',
                  compatriotMode: bulk.mode,
                })),
              )
            }
          >
            {selected.length > 0 ? t('assign.forSelected') : t('assign.forAll')}
          </Button>
        </div>
      ) : null}
      <Table<SubCriterion>
        rowKey="id"
        size="middle"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        {...(editable
          ? { rowSelection: { selectedRowKeys: selected, onChange: (keys) => setSelected(keys.map(String)) } }
          : {})}
        columns={[
          {
            key: 'sub',
            title: t('assign.subCriterion'),
            render: (_, row) => (
              <>
                <span className="figures sub-code">{row.code}</span> {row.name}
              </>
            ),
          },
          { dataIndex: 'moduleCode', title: t('assign.module'), width: 80 },
          {
            key: 'day',
            title: t('assign.day'),
            width: 70,
            className: 'figures',
            render: (_, row) => row.dayOfMarking ?? '–',
          },
          {
            dataIndex: 'aspectCount',
            title: t('assign.aspects'),
            align: 'right',
            width: 80,
            className: 'figures',
          },
          {
            key: 'max',
            title: t('assign.max'),
            align: 'right',
            width: 80,
            render: (_, row) => <MarkFigure hundredths={row.maxHundredths} />,
          },
          {
            key: 'team',
            title: t('assign.team'),
            width: 200,
            render: (_, row) =>
              editable ? (
                <Select
                  className="wide"
                  aria-label={`${row.code} ${t('assign.team')}`}
                  value={row.teamId}
                  placeholder={t('assign.none')}
                  status={row.teamId ? '' : 'error'}
                  options={teamOptions}
                  onChange={(id: string) =>
                    assign.mutate([
                      { subCriterionId: row.id, teamId: id, compatriotMode: row.compatriotMode },
                    ])
                  }
                />
              ) : row.teamName ? (
                row.teamName
              ) : (
                <StateTag look="blocking">{t('assign.none')}</StateTag>
              ),
          },
          {
            key: 'mode',
            title: t('assign.mode'),
            width: 150,
            render: (_, row) => (
              <Segmented<Mode>
                value={row.compatriotMode}
                options={modes}
                disabled={!editable || row.teamId === null}
                onChange={(mode) =>
                  assign.mutate([{ subCriterionId: row.id, teamId: row.teamId ?? '', compatriotMode: mode }])
                }
              />
            ),
          },
          {
            key: 'forms',
            title: t('assign.forms'),
            align: 'right',
            width: 90,
            className: 'figures',
            render: (_, row) => formatCount(row.forms),
          },
        ]}
      />
    </>
  );
}
