import { describe, expect, it } from 'vitest';
import { formats } from '../../src/i18n/format.ts';

const en = formats('en');
const fr = formats('fr');
const days = { one: '{n} day', other: '{n} days' };
const jours = { one: '{n} jour', other: '{n} jours' };

describe('dates', () => {
  it('are as exact as their source, no more', () => {
    expect([en.date('2026'), en.date('2026-04'), en.date('2026-04-25')]).toEqual(['2026', 'April 2026', '25\u00a0April 2026']);
  });
  it('write 1er in French and lower-case months', () => {
    expect([fr.date('2026-06-01'), fr.date('2023-08-13')]).toEqual(['1er\u00a0juin 2026', '13\u00a0août 2023']);
  });
  it('join the ends of a range without repeating what they share', () => {
    expect(en.dateRange('2026-04-25', '2026-04-26')).toBe('25–26\u00a0April 2026');
    expect(en.dateRange('2012-03-30', '2012-04-01')).toBe('30\u00a0March – 1\u00a0April 2012');
    expect(fr.dateRange('2012', '2013')).toBe('2012–2013');
  });
  it('name every month of the year, in full and cut short', () => {
    const names = (date: (iso: string) => string) =>
      ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
        .map((month) => date(`2026-${month}`).replace(' 2026', ''))
        .join(' ');
    expect(names(en.date)).toBe('January February March April May June July August September October November December');
    expect(names(fr.date)).toBe('janvier février mars avril mai juin juillet août septembre octobre novembre décembre');
    expect(names(en.shortDate)).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
    expect(names(fr.shortDate)).toBe('janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.');
  });
  it('write 1er on the first alone, and in French alone', () => {
    expect([fr.date('2026-06-11'), fr.date('2026-06-21'), en.date('2026-06-01')]).toEqual([
      '11\u00a0juin 2026',
      '21\u00a0juin 2026',
      '1\u00a0June 2026',
    ]);
  });
  it('can go without their year, or with months cut short', () => {
    expect([en.dayMonth('2026-04-25'), fr.dayMonth('2026-06-01'), en.dayMonth('2026-04')]).toEqual([
      '25\u00a0April',
      '1er\u00a0juin',
      'April',
    ]);
    expect([en.shortDate('2026-04-25'), fr.shortDate('2026-02-01')]).toEqual(['25\u00a0Apr 2026', '1er\u00a0févr. 2026']);
  });
  it('are one date where a range begins and ends on it', () => {
    expect([en.dateRange('2026-04-25', '2026-04-25'), en.dateRange('2026-04', '2026-04'), en.dateRange('2026', '2026')]).toEqual([
      '25\u00a0April 2026',
      'April 2026',
      '2026',
    ]);
  });
  it('repeat in a range what its ends do not share', () => {
    expect(en.dateRange('2012-12-30', '2013-01-02')).toBe('30\u00a0December 2012 – 2\u00a0January 2013');
    expect(en.dateRange('2012-04-05', '2013-04-07')).toBe('5\u00a0April 2012 – 7\u00a0April 2013');
    expect(en.dateRange('2012-03', '2012-04')).toBe('March – April 2012');
    expect(fr.dateRange('2026-06-01', '2026-06-03')).toBe('1er–3\u00a0juin 2026');
  });
  it('keep a range whose ends are not known alike', () => {
    expect(en.dateRange('2012', '2013-04')).toBe('2012 – April 2013');
    expect(en.dateRange('2012-04', '2013')).toBe('April 2012 – 2013');
    expect([en.dateRange('2012', '2012-04'), fr.dateRange('2012-06-01', '2012')]).toEqual([
      '2012 – April 2012',
      '1er\u00a0juin 2012 – 2012',
    ]);
    expect(en.dateRange('2026-04', '2026-04-25')).toBe('April – 25\u00a0April 2026');
    expect(en.dateRange('2026-04-25', '2026-04')).toBe('25\u00a0April – April 2026');
  });
  it('refuse what is not a date, and say what it was', () => {
    for (const wrong of [
      '25/04/2026',
      '26',
      '2026-4',
      '2026-04-5',
      '12026-04-25',
      '2026-04-25T10:00',
      '2026-',
      '2026-ab',
      '2026-13',
      '2026-00',
      '2026-04-32',
      '2026-04-00',
      'abcd',
      '2026-04-xx',
      '',
    ])
      expect(() => en.date(wrong), wrong).toThrow(new RangeError(`"${wrong}" is not YYYY, YYYY-MM or YYYY-MM-DD`));
  });
});

