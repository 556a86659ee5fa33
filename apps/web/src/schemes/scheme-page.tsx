import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import type { SchemeTree } from '@luban/scoring';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { SchemeEditor } from './scheme-editor.js';
import { emptyTree } from './tree-edits.js';

/** One version of a scheme: a draft is edited here, another is read. `new` begins an empty one. */
export default function SchemePage() {
  const { schemeId = '' } = useParams();
  return schemeId === 'new' ? (
    <SchemeEditor scheme={null} tree={emptyTree} />
  ) : (
    <KnownScheme schemeId={schemeId} />
  );
}

function KnownScheme({ schemeId }: { schemeId: string }) {
  const event = useEvent();
  const scheme = useQuery({
    ...got('/api/v1/events/{eventId}/schemes/{schemeId}', {
      params: { path: { eventId: event.id, schemeId } },
    }),
    // What is being edited is not replaced under the person's hands; a save by somebody else is told by 412.
    refetchOnWindowFocus: false,
  });
  return (
    <Answered query={scheme}>
      {(found) => (
        <SchemeEditor key={`${found.id} ${found.version}`} scheme={found} tree={found.tree as SchemeTree} />
      )}
    </Answered>
  );
}
