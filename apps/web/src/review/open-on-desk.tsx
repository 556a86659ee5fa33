import { Navigate, useParams, useSearchParams } from 'react-router';

/** A link to one application opens it on the desk, which stays one page while somebody goes through the queue. */
export default function OpenOnDesk() {
  const { applicationId = '' } = useParams();
  const [params] = useSearchParams();
  const search = new URLSearchParams(params);
  if (!search.has('queue')) search.set('queue', 'all');
  search.set('open', applicationId);
  return <Navigate replace to={`/review?${search.toString()}`} />;
}
