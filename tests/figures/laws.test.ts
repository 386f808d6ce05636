import { describe, expect, it } from 'vitest';
import { figures } from '../../src/figures/registry.ts';
import { decode, encode } from '../../src/scene/diff.ts';
import { elements } from '../../src/scene/elements.ts';
import { marksMarkup } from '../../src/scene/svg.ts';
import { FRAMES } from '../../src/scene/types.ts';
import { figureInput, localeOf } from '../../src/site/figure.ts';
import { boundsOf } from './bounds.ts';
import { content, drawings } from './input.ts';

const numbers = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(numbers) : [];
/** Words may be estimated a little wide, and a hairline may sit on the edge. */
const SLACK = 1;

describe.each(drawings)('$name', ({ module, frame, scenes, locale, series, table }) => {
  const sheet = FRAMES[frame];
  const marks = scenes.flatMap((scene, i) => scene.marks.map((mark) => ({ step: module.steps[i], mark })));

  it('is drawn on its sheet', () => {
    for (const { width, height } of scenes) expect([width, height]).toEqual([sheet.width, sheet.height]);
  });

  it('has no number that is not a number', () => {
    expect(marks.filter(({ mark }) => numbers(mark).some((n) => !Number.isFinite(n)) || JSON.stringify(mark).includes('NaN'))).toEqual([]);
  });

  it('keeps every mark on the sheet', () => {
    const outside = marks.flatMap(({ step, mark }) => {
      const box = boundsOf(mark);
      if (!box || mark.opacity === 0 || mark.role === 'map') return [];
      const [x0, y0, x1, y1] = box;
      const out = x0 < -SLACK || y0 < -SLACK || x1 > sheet.width + SLACK || y1 > sheet.height + SLACK;
      return out ? [`${step}: ${mark.key} at ${box.map(Math.round).join(' ')}`] : [];
    });
    expect(outside).toEqual([]);
  });

  it('prints no words too small to read', () => {
    const small = marks.filter(({ mark }) => mark.geometry.kind === 'text' && mark.geometry.size < sheet.text);
    expect(small.map(({ step, mark }) => `${step}: ${mark.key}`)).toEqual([]);
  });

  it('is the same when drawn again', () => {
    module.steps.forEach((step, i) => {
      const scene = scenes[i];
      if (scene) expect(marksMarkup(module.scene(series, step, sheet, locale))).toBe(marksMarkup(scene));
    });
  });

  it('comes back whole from its last step and the differences', () => {
    const all = scenes.map(elements);
    const last = (all.at(-1) ?? []).map(({ tag, attrs, text }) => ({ tag, attrs, text }));
    const back = decode(last, JSON.parse(JSON.stringify(encode(all))));
    expect(back.map((step) => step.map(({ tag, attrs, text }) => ({ tag, attrs, text })))).toEqual(
      all.map((step) => step.map(({ tag, attrs, text }) => ({ tag, attrs, text }))),
    );
  });

  it('changes something at every step, and never more than 250 marks', () => {
    for (let i = 1; i < scenes.length; i++) {
      const [a, b] = [scenes[i - 1], scenes[i]].map((s) => new Map((s ? elements(s) : []).map((e) => [e.key, JSON.stringify(e)])));
      const keys = new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]);
      const changed = [...keys].filter((k) => a?.get(k) !== b?.get(k)).length;
      expect(changed, `${module.steps[i]} after ${module.steps[i - 1]}`).toBeGreaterThan(0);
      expect(changed).toBeLessThanOrEqual(250);
    }
  });

  it('speaks of the same rows in picture, table and csv', () => {
    const rows = new Set(module.series.flatMap((name) => (content.series.get(name)?.rows ?? []).map((row) => `${name}:${row.id}`)));
    const pictured = new Set(marks.flatMap(({ mark }) => (mark.datum ? [mark.datum] : [])));
    const tabled = new Set(table.rows.map((row) => row.datum));
    expect(
      [...pictured].filter((d) => !rows.has(d)),
      'drawn, but not in a csv',
    ).toEqual([]);
    expect(
      [...tabled].filter((d) => !rows.has(d)),
      'in the table, but not in a csv',
    ).toEqual([]);
    expect(
      [...pictured].filter((d) => !tabled.has(d)),
      'drawn, but not in the table',
    ).toEqual([]);
    expect(
      [...tabled].filter((d) => !pictured.has(d)),
      'in the table, but never drawn',
    ).toEqual([]);
    const left = module.leaves ?? [];
    expect(
      [...rows].filter((d) => !tabled.has(d)),
      'in a csv, but not in the table',
    ).toEqual([...rows].filter((d) => left.includes(d)));
    // What one figure leaves out of a shared series, another has to show.
    const elsewhere = figures.filter((f) => f !== module && !f.leaves?.length).flatMap((f) => f.series);
    expect(
      left.filter((d) => !elsewhere.includes(d.split(':')[0] ?? '')),
      'left out, and drawn nowhere',
    ).toEqual([]);
  });

  it('gives every row of the table the sources and status of its csv row', () => {
    for (const row of table.rows) {
      const [name = '', id] = row.datum.split(':');
      const csv = content.series.get(name)?.rows.find((r) => r.id === id);
      expect(row.sources.join(';'), row.datum).toBe(csv?.source);
      if (csv?.status) expect(row.status, row.datum).toBe(csv.status);
    }
  });

  it('draws what is less than established as less than established', () => {
    for (const { step, mark } of marks) {
      if (!mark.datum || !/^(?:area|bar|dot|ring|route|outline)$/.test(mark.role)) continue;
      const [name = '', id] = mark.datum.split(':');
      const status = content.series.get(name)?.rows.find((r) => r.id === id)?.status;
      if (status && status !== 'established') expect(mark.status, `${step}: ${mark.key}`).toBe(status);
    }
  });

  it('has words for every step, and names what it draws', () => {
    for (const step of module.steps) expect(locale.text.steps[step]?.say, step).toBeTruthy();
  });
});

