import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { useSession } from '../account/session.js';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { formatMark } from '../language/format.js';
import type { PartMark } from './types.js';
import { usePaperText } from './words.js';
import './paper.css';

/** Modules marked by list: each entry's mark, an en dash where none has come in, and the way to import. */
export default function PartMarksPage() {
  const t = usePaperText();
  const language = useLanguage();
  const event = useEvent();
  const session = useSession();
  const { role } = useActiveRole();
  const [search, setSearch] = useSearchParams();
  const skills = useQuery(
    got('/api/v1/events/{eventId}/skills', { params: { path: { eventId: event.id } } }),
  );
  const grants = session.roles.filter((grant) => grant.role === role && grant.eventId === event.id);
  const isNarrow = grants.length > 0 && grants.every(({ skillId }) => skillId !== null);
  const reach = skills.data?.items.filter(
    ({ id }) => !isNarrow || grants.some(({ skillId }) => skillId === id),
  );
  const skill = reach?.find(({ id }) => id === search.get('skill')) ?? reach?.[0];
  return (
    <>
      <EventHeader title={t('part.title')} line={t('part.line')} withStages={false} />
      <Answered query={skills}>
        {() =>
          skill ? (
            <>
              {reach && reach.length > 1 ? (
                <label className="paper-choice">
                  {t('part.skill')}
                  <Select<string>
                    value={skill.id}
                    onChange={(id) => setSearch({ skill: id }, { replace: true })}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={reach.map(({ id, code, name, nameEn }) => ({
                      value: id,
                      label: `${code} ${language === 'en' && nameEn ? nameEn : name}`,
                    }))}
                  />
                </label>
              ) : null}
              <SkillModules key={skill.id} skillId={skill.id} />
            </>
          ) : (
            <EmptyState icon="skill" title={t('part.noSkills')} line={t('part.noSkillsLine')} />
          )
        }
      </Answered>
    </>
  );
}

function SkillModules({ skillId }: { skillId: string }) {
  const t = usePaperText();
  const event = useEvent();
  const { role } = useActiveRole();
  const skill = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}', { params: { path: { eventId: event.id, skillId } } }),
  );
  return (
    <Answered query={skill}>
      {({ modules }) => {
        const listed = modules.filter(({ markedBy }) => markedBy === 'list');
        if (listed.length === 0)
          return (
            <EmptyState
              icon="skill"
              title={t('part.noModules')}
              line={t('part.noModulesLine')}
              {...(role === 'organiser'
                ? {
                    action: (
                      <GoButton to={`/events/${event.id}/skills/${skillId}`}>{t('part.toSkill')}</GoButton>
                    ),
                  }
                : {})}
            />
          );
        return listed.map(({ id }, at) => (
          <ModuleMarks key={id} moduleId={id} prefixed={at > 0} isFirst={at === 0} />
        ));
      }}
    </Answered>
  );
}

function ModuleMarks({
  moduleId,
  prefixed,
  isFirst,
}: {
  moduleId: string;
  prefixed: boolean;
  isFirst: boolean;
}) {
  const t = usePaperText();
  const event = useEvent();
  const { role } = useActiveRole();
  const columns = useMarkColumns();
  const marks = useQuery(
    got('/api/v1/events/{eventId}/modules/{moduleId}/part-marks', {
      params: { path: { eventId: event.id, moduleId } },
    }),
  );
  const mayImport = role === 'recorder' || role === 'organiser';
  return (
    <Answered query={marks}>
      {(list) => (
        <section className={isFirst ? '' : 'page-section'}>
          <div className="section-head">
            <h2>
              <span className="figures">{list.moduleCode}</span> {list.moduleName}{' '}
              <span className="quiet figures">
                {t('part.count', {
                  done: list.items.filter(({ markHundredths }) => markHundredths !== null).length,
                  of: list.items.length,
                  max: formatMark(list.maxHundredths),
                })}
              </span>
            </h2>
            {mayImport && list.items.length > 0 ? (
              <GoButton
                type={isFirst ? 'primary' : 'default'}
                icon={<Icon name="import" />}
                to={`/events/${event.id}/part-marks/${moduleId}/import`}
              >
                {t('part.import')}
              </GoButton>
            ) : null}
          </div>
          <DataTable
            id={`part-marks-${moduleId}`}
            prefixed={prefixed}
            columns={columns}
            rows={list.items}
            rowKey={(row) => row.entryId}
            exportName={`${t('part.export')} ${list.moduleCode}`}
            empty={<EmptyState icon="roster" title={t('part.noEntries')} line={t('part.noEntriesLine')} />}
          />
        </section>
      )}
    </Answered>
  );
}

function useMarkColumns(): Column<PartMark>[] {
  const t = usePaperText();
  const times = useTimes();
  return useMemo(
    () => [
      { key: 'number', title: t('part.number'), value: (row) => row.entryNumber ?? '–', width: 160 },
      { key: 'mark', title: t('part.mark'), value: (row) => row.markHundredths, kind: 'mark', width: 110 },
      {
        key: 'has',
        title: t('part.has'),
        value: (row) => t(row.markHundredths === null ? 'part.hasNo' : 'part.hasYes'),
        filter: {
          options: [
            { value: 'yes', text: t('part.hasYes') },
            { value: 'no', text: t('part.hasNo') },
          ],
          of: (row) => (row.markHundredths === null ? 'no' : 'yes'),
        },
        hidden: true,
      },
      {
        key: 'status',
        title: t('part.status'),
        value: (row) => t(`status.${row.status}`),
        render: (row) => (
          <StateTag
            look={row.status === 'present' ? 'passed' : row.status === 'entered' ? 'waiting' : 'ended'}
          >
            {t(`status.${row.status}`)}
          </StateTag>
        ),
        width: 130,
      },
      { key: 'at', title: t('part.at'), value: (row) => (row.at ? times.show(row.at) : null), width: 160 },
      { key: 'by', title: t('part.by'), value: (row) => row.by, width: 160 },
    ],
    [t, times],
  );
}
