import { App, Button } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { type SetUp, setUpPaths, useMayPrepare } from '../schemes/skill-set-up.js';
import { type Team, useTeams } from './data.js';
import { TeamDialog } from './team-dialog.js';
import { type JudgeText, useJudgeText } from './words.js';

/** The marking teams as cards: seats, stand-ins, and what each marks. */
export function TeamsTab({ skill }: { skill: SetUp }) {
  const t = useJudgeText(skill.policyName);
  const mayPrepare = useMayPrepare();
  const teams = useTeams(skill.skillId);
  const [editing, setEditing] = useState<Team | 'new' | null>(null);
  const tooFew = skill.judges < skill.panelJudges;
  const create = mayPrepare ? (
    <Button type="primary" icon={<Icon name="add" />} disabled={tooFew} onClick={() => setEditing('new')}>
      {t('team.new')}
    </Button>
  ) : null;
  const line = tooFew
    ? t('team.tooFew', { count: skill.panelJudges, have: skill.judges })
    : t('team.emptyLine', { count: skill.panelJudges });
  return (
    <Answered query={teams}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <EmptyState icon="people" title={t('team.empty')} line={line} action={create} />
          ) : (
            <>
              <div className="section-head">
                <span className="quiet">{line}</span>
                {create}
              </div>
              <ul className="team-cards">
                {items.map((team) => (
                  <TeamCard
                    key={team.id}
                    team={team}
                    skill={skill}
                    t={t}
                    onEdit={mayPrepare ? () => setEditing(team) : null}
                  />
                ))}
              </ul>
            </>
          )}
          {editing ? (
            <TeamDialog
              skill={skill}
              team={editing === 'new' ? null : editing}
              suggestedName={t('team.nameOf', { number: items.length + 1 })}
              onClose={() => setEditing(null)}
            />
          ) : null}
        </>
      )}
    </Answered>
  );
}

function TeamCard(props: { team: Team; skill: SetUp; t: JudgeText; onEdit: (() => void) | null }) {
  const { team, skill, t, onEdit } = props;
  const event = useEvent();
  const { modal } = App.useApp();
  const remove = useVerb({
    send: () =>
      take(
        api.DELETE('/api/v1/events/{eventId}/skills/{skillId}/marking-teams/{teamId}', {
          params: { path: { eventId: event.id, skillId: skill.skillId, teamId: team.id } },
        }),
      ),
    outdates: setUpPaths,
    said: t('team.removed'),
  });
  const seats = team.members.filter(({ part }) => part === 'member');
  const standIns = team.members.filter(({ part }) => part === 'standIn');
  return (
    <li className="panel team-card">
      <h3>{team.name}</h3>
      <ol className="team-seats">
        {seats.map((member) => (
          <li key={member.judgeId}>
            <span className="seat-number figures">{member.seat}</span>
            <span>{member.displayName}</span>
            <span className="quiet">{member.delegationName ?? ''}</span>
          </li>
        ))}
        {standIns.map((member) => (
          <li key={member.judgeId}>
            <span className="seat-number quiet">+</span>
            <span>{member.displayName}</span>
            <span className="quiet">
              {[t('team.standIns'), member.delegationName].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <p className="team-marks">
        <span className="quiet">{t('team.marks')}</span>{' '}
        <span className="figures">{team.subCriteria.join('  ') || t('team.marksNone')}</span>
      </p>
      {onEdit ? (
        <div className="team-verbs">
          <Button icon={<Icon name="edit" />} onClick={onEdit}>
            {t('team.edit')}
          </Button>
          <Button
            type="text"
            loading={remove.isPending}
            onClick={() =>
              void modal.confirm({
                title: t('team.removeTitle', { name: team.name }),
                okText: t('team.remove'),
                okButtonProps: { danger: true },
                onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
              })
            }
          >
            {t('team.remove')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
