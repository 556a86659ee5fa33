import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useFaults } from '../parts/form-dialog.js';
import { ClauseList } from './clause-list.js';
import { PolicyChoiceField } from './policy-choice-field.js';
import { PolicyParameterFields } from './policy-parameter-fields.js';
import { choiceOf, type PolicyValues, valuesOfPolicy } from './policy-values.js';
import { setUpPaths, type Skill } from './types.js';
import { useEventsText } from './words.js';

/** The rules of a skill: which named policy, what is set in it, and every clause that will be applied. */
export function PolicyTab({ skill, note }: { skill: Skill; note: ReactNode }) {
  const t = useEventsText();
  const event = useEvent();
  const [form] = Form.useForm<PolicyValues>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [touched, setTouched] = useState(false);
  const rest = useFaults(form, problem);
  const may = event.may.change.includes('policy');
  const policies = useQuery({ ...got('/api/v1/policies'), staleTime: Infinity });
  const name = Form.useWatch('name', form) ?? skill.policy.name;
  const shipped = policies.data?.items.find((policy) => policy.name === name);
  const shown = name === skill.policy.name ? skill.policy : (shipped ?? skill.policy);
  const save = useVerb({
    send: (values: PolicyValues) =>
      take(
        api.PUT('/api/v1/events/{eventId}/skills/{skillId}/policy', {
          params: { path: { eventId: event.id, skillId: skill.id } },
          headers: ifMatch(skill.version),
          body: choiceOf(values, shown.editable),
        }),
      ),
    outdates: setUpPaths,
    said: t('policy.saved'),
    onDone: () => setTouched(false),
    onProblem: (met) => {
      setProblem(met);
      return !met.isStale;
    },
  });
  return (
    <div className="policy">
      <section className="panel">
        {note}
        {rest === null ? null : (
          <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
        )}
        <Form<PolicyValues>
          form={form}
          layout="vertical"
          scrollToFirstError={{ block: 'center', focus: true }}
          disabled={!may}
          initialValues={valuesOfPolicy(skill.policy)}
          onValuesChange={(changed: Partial<PolicyValues>) => {
            setTouched(true);
            const chosen =
              changed.name === undefined
                ? undefined
                : policies.data?.items.find((policy) => policy.name === changed.name);
            // Another policy begins with what it ships; the skill's own comes back as it is saved.
            if (chosen)
              form.setFieldsValue(valuesOfPolicy(chosen.name === skill.policy.name ? skill.policy : chosen));
          }}
          onFinish={save.mutate}
        >
          <PolicyChoiceField policies={policies.data?.items ?? [skill.policy]} />
          <h3>{t('policy.parameters')}</h3>
          <PolicyParameterFields editable={shown.editable} />
          {may ? (
            <div className="form-foot">
              <Button type="primary" htmlType="submit" disabled={!touched} loading={save.isPending}>
                {t('policy.save')}
              </Button>
            </div>
          ) : null}
        </Form>
      </section>
      <section className="panel" aria-labelledby="clauses">
        <h2 id="clauses">{t('policy.clauses')}</h2>
        {touched ? <p className="quiet">{t('policy.clausesNew')}</p> : null}
        <ClauseList clauses={shown.clauses} />
      </section>
    </div>
  );
}
