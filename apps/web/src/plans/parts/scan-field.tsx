import { Button } from 'antd';
import { useRef } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import { outdate } from '../../api/query.js';
import { useVerb } from '../../api/verb.js';
import { Icon } from '../../look/icons.js';
import { paperHref, planPaths } from '../data.js';
import type { PlanPlace, PlanVersion } from '../types.js';
import { usePlansText } from '../words.js';
import { Fact } from './draft-panel.js';

/** The stamped scan: there or missing, uploaded, replaced, downloaded. */
export function ScanField(props: { place: PlanPlace; draft: PlanVersion; mayEdit: boolean }) {
  const { place, draft, mayEdit } = props;
  const t = usePlansText();
  const input = useRef<HTMLInputElement>(null);
  const upload = useVerb({
    send: (file: File) => {
      const form = new FormData();
      form.set('checkCode', draft.checkCode);
      form.set('file', file, file.name);
      return take(
        api.PUT('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}/scan', {
          params: { path: { ...place, number: draft.number } },
          headers: ifMatch(draft.version),
          body: { file: file.name, checkCode: draft.checkCode },
          bodySerializer: () => form,
        }),
      );
    },
    outdates: planPaths,
    said: t('draft.scanSaved'),
    onProblem: () => {
      // The list may have changed since this page was read.
      void outdate(...planPaths);
      return false;
    },
  });
  const outdated = draft.scanName !== null && draft.scanCode !== draft.checkCode;
  const value =
    draft.scanName === null ? null : (
      <>
        <a href={paperHref(place, draft.number, 'scan')} title={t('draft.scanRead')}>
          {draft.scanName}
        </a>
        {outdated ? (
          <span
            className="scan-outdated"
            title={t('draft.scanOutdatedHelp', { scanCode: draft.scanCode ?? '–', code: draft.checkCode })}
          >
            {t('draft.scanOutdated')}
          </span>
        ) : null}
      </>
    );
  return (
    <div className="scan-field">
      <Fact name={t('draft.scan')} value={value} outdated={outdated} />
      {mayEdit ? (
        <>
          <Button
            size="small"
            icon={<Icon name="import" />}
            loading={upload.isPending}
            onClick={() => input.current?.click()}
            title={t('draft.scanKinds')}
          >
            {t(draft.scanName === null ? 'draft.scanAdd' : 'draft.scanReplace')}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".pdf,.png,.jpg,.jpeg"
            aria-label={t('draft.scan')}
            onChange={(change) => {
              const file = change.target.files?.[0];
              if (file) upload.mutate(file);
              change.target.value = '';
            }}
          />
        </>
      ) : null}
    </div>
  );
}
