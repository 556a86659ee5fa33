import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { ApplicationEditor } from './application-editor.js';
import { ApplicationView } from './application-view.js';

/** One application: its form while it may be written, the document once it has been submitted. */
export default function ApplicationPage() {
  const { applicationId = '' } = useParams();
  const [epoch, setEpoch] = useState(0);
  const application = useQuery({
    ...got('/api/v1/applications/{applicationId}', { params: { path: { applicationId } } }),
    refetchInterval: 120_000,
  });
  return (
    <Answered query={application}>
      {(data) =>
        data.actions.includes('edit') ? (
          <ApplicationEditor
            key={`${data.id} ${epoch}`}
            application={data}
            answeredAt={application.dataUpdatedAt}
            onReload={() => void application.refetch().then(() => setEpoch((before) => before + 1))}
          />
        ) : (
          <ApplicationView application={data} />
        )
      }
    </Answered>
  );
}
