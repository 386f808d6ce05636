import { describe, expect, it } from 'vitest';
import { readChapters } from '../../src/claims/outline.ts';
import { readContent } from '../../src/lib/content.ts';
import { gateOf } from '../../src/site/gate.ts';
import { EVENT_SERIES, timeline } from '../../src/site/timeline.ts';
import { usesOf } from '../../src/site/uses.ts';

const content = readContent('.');
const gate = gateOf(content, { gate: 'none' });
const uses = usesOf(content, readChapters('.'), gate);
const groups = timeline(content, uses, gate);
const events = groups.flatMap((g) => g.events);

describe('the timeline', () => {
  it('tells every event of the ledger once', () => {
    const wanted = [...content.facts.values()].filter(({ value }) => value.event).map(({ value }) => value.id);
    expect(wanted.length).toBeGreaterThan(100);
    expect(events.filter((e) => e.claim).map((e) => e.claim)).toHaveLength(wanted.length);
    expect(new Set(events.map((e) => e.claim).filter(Boolean))).toEqual(new Set(wanted));
  });

  it('loses no row of its series: each is an entry, or shares day, source and figure with one', () => {
    for (const name of EVENT_SERIES)
      for (const row of content.series.get(name)?.rows ?? []) {
        const own = events.find((e) => e.id === `${name}.${row.id}`);
        const shared = events.find(
          (e) =>
            e.date === row.date &&
            (row.source ?? '').split(';').some((s) => e.sources.includes(s)) &&
            (!row.place || e.places.length === 0 || e.places.includes(row.place)),
        );
        expect(own ?? shared, `${name}:${row.id}`).toBeDefined();
      }
  });

  it('runs in order, each event in the phase of its date', () => {
    const dates = events.map((e) => e.date);
    expect(dates).toEqual([...dates].sort());
    for (const [i, { phase, events: own }] of groups.entries()) {
      expect(own.length, phase.id).toBeGreaterThan(0);
      const next = groups[i + 1]?.phase.from;
      for (const e of own) expect((i === 0 || e.date >= phase.from) && (!next || e.date < next), `${e.id} in ${phase.id}`).toBe(true);
    }
  });

  it('never gives a count of the dead, or a claim that is alleged or disputed, without who says so', () => {
    for (const e of events) {
      if (e.claim && (e.status === 'alleged' || e.status === 'disputed')) expect(e.who && e.other, e.id).toBeTruthy();
      if (!e.claim && e.id.startsWith('attacks.')) expect(e.who, e.id).toBeTruthy();
    }
  });

  it('knows where each is told', () => {
    for (const e of events) if (e.claim !== 'csp-referendum') expect(e.told.length + e.drawn.length, e.id).toBeGreaterThan(0);
  });
});

describe('the index of uses', () => {
  it('has a use for every source: none is listed that supports nothing', () => {
    const idle = [...uses.sources].filter(([, use]) => use.facts.length + use.rows.length + use.actors.length === 0);
    expect(idle.map(([id]) => id)).toEqual([]);
  });

  it('names a step that exists for every row that is drawn', () => {
    expect(uses.rows.size).toBeGreaterThan(400);
    for (const [datum, { step }] of uses.rows) expect(step, datum).not.toBe('');
  });
});

it('the glossary keeps to forty terms', () => {
  expect(content.glossary.en.size).toBeLessThanOrEqual(40);
  expect([...content.glossary.fr.keys()]).toEqual([...content.glossary.en.keys()]);
});