describe('numbers', () => {
  it('are written as each language writes them', () => {
    expect([en.number(3141), fr.number(3141), fr.number(96.91)]).toEqual(['3,141', '3\u202f141', '96,91']);
  });
  it('have two decimals at most, or as many as are asked for', () => {
    expect([en.number(1.236), en.number(1.236, 1), fr.number(1.236, 0), en.number(2)]).toEqual(['1.24', '1.2', '1', '2']);
  });
  it('as per cent have one decimal at most, and in French a space', () => {
    expect([en.percent(45.64), fr.percent(45.64), en.percent(45.64, 0), fr.percent(45.64, 2)]).toEqual([
      '45.6%',
      '45,6\u00a0%',
      '46%',
      '45,64\u00a0%',
    ]);
  });
  it('keep a range a range', () => {
    expect([en.quantity({ low: 20, high: 80 }), fr.quantity({ low: 20, high: 80 })]).toEqual(['20–80', '20–80']);
  });
  it('say where only one bound is known', () => {
    expect([en.quantity({ low: 50 }), fr.quantity({ high: 50 })]).toEqual(['at least 50', 'jusqu’à 50']);
  });
  it('that are exact, or whose bounds meet, stand alone', () => {
    expect([en.quantity({ value: 20 }), en.quantity({ value: 20, qualifier: 'exact' }), en.quantity({ low: 30, high: 30 })]).toEqual([
      '20',
      '20',
      '30',
    ]);
    expect([en.quantity({ value: 20, low: 20 }), en.quantity({ value: 20, high: 90 }), en.quantity({ value: 0 })]).toEqual([
      '20',
      '20',
      '0',
    ]);
  });
  it('print their bounds where there are both, before the value', () => {
    expect([en.quantity({ value: 40, low: 20, high: 1200 }), fr.quantity({ low: 0, high: 5, qualifier: 'about' })]).toEqual([
      '20–1,200',
      'environ 0–5',
    ]);
  });
  it('carry every qualifier and bound in the words of their language', () => {
    const said = (f: typeof en) => [
      f.quantity({ value: 7, qualifier: 'about' }),
      f.quantity({ value: 7, qualifier: 'at-least' }),
      f.quantity({ value: 7, qualifier: 'more-than' }),
      f.quantity({ low: 7 }),
      f.quantity({ high: 7 }),
    ];
    expect(said(en)).toEqual(['about 7', 'at least 7', 'more than 7', 'at least 7', 'up to 7']);
    expect(said(fr)).toEqual(['environ 7', 'au moins 7', 'plus de 7', 'au moins 7', 'jusqu’à 7']);
  });
  it('carry their qualifier in words', () => {
    expect([en.quantity({ value: 20, qualifier: 'about' }), fr.quantity({ value: 80, qualifier: 'more-than' })]).toEqual([
      'about 20',
      'plus de 80',
    ]);
  });
  it('take the singular of their language: French from 0 to under 2, English at 1 alone', () => {
    expect([
      fr.measure({ value: 0 }, jours),
      fr.measure({ value: 1.5 }, jours),
      en.measure({ value: 0 }, days),
      en.measure({ value: 1 }, days),
    ]).toEqual(['0 jour', '1,5 jour', '0 days', '1 day']);
  });
  it('count by the highest number they print', () => {
    expect([
      en.measure({ low: 1, high: 2 }, days),
      en.measure({ low: 1 }, days),
      en.measure({ high: 1 }, days),
      en.measure({ value: 1, high: 3 }, days),
      fr.measure({ low: 1, high: 2 }, jours),
      fr.measure({ value: 2 }, jours),
      fr.measure({ value: -1.5 }, jours),
      fr.measure({ value: -3 }, jours),
    ]).toEqual(['1–2 days', 'at least 1 day', 'up to 1 day', '1 day', '1–2 jours', '2 jours', '-1,5 jour', '-3 jours']);
  });
  it('are set with their unit by the rules of the language', () => {
    const share = { one: "{n} % de l'or", other: "{n} % de l'or" };
    expect([fr.measure({ value: 45 }, share), en.measure({ value: 3 }, { one: "{n} day's walk", other: "{n} days' walk" })]).toEqual([
      '45\u00a0% de l’or',
      '3 days’ walk',
    ]);
  });
  it('refuse to print nothing as a number', () => {
    expect(() => en.quantity({})).toThrow(/needs a value/);
  });
});

describe('lists and languages', () => {
  it('join words with the "and" of their language', () => {
    expect([en.list(['Gao', 'Kidal']), fr.list(['Gao', 'Kidal', 'Tombouctou'])]).toEqual(['Gao and Kidal', 'Gao, Kidal et Tombouctou']);
  });
  it('say which language they write', () => {
    expect([en.lang, fr.lang]).toEqual(['en', 'fr']);
  });
});
