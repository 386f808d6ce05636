/** Types of three libraries that ship none: only what `cite.ts` uses. */
declare module 'citeproc' {
  class Engine {
    constructor(
      sys: { retrieveItem(id: string): object | undefined; retrieveLocale(lang: string): object },
      style: object,
      lang: string,
      forceLang?: boolean,
    );
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [object, string[]];
  }
  const CSL: { Engine: typeof Engine };
  namespace CSL {
    export type Engine = InstanceType<typeof Engine>;
  }
  export default CSL;
}
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    data: Record<string, unknown>[];
    format(name: 'bibtex' | 'ris'): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
