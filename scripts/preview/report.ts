/** The report: one page and one text, from the same sections. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Section } from './types.ts';

/** What no machine can sign. */
const BY_HAND = [
  'Names of people, places and groups, in both languages.',
  'Each figure beside its table and the numbers in the text around it: does the sentence say what the picture shows?',
  'A person who knows both languages has read both.',
  'A lawyer has read it: accusations, attributions, pictures, licences of the data.',
  'The pictures at the end of this report.',
] as const;

const WORDS = { fail: 'Fails', look: 'Look at this', pass: 'Passes' } as const;
type State = keyof typeof WORDS;

/** The worst that a section found. */
export const stateOf = ({ findings }: Pick<Section, 'findings'>): State =>
  findings.some(({ level }) => level === 'fail') ? 'fail' : findings.length ? 'look' : 'pass';

/** Findings of the same words in one, worst first: 300 pages without a card are one thing to mend. */
function grouped(findings: readonly Finding[]): { level: Finding['level']; words: string; where: string[] }[] {
  const groups = new Map<string, { level: Finding['level']; words: string; where: string[] }>();
  for (const { level, words, where } of [...findings].sort((a, b) => a.level.localeCompare(b.level))) {
    const group = groups.get(`${level} ${words}`) ?? { level, words, where: [] };
    if (where) group.where.push(where);
    groups.set(`${level} ${words}`, group);
  }
  return [...groups.values()];
}

const heading = (folder: string, sections: readonly Section[]): string => {
  const count = (state: State): number => sections.filter((section) => stateOf(section) === state).length;
  const verdict = count('fail') ? 'Not to be published yet' : 'Nothing stands in the way of publishing';
  return `${verdict}. ${folder}: ${count('pass')} pass, ${count('look')} to look at, ${count('fail')} fail.`;
};

/** The report as plain text. */
export function asText(folder: string, sections: readonly Section[]): string {
  const one = (section: Section): string =>
    [
      `${WORDS[stateOf(section)].toUpperCase().padEnd(13)} ${section.title}`,
      `    ${section.seen}`,
      ...(section.notes ?? []).map((note) => `    ${note}`),
      ...grouped(section.findings).flatMap(({ level, words, where }) => [
        `  ${level === 'fail' ? '!' : '?'} ${words.replace(/\n/g, '\n    ')}`,
        ...where.map((address) => `      ${address}`),
      ]),
    ].join('\n');
  return [heading(folder, sections), ...sections.map(one), ['FOR A PERSON', ...BY_HAND.map((line) => `  [ ] ${line}`)].join('\n'), ''].join(
    '\n\n',
  );
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const list = (items: readonly string[]): string => (items.length ? `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>` : '');
/** A long list is folded, and whole. */
const addresses = (where: readonly string[]): string => {
  const all = list(where.map((address) => `<code>${escaped(address)}</code>`));
  return where.length > 5 ? `<details><summary>${where.length} addresses</summary>${all}</details>` : all;
};

function sectionHtml(section: Section): string {
  const state = stateOf(section);
  const findings = grouped(section.findings).map(
    ({ level, words, where }) => `<strong>${WORDS[level]}.</strong> <span class="words">${escaped(words)}</span>${addresses(where)}`,
  );
  const shots = (section.shots ?? []).map(
    ({ file, caption }) =>
      `<figure><a href="${file}"><img src="${file}" alt="${escaped(caption)}" loading="lazy"></a><figcaption>${escaped(caption)}</figcaption></figure>`,
  );
  return `<section class="${state}"><h2><span>${WORDS[state]}</span> ${escaped(section.title)}</h2><p>${escaped(section.seen)}</p>
${list((section.notes ?? []).map(escaped))}${list(findings)}
${shots.length ? `<details><summary>${shots.length} pictures</summary><div class="shots">${shots.join('')}</div></details>` : ''}</section>`;
}

/** The report as one HTML page; its pictures lie beside it. */
export const asHtml = (folder: string, sections: readonly Section[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Before you publish</title>
<style>${readFileSync(join(import.meta.dirname, 'report.css'), 'utf8')}</style></head>
<body><h1>Before you publish</h1><p class="verdict">${escaped(heading(folder, sections))}</p>
${sections.map(sectionHtml).join('\n')}
<section><h2><span>For a person</span></h2>${list(BY_HAND.map((line) => `<label><input type="checkbox"> ${line}</label>`))}</section></body></html>
`;
