/** Types of three libraries that ship none: only what `cite.ts` uses. */
declare module 'citeproc' {
  class Engine {
    constructor(
      sys: { retrieveItem(id: string): object | undefined; retrieveLocale(lang: string): object },
      style: object,
      lang: string,
      forceLang?: boolean,
    );
    /** The items it was given so far, and which of them are alike. */
    registry: Registry;
    disambiguate: object;
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [object, string[]];
  }
  class Registry {
    constructor(engine: Engine);
    ambigcites: Record<string, string[]>;
  }
  const CSL: { Engine: typeof Engine; Registry: typeof Registry; Disambiguation: new (engine: Engine) => object };
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
