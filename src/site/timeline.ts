/**
 * The timeline: every dated event of the ledger, and of the series that tell events. A row and a claim of the same
 * day, place and source are one event, told twice; the claim's words stand and the figure is linked.
 */
import { formats } from '../i18n/format.ts';
import type { Content, Phase, Series } from '../lib/content.ts';
import type { Lang, Status } from '../scene/types.ts';
import type { Gate } from './gate.ts';
import type { Uses } from './uses.ts';

/** Series whose rows are things that happened; of the others a row is a count. */
export const EVENT_SERIES = ['north-2012', 'armed-groups-ties', 'unravelling', 'bases', 'after-the-accord', 'control', 'attacks'] as const;

type Both = Readonly<Record<Lang, string>>;

export interface TimelineEvent {
  /** Anchor on the page: the claim's id, or `series.row`. */
  id: string;
  date: string;
  dateEnd: string | undefined;
  words: Both;
  status: Status;
  who: Both | undefined;
  other: Both | undefined;
  places: readonly string[];
  actors: readonly string[];
  sources: readonly string[];
  /** The claim, where the ledger has one. */
  claim: string | undefined;
  /** Chapters that tell it, with the anchor there. */
  told: { chapter: number; anchor: string }[];
  /** Figures that draw it, with the step. */
  drawn: { figure: string; chapter: number; step: string }[];
}

export interface TimelineGroup {
  phase: Phase;
  events: TimelineEvent[];
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

function fromFacts({ facts }: Content, uses: Uses): TimelineEvent[] {
  return [...facts.values()]
    .filter(({ value }) => value.event)
    .map(({ value: f }) => {
      const told = (uses.facts.get(f.id) ?? []).map((u) => ({ chapter: u.chapter, anchor: u.step || u.anchor }));
      return {
        id: f.id,
        date: f.date,
        dateEnd: f.dateEnd,
        words: f.claim,
        status: f.status,
        who: f.attributedTo,
        other: f.counterclaim,
        places: f.places,
        actors: f.actors,
        sources: f.sources,
        claim: f.id,
        // One link a chapter: the first place that tells it.
        told: told.filter((t, i) => told.findIndex((u) => u.chapter === t.chapter) === i),
        drawn: [],
      };
    });
}

/** A row's words: its label, with the count of an attack, which the label leaves out. */
function wordsOf(row: Readonly<Record<string, string>>, lang: Lang): string {
  const fmt = formats(lang);
  const [low, high] = [row.low, row.high].map((n) => (n ? Number(n) : undefined));
  const bound = row.bound === 'least' ? 'at-least' : 'exact';
  const count =
    row.low === undefined || low === undefined
      ? ''
      : fmt.quantity({ low: high === undefined ? undefined : low, high, value: high === undefined ? low : undefined, qualifier: bound });
  return [row[`label_${lang}`], count].filter(Boolean).join(lang === 'fr' ? '\u00a0: ' : ': ');
}

function fromRows(name: string, { rows }: Series, uses: Uses, content: Content): TimelineEvent[] {
  return rows.map((row) => {
    const drawn = uses.rows.get(`${name}:${row.id}`);
    const both = (field: string): Both | undefined =>
      row[`${field}_en`] ? { en: row[`${field}_en`] ?? '', fr: row[`${field}_fr`] ?? '' } : undefined;
    return {
      id: `${name}.${row.id}`,
      date: row.date ?? '',
      dateEnd: row.dateEnd || undefined,
      words: { en: wordsOf(row, 'en'), fr: wordsOf(row, 'fr') },
      status: row.status as Status,
      who: both('who'),
      other: both('other'),
      places: row.place ? [row.place] : [],
      actors: [row.holder, row.lane, row.with, row.who === 'france' ? 'barkhane' : row.who]
        .flatMap((ids) => ids?.split(';') ?? [])
        .filter((id) => content.actors.has(id)),
      sources: (row.source ?? '').split(';'),
      claim: undefined,
      told: [],
      drawn: drawn ? [drawn] : [],
    };
  });
}

/** Whether a row tells what an entry already tells. */
const same = (entry: TimelineEvent, row: TimelineEvent): boolean =>
  entry.date === row.date &&
  (row.places.length === 0 || entry.places.length === 0 || row.places.some((p) => entry.places.includes(p))) &&
  row.sources.some((s) => entry.sources.includes(s));

/** All events in order of date, in the phases of `content/phases.yaml`, without rows that the gate withholds. */
export function timeline(content: Content, uses: Uses, gate: Gate): TimelineGroup[] {
  const events = fromFacts(content, uses);
  for (const name of EVENT_SERIES) {
    const series = content.series.get(name);
    if (!series) throw new Error(`the timeline wants a series "${name}" that content/series/datapackage.json does not have`);
    for (const row of gate.series(name) ? fromRows(name, series, uses, content) : []) {
      const entry = events.find((e) => same(e, row));
      if (!entry) {
        events.push(row);
        continue;
      }
      // A figure that draws several rows of one event is linked once, at the first.
      entry.drawn.push(...row.drawn.filter((d) => !entry.drawn.some((e) => e.figure === d.figure)));
      entry.actors = unique([...entry.actors, ...row.actors]);
      entry.sources = unique([...entry.sources, ...row.sources]);
    }
  }
  events.sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
  const phases = [...content.phases.values()].map(({ value }) => value).sort((a, b) => a.from.localeCompare(b.from));
  return phases.map((phase, i) => {
    const next = phases[i + 1]?.from ?? '9999';
    return { phase, events: events.filter((e) => (i === 0 || e.date >= phase.from) && e.date < next) };
  });
}
