/**
 * The worker that answers for the pages a reader has kept. Bundled after the build by `scripts/lib/keep/worker.ts`, with
 * the list of what each language holds in front of it; registered with the language in its address, so that it needs no
 * memory of its own.
 *
 * A version is fetched whole, each file checked against its hash, or not taken at all: a page that a cache on the way
 * still has in its old form fails the fetch, and the version before stays as it is. Until it takes over, the new version
 * lies beside the old one, file by file; then what only the old one had is deleted.
 */
import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { PrecacheRoute } from 'workbox-precaching/PrecacheRoute.js';
import { cacheOf, type Progress, type Question } from './story/keep-words.ts';

/** One file: a file whose address changes with its content has no revision. */
export interface KeptFile {
  url: string;
  revision: string | null;
  integrity: string;
}
/** What stands in front of the worker's code. */
export interface Edition {
  langs: Readonly<Record<string, { files: KeptFile[]; missing: string }>>;
}

interface Client {
  postMessage(message: unknown): void;
}
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Asked extends Extendable {
  data: Question;
  ports: readonly Client[];
}
/** The part of a worker's world used here: TypeScript knows either that or the page's. */
declare const self: {
  EDITION: Edition;
  registration: { scope: string };
  clients: { matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Asked) => void): void;
};

const { langs } = self.EDITION;
const lang = new URL(location.href).searchParams.get('lang') ?? '';
const edition = langs[lang];
if (!edition) throw new Error(`no edition in ${lang}`);
const { files, missing } = edition;

const windows = (): Promise<Client[]> => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

let fetched = 0;
const controller = new PrecacheController({
  cacheName: cacheOf(self.registration.scope),
  plugins: [
    {
      handlerDidComplete: async ({ event }: { event: Event }) => {
        if (event.type !== 'install') return;
        fetched += 1;
        for (const client of await windows()) client.postMessage({ fetched, of: files.length } satisfies Progress);
      },
    },
  ],
});
controller.precache(files);
// No page here differs by its query: filters and searches are the page's own matter.
const route = new PrecacheRoute(controller, { ignoreURLParametersMatching: [/^(?!v$)/], cleanURLs: false });

/** What is kept is answered from the cache alone; a page that is not comes from the network, or says that it is not kept. */
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  const found = route.match({ event, request, url, sameOrigin: url.origin === location.origin } as never) as
    | { cacheKey: string }
    | undefined;
  if (found) {
    // Without the hash, a file that the browser has thrown away is not put back alone, perhaps after the reader removed all.
    const answer = controller.strategy.handle({ event, request, params: { cacheKey: found.cacheKey } } as never);
    event.respondWith(answer);
  } else if (request.mode === 'navigate')
    event.respondWith(fetch(request).catch(async () => (await controller.matchPrecache(missing)) ?? Response.error()));
});

/** Never by itself: an open page of the old version still needs its parts. */
async function answer(question: Question): Promise<boolean> {
  return question === 'replace' || (await windows()).length <= 1;
}

self.addEventListener('message', (event) => {
  event.waitUntil(
    answer(event.data).then(async (said) => {
      event.ports[0]?.postMessage(said);
      if (said) await self.skipWaiting();
    }),
  );
});
