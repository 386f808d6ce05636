import type { Built } from './built.ts';
import { fail, look, type Outcome } from './types.ts';

/** Whether everything drawn has words for those who do not see it. */
export function alternativeText({ pages }: Built): Outcome {
  const findings = pages.flatMap(({ address, nameless }) =>
    nameless.map(({ kind, what }) => {
      if (kind === 'svg') return fail(address, `A drawing has no name: ${what}`);
      if (kind === 'img') return fail(address, `A picture has no alternative text: ${what}`);
      return look(address, `A picture says that it is only decoration. Is it? ${what}`);
    }),
  );
  const pictures = pages.reduce((n, page) => n + page.pictures, 0);
  return {
    findings,
    seen: `${pictures} pictures and drawings on ${pages.length} pages. Whether the words are good is for a person to judge.`,
  };
}
