import { useQuery } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { api, take } from '../api/client.js';
import { Answered } from '../frame/load-error.js';
import type { AmendWish } from './amend-drawer.js';
import { AmendedFields } from './amendment-list.js';
import { FindingCards } from './finding-cards.js';
import { useReviewText } from './words.js';

/** What an amendment changes, how much it weighs and what the rules say to it, before it is sent. */
export function AmendmentPreview(props: {
  applicationId: string;
  wish: AmendWish;
  busy: boolean;
  onSend: () => void;
  onBack: () => void;
}) {
  const t = useReviewText();
  const preview = useQuery({
    queryKey: ['amendment-preview', props.applicationId, props.wish],
    gcTime: 0,
    retry: false,
    queryFn: () =>
      take(
        api.POST('/api/v1/applications/{applicationId}/amendment-previews', {
          params: { path: { applicationId: props.applicationId } },
          body: props.wish,
        }),
      ),
  });
  return (
    <Modal
      open
      width={820}
      title={t('amendment.previewTitle')}
      okText={t('amendment.send')}
      cancelText={t('amendment.back')}
      okButtonProps={{ disabled: !preview.data, loading: props.busy }}
      onOk={props.onSend}
      onCancel={props.onBack}
    >
      <Answered query={preview}>
        {(read) => (
          <>
            <Alert
              type={read.weight === 'minor' ? 'info' : 'warning'}
              showIcon
              title={t(
                read.worsened.length > 0
                  ? 'amendment.previewWorsened'
                  : read.weight === 'minor'
                    ? 'amendment.previewMinor'
                    : 'amendment.previewSubstantial',
              )}
            />
            {read.worsened.length > 0 ? <FindingCards findings={read.worsened} /> : null}
            <AmendedFields changes={read.changes} />
            {read.findings.length > 0 ? (
              <>
                <h3>{t('amendment.findings')}</h3>
                <FindingCards findings={read.findings} />
              </>
            ) : null}
          </>
        )}
      </Answered>
    </Modal>
  );
}
