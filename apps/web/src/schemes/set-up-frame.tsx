import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { FindingList } from '../parts/finding-list.js';
import type { PrimaryAction } from '../parts/preflight-button.js';
import { type SetUp, useSetUp, useSkillName } from './skill-set-up.js';
import { useSchemeText } from './words.js';
import './schemes.css';

/**
 * The frame of a skill's marking set-up: its name, the way between scheme and judges, and what is missing on this side.
 * @param props.withFindings the findings whose screen this is stand above the content
 */
export function SetUpFrame(props: {
  skillId: string;
  tab: 'scheme' | 'judges';
  primary?: PrimaryAction;
  actions?: ReactNode;
  children: (skill: SetUp) => ReactNode;
}) {
  const t = useSchemeText();
  const event = useEvent();
  const navigate = useNavigate();
  const nameOf = useSkillName();
  const setUp = useSetUp(props.skillId);
  if (setUp.isPending) return <Loading />;
  if (!setUp.data) return <LoadError error={setUp.error} onRetry={() => void setUp.refetch()} />;
  const skill = setUp.data.items[0];
  if (!skill) return <LoadError error={null} />;
  const base = `/events/${event.id}/skills/${props.skillId}`;
  const missing = skill.findings.filter(({ href }) => href?.endsWith(`/${props.tab}`));
  return (
    <>
      <EventHeader
        title={`${skill.code} ${nameOf(skill)}`}
        crumbs={[{ label: t('setUp.title'), to: `/events/${event.id}/marking-set-up` }]}
        withStages={false}
        {...(props.primary ? { primary: props.primary } : {})}
        actions={props.actions}
        history={{ eventId: event.id, subjectType: 'skill', subjectId: props.skillId }}
      />
      <Tabs
        activeKey={props.tab}
        onChange={(tab) => void navigate(`${base}/${tab}`)}
        items={[
          { key: 'scheme', label: t('tab.scheme') },
          {
            key: 'judges',
            label: t(skill.policyName.startsWith('worldskills') ? 'tab.experts' : 'tab.judges'),
          },
        ]}
      />
      {missing.length > 0 ? (
        <div className="set-up-missing">
          <FindingList findings={missing.map(({ href: _here, ...finding }) => finding)} />
        </div>
      ) : null}
      {props.children(skill)}
    </>
  );
}