describe.each(figures.map((module) => ({ name: module.name, module })))('the words of $name', ({ module }) => {
  it('are all printed somewhere: no label is left over', () => {
    const series = module.data(figureInput(content)) as never;
    const used = new Set<string>();
    for (const lang of ['en', 'fr'] as const) {
      const locale = localeOf(module.name, lang, content);
      const spy = {
        ...locale,
        label(key: string, values?: Readonly<Record<string, string | number>>) {
          used.add(key);
          return locale.label(key, values);
        },
      };
      for (const frame of Object.values(FRAMES)) for (const step of module.steps) module.scene(series, step, frame, spy);
      module.describe(series, spy);
    }
    const { labels } = localeOf(module.name, 'en', content).text;
    expect(Object.keys(labels).filter((key) => !used.has(key))).toEqual([]);
  });
});

describe('the steps of a figure', () => {
  const files = import.meta.glob<{ STEPS?: Record<string, unknown> }>('../../src/figures/*/steps.ts', { eager: true });

  it.each(figures)('of $name that name rows name rows that are there', ({ name, series }) => {
    const rows = new Set(series.flatMap((s) => (content.series.get(s)?.rows ?? []).map((row) => row.id)));
    const named = Object.entries(files[`../../src/figures/${name}/steps.ts`]?.STEPS ?? {}).flatMap(([step, ids]) =>
      Array.isArray(ids) ? ids.map((id) => [step, String(id)] as const) : [],
    );
    const strange = named.filter(([, id]) => !rows.has(id));
    // Some figures name groups or years instead.
    if (strange.length > named.length / 2) return;
    expect(strange.map(([step, id]) => `${step}: no row "${id}" in ${series.join(', ')}`)).toEqual([]);
  });
});

describe.each(drawings.filter(({ module }) => module.name === 'needs-and-money'))('$name', ({ scenes }) => {
  it('keeps the words for a number that was not found within the column of their year', () => {
    const found = scenes.flatMap(({ marks }) => {
      const boxes = new Map(marks.map((mark) => [mark.key, boundsOf(mark)]));
      return [...boxes].flatMap(([key, words]) => {
        const column = boxes.get(`gap-${/^gap-words-(\d{4})/.exec(key)?.[1]}`);
        return words && column ? [[words[0] - column[0], column[2] - words[2]]] : [];
      });
    });
    expect(found.length).toBeGreaterThan(0);
    for (const [left = -1, right = -1] of found) expect(Math.min(left, right)).toBeGreaterThanOrEqual(-SLACK);
  });
});
