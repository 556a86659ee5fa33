import { Outlet, ScrollRestoration, createBrowserRouter, type RouteObject } from 'react-router';
import { DeskFrame } from './frame/desk-frame.js';
import { MissingPage, RouteError } from './frame/error-page.js';
import { doorTo } from './frame/place-door.js';
import type { Scope } from './frame/place.js';
import { PublicFrame } from './frame/public-frame.js';
import { SignedIn } from './frame/signed-in.js';
import { placesOf } from './navigation.js';

/** The routes of one scope, each screen in a file of its own that is fetched when first opened. */
function routesOf(scope: Scope): RouteObject[] {
  return placesOf(scope).map((place) => {
    const Door = doorTo(place);
    const errorElement = <RouteError />;
    return place.path === ''
      ? { index: true, element: <Door />, errorElement }
      : { path: place.path, element: <Door />, errorElement };
  });
}

/** The map of the web app. Everything that is not `/api` is answered by it. */
export const router = createBrowserRouter([
  {
    element: (
      <>
        <Outlet />
        <ScrollRestoration />
      </>
    ),
    errorElement: <RouteError />,
    children: [
      {
        element: <PublicFrame />,
        children: [...routesOf('public'), { path: '*', element: <MissingPage /> }],
      },
      ...routesOf('hall'),
      {
        element: <SignedIn />,
        children: [
          ...routesOf('full'),
          {
            element: <DeskFrame />,
            children: [
              ...routesOf('desk'),
              {
                path: '/events/:eventId',
                children: [...routesOf('event'), { path: '*', element: <MissingPage /> }],
              },
            ],
          },
        ],
      },
    ],
  },
]);
