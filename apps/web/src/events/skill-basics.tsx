import { Alert, Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { OccupationCodePicker } from '../catalogue/occupation-picker.js';
import { useEvent } from '../frame/event.js';
import { useFaults } from '../parts/form-dialog.js';
import { SkillDetailFields } from './skill-detail-fields.js';
import { setUpPaths, type Skill } from './types.js';
import { useEventsText } from './words.js';

type Values = Pick<
  Skill,
  'code' | 'name' | 'nameEn' | 'occupationCode' | 'teamSize' | 'ageYearsMax' | 'venueId' | 'requireSignedScan'
>;

/** What a skill is. After registration only its venue and the rule of signed scans can still be changed. */
export function SkillBasics({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const event = useEvent();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [touched, setTouched] = useState(false);
  const rest = useFaults(form, problem);
  const locked = !event.may.change.includes('skills');
  const daily = !event.may.change.includes('venues');
  const save = useVerb({
    send: ({ venueId, requireSignedScan, ...what }: Values) =>
      take(
        api.PATCH('/api/v1/events/{eventId}/skills/{skillId}', {
          params: { path: { eventId: event.id, skillId: skill.id } },
          headers: ifMatch(skill.version),
          body: {
            venueId,
            requireSignedScan,
            ...(locked
              ? {}
              : {
                  ...what,
                  nameEn: what.nameEn?.trim() || null,
                  occupationCode: what.occupationCode?.trim() || null,
                }),
          },
        }),
      ),
    outdates: setUpPaths,
    said: t('skill.saved'),
    onDone: () => setTouched(false),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const { code, name, nameEn, occupationCode, teamSize, ageYearsMax, venueId, requireSignedScan } = skill;
  return (
    <section className="panel reading-page">
      {note}
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{
          code,
          name,
          nameEn,
          occupationCode,
          teamSize,
          ageYearsMax,
          venueId,
          requireSignedScan,
        }}
        onValuesChange={() => setTouched(true)}
        onFinish={save.mutate}
      >
        <SkillDetailFields locked={locked} daily={daily} />
        <Form.Item
          name="occupationCode"
          label={t('quick.occupationCode')}
          extra={t('quick.occupationHelp')}
          className="form-medium"
        >
          <OccupationCodePicker disabled={locked} />
        </Form.Item>
        {locked && daily ? null : (
          <div className="form-foot">
            <Button type="primary" htmlType="submit" disabled={!touched} loading={save.isPending}>
              {t('skill.save')}
            </Button>
          </div>
        )}
      </Form>
    </section>
  );
}
