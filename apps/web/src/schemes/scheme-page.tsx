import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SchemeTree } from '@luban/scoring';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { SchemeEditor } from './scheme-editor.js';
import { emptyTree, type Spot } from './tree-edits.js';

/** One version of a scheme: a draft is edited here, another is read. `new` begins an empty one. */
export default function SchemePage() {
  const { schemeId = '' } = useParams();
  // Kept here, so that saving (a new version, a new editor) leaves the person where he was.
  const [at, setAt] = useState<Spot>({ criterion: 0, sub: 0 });
  return schemeId === 'new' ? (
    <SchemeEditor scheme={null} tree={emptyTree} at={at} onGo={setAt} />
  ) : (
    <KnownScheme schemeId={schemeId} at={at} onGo={setAt} />
  );
}

function KnownScheme({ schemeId, at, onGo }: { schemeId: string; at: Spot; onGo: (at: Spot) => void }) {
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
        <SchemeEditor
          key={`${found.id} ${found.version}`}
          scheme={found}
          tree={found.tree as SchemeTree}
          at={at}
          onGo={onGo}
        />
      )}
    </Answered>
  );
}
